import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { referenceOf } from '@/lib/people/reference'
import { writeMails } from '@/lib/platform/mail/outbox'
import { id, optionalText } from '@/lib/referrals/input'
import { counted } from '@/lib/wording/lists'
import { instantWords } from '@/lib/wording/london-words'
import { meetingKind } from '../kinds'
import { mayCirculate } from '../may-circulate'

const input = z.object({ meetingId: id, note: optionalText(1000) })

/**
 * Sends the record to those who took part (sd-record), once. Those of them with an account can read it from then on and are told by mail,
 * with a reference and a link; the others are for the sender to reach. Each owes a receipt.
 */
export const circulateRecord: Act<typeof input> = {
  name: 'circulate-record',
  right: 'circulate-record',
  input,
  async run(context, { meetingId, note }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({ where: { id: meetingId, ...inReach(actor, 'record') }, include: { children: true, participants: true } })
    if (meeting === null) throw notFound()
    context.as(meeting.borough)
    const kind = meetingKind(meeting.kind)
    // Of a MAP or a MASE the minutes are issued, once they are signed off.
    if (kind.agenda !== null || !mayCirculate(actor, kind, meeting.borough)) throw forbidden('The record of this meeting is sent by its own act, or by somebody else.')
    const changed = await tx.meeting.updateMany({ where: { id: meetingId, circulatedAt: null, ...inReach(actor, 'record') }, data: { circulatedAt: now } })
    if (changed.count === 0) {
      throw conflict(meeting.circulatedAt === null ? 'The record was sent a moment ago.' : `The record was sent on ${instantWords(meeting.circulatedAt)}.`)
    }
    const own = meeting.participants.filter((participant) => participant.accountId === actor.accountId)
    await tx.meetingCopy.createMany({ data: meeting.participants.map((participant) => ({
      meetingId, participantId: participant.id, accountId: participant.accountId, sentAt: now,
      // Who sends it has it.
      ...(own.includes(participant) ? { receivedAt: now, receivedBy: actor.accountId } : {}),
    })) })
    const path = `${kind.path}/${meetingId}`
    const written = await writeMails(tx, {
      kind: 'record-sent', borough: meeting.borough, aboutId: meetingId, reference: referenceOf('M', meetingId), path,
      toAccounts: meeting.participants.map((participant) => participant.accountId).filter((account): account is string => account !== null && account !== actor.accountId),
    }, actor.accountId, now)
    const byHand = meeting.participants.filter((participant) => participant.accountId === null).length
    context.record({
      ledger: meeting.borough, kind: 'minutes-circulated', heading: `Record of the ${kind.title.toLowerCase()} sent to those who took part`,
      occurredAt: now, subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId,
      body: { of: meetingId, meeting_id: meetingId, to: meeting.participants.map((participant) => participant.name), ...(note === null ? {} : { note }) },
    })
    return {
      goTo: path, ids: { meetingId },
      says: `Sent: it is open to ${counted(written.length, 'other person', 'other people')} with an account here.${byHand === 0 ? '' : ` ${counted(byHand, 'person has', 'people have')} none: reach them yourself.`}`,
    }
  },
}
