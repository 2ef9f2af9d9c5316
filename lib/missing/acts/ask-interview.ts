import 'server-only'
import { randomUUID } from 'node:crypto'
import { mayAs } from '@/lib/access/permissions'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { policyHistories } from '@/lib/deadlines/histories'
import { personName } from '@/lib/people/person-name'
import { personToChange } from '@/lib/people/worked-person'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { durationOf } from '@/lib/policy/packs'
import { interviewWords } from '@/lib/wording/return'
import { episodePage, recordOfEpisode } from '../episode'
import { answerInterviewInput, askInterviewInput, withdrawInterviewInput } from '../return-input'
import { afterReturn } from '../return/told'
import { episodeBack, interviewBody } from './interview'

/**
 * The interview asked of a commissioned team: it learns this child's name and where to reach the child, and records its own interview; the
 * duty stays the local authority's.
 */
export const askForInterview: Act<typeof askInterviewInput> = {
  name: 'ask-for-interview',
  right: 'return-home-interview',
  input: askInterviewInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const episode = await episodeBack(context, input.episodeId)
    if (episode.interviewHow === 'done') throw conflict('The interview was done already.')
    const open = await tx.interviewRequest.findFirst({ where: { episodeId: episode.id, answeredAt: null, withdrawnAt: null }, select: { id: true } })
    if (open !== null) throw conflict('A team is asked already: take that back first.')
    const team = await tx.team.findFirst({ where: { id: input.teamId, kind: 'partner', agency: { not: 'police' } }, select: { id: true, name: true } })
    if (team === null) throw invalid('teamId', 'Choose from the list')
    const child = await tx.person.findFirst({ where: { id: episode.personId }, select: { givenName: true, familyName: true, description: true } })
    const history = (await policyHistories(tx, [episode.personId], now)).get(episode.personId)
    const duration = history === undefined ? { unit: 'hours' as const, n: 72 } : durationOf(history.packAt({ id: '', kind: 'child-returned', at: episode.reportedAt, recordedAt: now, order: 0, referralId: null, detail: {} }), 'return-home-interview')
    const id = randomUUID()
    await tx.interviewRequest.createMany({ data: [{
      id, episodeId: episode.id, personId: episode.personId, borough: episode.borough, teamId: team.id, about: personName(child).name, place: input.place, dueAt: dueAfter(episode.returnedAt, duration).dueAt, askedAt: now, askedBy: actor.accountId,
    }] })
    await recordOfEpisode(context, episode, { kind: 'return-home-interview', heading: `Return home interview asked of ${team.name}`, occurredAt: now, body: { asked_of: team.name } })
    return { goTo: episodePage(episode.id), says: `${team.name} is asked. The interview stays the local authority’s duty.`, ids: { episodeId: episode.id, requestId: id } }
  },
}

/** Taken back while nobody has answered. */
export const withdrawInterview: Act<typeof withdrawInterviewInput> = {
  name: 'withdraw-interview',
  right: 'return-home-interview',
  input: withdrawInterviewInput,
  async run(context, { requestId }) {
    const request = await context.tx.interviewRequest.findFirst({ where: { id: requestId } })
    if (request === null) throw notFound()
    if (!context.actor.memberships.some(({ role }) => role !== 'partner')) throw forbidden('Your role may not do this here.')
    await personToChange(context, 'return-home-interview', request.personId)
    const changed = await context.tx.interviewRequest.updateMany({ where: { id: requestId, answeredAt: null, withdrawnAt: null }, data: { withdrawnAt: context.now } })
    if (changed.count === 0) throw conflict('This was answered or taken back already: open the page again.')
    await recordOfEpisode(context, { id: request.episodeId, personId: request.personId, borough: request.borough }, { kind: 'return-home-interview', heading: 'Request for the return home interview taken back', occurredAt: context.now, body: {} })
    return { goTo: episodePage(request.episodeId), says: 'Taken back.', ids: { episodeId: request.episodeId } }
  },
}

/** The commissioned team records its own interview, once. It reads nothing of the record by it. */
export const answerInterview: Act<typeof answerInterviewInput> = {
  name: 'answer-interview',
  right: 'return-home-interview',
  input: answerInterviewInput,
  async run(context, input) {
    const teams = context.actor.memberships.filter((one) => mayAs(one, 'return-home-interview', { agency: one.agency })).map(({ teamId }) => teamId)
    const request = await context.tx.interviewRequest.findFirst({ where: { id: input.requestId, teamId: { in: teams } } })
    if (request === null) throw notFound()
    const membership = context.actor.memberships.find(({ teamId }) => teamId === request.teamId)
    if (request.withdrawnAt !== null) throw conflict('This was taken back: no interview is needed from you.')
    if (request.answeredAt !== null) throw conflict('Your team has recorded this interview already.')
    const [row] = await context.tx.$queryRaw<{ at: Date | null }[]>`SELECT interview_returned(${request.id}::uuid) AS at`
    afterReturn(context, 'at', input.at, row?.at ?? request.askedAt)
    const entryId = context.record({
      ledger: request.borough, kind: 'return-home-interview', heading: `Return home interview: ${interviewWords(input.how).toLowerCase()}`, occurredAt: input.at, subjects: [request.personId],
      ...(membership === undefined ? {} : { agency: membership.agency, membershipId: membership.id, source: membership.teamName }), body: { ...interviewBody(input), episode_id: request.episodeId },
    })
    const [done] = await context.tx.$queryRaw<{ done: boolean }[]>`SELECT answer_interview(${request.id}::uuid, ${entryId}::uuid, ${input.at}::timestamptz, ${input.how}, ${context.now}::timestamptz) AS done`
    if (done?.done !== true) throw conflict('Your team has recorded this interview already.')
    return { goTo: `/asked/interviews/${request.id}`, says: 'Your interview is with the local authority.', ids: { requestId: request.id } }
  },
}
