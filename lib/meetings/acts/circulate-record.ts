import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { id, optionalText } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { meetingKind } from '../kinds'

const input = z.object({ meetingId: id, note: optionalText(1000) })

/** The record was sent to those who took part (sd-record). Sent once; those of them with an account can read it from then on. */
export const circulateRecord: Act<typeof input> = {
  name: 'circulate-record',
  right: 'circulate-record',
  input,
  async run(context, { meetingId, note }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({ where: { id: meetingId, ...inReach(actor, 'record') }, include: { children: true, participants: true } })
    if (meeting === null) throw notFound()
    context.as(meeting.borough)
    const changed = await tx.meeting.updateMany({ where: { id: meetingId, circulatedAt: null, ...inReach(actor, 'record') }, data: { circulatedAt: now } })
    if (changed.count === 0) {
      throw conflict(meeting.circulatedAt === null ? 'The record was sent a moment ago.' : `The record was sent on ${instantWords(meeting.circulatedAt)}.`)
    }
    context.record({
      ledger: meeting.borough, kind: 'minutes-circulated', heading: `Record of the ${meetingKind(meeting.kind).title.toLowerCase()} sent to those who took part`,
      occurredAt: now, subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId,
      body: { of: meetingId, meeting_id: meetingId, to: meeting.participants.map((participant) => participant.name), ...(note === null ? {} : { note }) },
    })
    return { goTo: `${meetingKind(meeting.kind).path}/${meetingId}`, says: 'Marked as sent to those who took part.', ids: { meetingId } }
  },
}
