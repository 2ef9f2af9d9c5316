import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { writeMails } from '@/lib/platform/mail/outbox'
import { id, optionalText } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { counted } from '@/lib/wording/lists'
import { instantWords } from '@/lib/wording/london-words'
import { agendaKind } from '../../kinds'
import { mayCirculate } from '../../may-circulate'
import { pathOfCall } from '../../calls/answer-invitation'
import { meetingToChange } from '../find'

const issueInput = z.object({ callId: id, note: optionalText(1000) })
const confirmInput = z.object({ callId: id, copyId: id.nullish().transform((value) => value ?? null) })

/**
 * Sends the minutes of a MAP or a MASE, once they are signed off, to those who were there and to the agencies that were asked (mase-record).
 * Each reads the items that are shared with it and no other; each owes a receipt.
 */
export const issueMinutes: Act<typeof issueInput> = {
  name: 'issue-minutes',
  right: 'circulate-record',
  input: issueInput,
  async run(context, { callId, note }) {
    const { tx, actor, now } = context
    const { call, kind } = await meetingToChange(context, callId, 'signOff', 'held')
    const meeting = await tx.meeting.findFirst({ where: { id: callId }, include: { children: true, participants: true } })
    if (meeting === null) throw notFound()
    const subjects = meeting.children.map((child) => child.personId)
    if (meeting.signedOffAt === null) {
      context.refuse([{
        rule: 'minutes-not-signed-off', clause: kind.record.clause, says: 'The record is not signed off.',
        wayForward: 'Sign it off first. Where its chair was not whom the protocol asks for, another person records why it stands.',
      }], { borough: call.borough, subjects })
    }
    const { count } = await tx.meeting.updateMany({ where: { id: callId, circulatedAt: null }, data: { circulatedAt: now } })
    if (count === 0) throw conflict(meeting.circulatedAt === null ? 'The minutes were issued a moment ago.' : `The minutes were issued on ${instantWords(meeting.circulatedAt)}.`)
    const asked = await tx.meetingInvitation.findMany({ where: { callId }, select: { id: true, name: true, agency: true, accountId: true } })
    const there = (one: { name: string; agency: string; accountId: string | null }): boolean =>
      meeting.participants.some((other) => (one.accountId !== null && other.accountId === one.accountId) || (other.agency === one.agency && other.name.toLowerCase() === one.name.toLowerCase()))
    // Who was asked and stayed away reads what was decided all the same: their agency owes its part of it.
    const to = [...meeting.participants.map(({ id: copyId, name, accountId }) => ({ copyId, name, accountId })), ...asked.filter((one) => !there(one)).map(({ id: copyId, name, accountId }) => ({ copyId, name, accountId }))]
    await tx.meetingCopy.createMany({ data: to.map(({ copyId, accountId }) => ({
      meetingId: callId, participantId: copyId, accountId, sentAt: now, ...(accountId === actor.accountId ? { receivedAt: now, receivedBy: actor.accountId } : {}),
    })) })
    const path = pathOfCall(kind, callId)
    const written = await writeMails(tx, {
      kind: 'record-sent', borough: call.borough, aboutId: callId, reference: call.reference, path,
      toAccounts: to.map((one) => one.accountId).filter((account): account is string => account !== null && account !== actor.accountId),
    }, actor.accountId, now)
    const byHand = to.filter((one) => one.accountId === null).length
    context.record({
      ledger: call.borough, kind: 'minutes-circulated', heading: `Minutes of the ${kind.title} issued`, occurredAt: now, subjects,
      body: { of: callId, meeting: kind.agenda.meeting, meeting_id: callId, to: to.map((one) => one.name), ...(note === null ? {} : { note }) },
    })
    return { goTo: path, ids: { callId }, says: `Issued to ${counted(to.length, 'person', 'people')}, ${written.length} of them by mail.${byHand === 0 ? '' : ` ${counted(byHand, 'person has', 'people have')} no account here: reach them yourself.`}` }
  },
}

/** The minutes were received: said by whom they went to; for somebody without an account, by whoever issued them and was told so. */
export const confirmMinutes: Act<typeof confirmInput> = {
  name: 'confirm-minutes',
  right: 'answer-invitation',
  input: confirmInput,
  async run(context, { callId, copyId }) {
    const { tx, actor, now } = context
    const call = await tx.meetingCall.findFirst({ where: { id: callId }, select: { id: true, kind: true, borough: true } })
    const kind = call === null ? null : agendaKind(call.kind)
    if (call === null || kind === null) throw notFound()
    const copy = await tx.meetingCopy.findFirst({ where: { meetingId: callId, ...(copyId === null ? { accountId: actor.accountId } : { participantId: copyId }) } })
    if (copy === null) throw notFound()
    const own = copy.accountId === actor.accountId
    if (own) context.as(null)
    else if (copy.accountId === null && mayCirculate(actor, kind, call.borough)) context.as(call.borough)
    else throw forbidden('A receipt is given by who received the minutes.')
    const { count } = await tx.meetingCopy.updateMany({ where: { meetingId: callId, participantId: copy.participantId, receivedAt: null }, data: { receivedAt: now, receivedBy: actor.accountId } })
    if (count === 0) throw conflict('The receipt is on record already.')
    const agency = (await tx.meetingParticipant.findFirst({ where: { id: copy.participantId }, select: { agency: true } }) ?? await tx.meetingInvitation.findFirst({ where: { id: copy.participantId }, select: { agency: true } }))?.agency ?? 'other'
    const childIds = (await tx.$queryRaw<{ id: string }[]>`SELECT policy_meeting_children AS id FROM policy_meeting_children(${callId}::uuid)`).map((row) => row.id)
    context.record({
      ledger: call.borough, kind: 'minutes-received', heading: `${agencyWords(agency)} received the minutes of the ${kind.title}`, occurredAt: now, subjects: childIds, ...(own ? { agency } : {}),
      body: { meeting_id: callId, agency },
    })
    return { goTo: pathOfCall(kind, callId), says: 'Receipt recorded.', ids: { callId } }
  },
}
