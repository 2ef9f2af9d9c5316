import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { referenceOf } from '@/lib/people/reference'
import { writeMails } from '@/lib/platform/mail/outbox'
import { id } from '@/lib/referrals/input'
import { counted } from '@/lib/wording/lists'
import { meetingKind } from '../kinds'
import { mayCirculate } from '../may-circulate'

const input = z.object({ meetingId: id })

/** Asks everybody who has not confirmed the record once more, and puts on record that they were asked (sd-record). */
export const chaseReceipts: Act<typeof input> = {
  name: 'chase-receipts',
  right: 'circulate-record',
  input,
  async run(context, { meetingId }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({ where: { id: meetingId, ...inReach(actor, 'record') }, include: { children: true, participants: true } })
    if (meeting === null) throw notFound()
    context.as(meeting.borough)
    const kind = meetingKind(meeting.kind)
    if (!mayCirculate(actor, kind, meeting.borough)) throw forbidden('Whoever sends such records chases their receipts.')
    if (meeting.circulatedAt === null) throw conflict('The record has not been sent yet.')
    const open = await tx.meetingCopy.findMany({ where: { meetingId, receivedAt: null } })
    if (open.length === 0) throw conflict('Everybody has confirmed the record.')
    const written = await writeMails(tx, {
      kind: 'record-chased', borough: meeting.borough, aboutId: meetingId, reference: referenceOf('M', meetingId), path: `${kind.path}/${meetingId}`,
      toAccounts: open.map((copy) => copy.accountId).filter((account): account is string => account !== null),
    }, actor.accountId, now)
    // The agencies that were asked and stayed away have copies too, by their invitation.
    const asked = await tx.meetingInvitation.findMany({ where: { callId: meetingId }, select: { id: true, name: true } })
    const names = [...meeting.participants, ...asked].filter((one) => open.some((copy) => copy.participantId === one.id)).map((one) => one.name)
    context.record({
      ledger: meeting.borough, kind: 'minutes-chased', heading: `Receipt of the record of the ${kind.title.toLowerCase()} chased`, occurredAt: now,
      subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId, body: { meeting_id: meetingId, of: names },
    })
    const byHand = open.length - written.length
    return { goTo: `${kind.path}/${meetingId}`, says: `Chased: ${counted(written.length, 'mail', 'mails')} written.${byHand === 0 ? '' : ` ${counted(byHand, 'person has', 'people have')} no account here: ring them.`}`, ids: { meetingId } }
  },
}
