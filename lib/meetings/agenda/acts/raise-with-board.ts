import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { membershipFor } from '@/lib/access/permissions'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { inReach } from '@/lib/access/visibility'
import { AGENCIES } from '@/lib/access/roles'
import { id, text } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { agendaKind } from '../../kinds'
import { absentRunningAt, awayWords } from '../absences'

const raiseInput = z.object({ callId: id, agency: z.enum(AGENCIES, { error: 'Choose the agency' }), reason: text(2000, 'Say what the board should know') })
const answerInput = z.object({ escalationId: id, answer: text(2000, 'Write what the board answered') })

/** An agency that stayed away from two meetings running goes to the safeguarding board, once for each meeting (mase-members). */
export const raiseWithBoard: Act<typeof raiseInput> = {
  name: 'raise-with-board',
  right: 'raise-with-board',
  input: raiseInput,
  async run(context, { callId, agency, reason }) {
    const { tx, now, actor } = context
    const call = await tx.meetingCall.findFirst({ where: { id: callId, ...inReach(actor, 'record') } })
    const kind = call === null ? null : agendaKind(call.kind)
    if (call === null || kind === null) throw notFound()
    context.as(call.borough)
    if (call.meetingId === null) throw conflict('This meeting has not ended yet.')
    const running = await absentRunningAt(tx, call)
    if (!running.some((one) => one.agency === agency)) throw invalid('agency', `${agencyWords(agency)} was not away from two meetings running`)
    const away = awayWords(running, agency)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`board:${callId}:${agency}`}))`
    if (await tx.boardEscalation.count({ where: { callId, agency } }) > 0) throw conflict(`${agencyWords(agency)} was raised with the board for this meeting already.`)
    const escalationId = randomUUID()
    await tx.boardEscalation.createMany({ data: [{ id: escalationId, borough: call.borough, kind: kind.id, agency, callId, reason, by: actor.accountId, at: now }] })
    // Whoever raises it may not take part in the meeting: whom it was about is read for the entry alone.
    const childIds = (await tx.$queryRaw<{ id: string }[]>`SELECT policy_meeting_children AS id FROM policy_meeting_children(${callId}::uuid)`).map((row) => row.id)
    context.record({
      ledger: call.borough, kind: 'lscb-escalated', heading: `${away} raised with the safeguarding board`, occurredAt: now, subjects: childIds,
      body: { agency, meeting: kind.agenda.meeting, meeting_id: callId, about: `${away} was absent from two meetings running`, reason },
    })
    return { goTo: `${kind.path}/${callId}/record#board`, says: `${away}: raised with the board. The letter is below.`, ids: { escalationId, callId } }
  },
}

/** What the safeguarding board answered, once. */
export const answerOfBoard: Act<typeof answerInput> = {
  name: 'answer-of-board',
  right: 'raise-with-board',
  input: answerInput,
  async run(context, { escalationId, answer }) {
    const { tx, now, actor } = context
    const raised = await tx.boardEscalation.findFirst({ where: { id: escalationId, ...inReach(actor, 'record') } })
    const kind = raised === null ? null : agendaKind(raised.kind)
    if (raised === null || kind === null || membershipFor(actor, 'raise-with-board', raised.borough) === null) throw notFound()
    context.as(raised.borough)
    const { count } = await tx.boardEscalation.updateMany({ where: { id: escalationId, answeredAt: null }, data: { answeredAt: now, answeredBy: actor.accountId, answer } })
    if (count === 0) throw conflict('The answer of the board is on record already.')
    context.record({
      ledger: raised.borough, kind: 'meeting-arranged', heading: 'The safeguarding board answered', occurredAt: now, subjects: [],
      body: { meeting: kind.agenda.meeting, meeting_id: raised.callId, agency: raised.agency, answer },
    })
    return { goTo: `${kind.path}/${raised.callId}/record#board`, says: 'The answer is on record.', ids: { escalationId, callId: raised.callId } }
  },
}
