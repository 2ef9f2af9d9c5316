import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { id } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { meetingKind } from '../kinds'
import { mayCirculate } from '../may-circulate'
import { meetingInReach } from '../reach'

const input = z.object({ meetingId: id, participantId: id })

/** The record was received: said by who took part; for somebody without an account, by whoever sends it and was told so. */
export const confirmReceipt: Act<typeof input> = {
  name: 'confirm-receipt',
  right: 'give-position',
  input,
  async run(context, { meetingId, participantId }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({ where: { AND: [{ id: meetingId }, meetingInReach(actor)] }, include: { children: true, participants: true } })
    const participant = meeting?.participants.find((one) => one.id === participantId)
    if (meeting === null || participant === undefined) throw notFound()
    const copy = await tx.meetingCopy.findFirst({ where: { meetingId, participantId } })
    const own = participant.accountId === actor.accountId
    if (own) context.as(null, { agency: participant.agency })
    else if (participant.accountId === null && mayCirculate(actor, meetingKind(meeting.kind), meeting.borough)) context.as(meeting.borough)
    else throw forbidden('A receipt is given by who received the record.')
    if (copy === null) throw conflict('The record has not been sent yet.')
    const { count } = await tx.meetingCopy.updateMany({ where: { meetingId, participantId, receivedAt: null }, data: { receivedAt: now, receivedBy: actor.accountId } })
    if (count === 0) throw conflict('The receipt is on record already.')
    context.record({
      ledger: meeting.borough, kind: 'minutes-received', heading: `${agencyWords(participant.agency)} received the record of the ${meetingKind(meeting.kind).title.toLowerCase()}`, occurredAt: now,
      subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId, body: { meeting_id: meetingId, agency: participant.agency, by: participant.name },
    })
    return { goTo: `${meetingKind(meeting.kind).path}/${meetingId}`, says: 'Receipt recorded.', ids: { meetingId } }
  },
}
