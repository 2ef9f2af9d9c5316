import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { packFor } from '@/lib/deadlines/pack-for'
import { chairVerdict } from '@/lib/policy/meetings/chair'
import { inReach } from '@/lib/access/visibility'
import { id, text } from '@/lib/referrals/input'
import { agendaKind } from '../../kinds'

const input = z.object({ callId: id, reason: text(2000, 'Say why the record stands although the chair was not whom the protocol asks for') })

/** Why the record of a meeting stands although its chair was not whom the protocol asks for: said by another person than its chair or its opener, once, and seen by everybody who sees the record. */
export const exceptChair: Act<typeof input> = {
  name: 'except-chair',
  right: 'except-chair',
  input,
  async run(context, { callId, reason }) {
    const { tx, now, actor } = context
    const call = await tx.meetingCall.findFirst({ where: { id: callId, ...inReach(actor, 'record') } })
    const kind = call === null ? null : agendaKind(call.kind)
    if (call === null || kind === null) throw notFound()
    context.as(call.borough)
    if (call.meetingId === null) throw conflict('This meeting has not ended yet.')
    if (call.openedBy === actor.accountId || call.chairAccount === actor.accountId) throw forbidden('Whoever held the meeting does not make its exception: another person does.')
    const meeting = await tx.meeting.findFirst({ where: { id: callId }, select: { children: { select: { personId: true } } } })
    if (meeting === null) throw notFound()
    const chaired = chairVerdict(kind.agenda.meeting, { rank: call.chairRank, agency: call.chairAgency, chair: call.chairName }, await packFor(tx, call.borough, now))
    if (chaired.ok === true) throw conflict('The chair was whom the protocol asks for: no exception is needed.')
    const { count } = await tx.meeting.updateMany({ where: { id: callId, exceptionAt: null, signedOffAt: null }, data: { exceptionReason: reason, exceptionAt: now, exceptionBy: actor.accountId } })
    if (count === 0) throw conflict('An exception is on record already, or the record is signed off.')
    context.record({
      ledger: call.borough, kind: 'chair-excepted', heading: `${kind.title}: exception for its chair recorded`, occurredAt: now, subjects: meeting.children.map((child) => child.personId),
      body: { meeting: kind.agenda.meeting, meeting_id: callId, reason },
    })
    return { goTo: `${kind.path}/${callId}`, says: 'The exception is on the record, where everybody sees it.', ids: { callId } }
  },
}
