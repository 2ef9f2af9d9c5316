import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { askForInterview } from '@/lib/missing/acts/ask-interview'
import { recordReturnInterview } from '@/lib/missing/acts/interview'
import { makeTriggerPlan } from '@/lib/missing/acts/plan'
import { recordReturn } from '@/lib/missing/acts/return'
import { anActor, aSocialWorker } from './actors'
import type { TestDatabase } from './database'
import { aDespatchSupervisor, anEpisode } from './episodes'

type Input = Record<string, unknown>

const HOUR = 3_600_000

/** What whoever hears of it writes down of a child that is back; override what the situation needs. */
export const returnOf = (episodeId: string, returnedAt: Date, overrides: Input = {}): Input => ({ episodeId, returnedAt: returnedAt.toISOString(), how: 'found-police', where: 'Flat above the Lantern café', ...overrides })
export const checkOf = (episodeId: string, checkedAt: Date, overrides: Input = {}): Input => ({
  episodeId, checkedAt: checkedAt.toISOString(), officer: 'PC Orla Wetherby 4417', seen: 'yes', spokenTo: 'yes', safe: 'yes', medical: 'no', victim: 'no', circumstances: 'Left after a row and stayed with a friend.', askedHarm: 'yes', ...overrides,
})
export const interviewOf = (at: Date, overrides: Input = {}): Input => ({ at: at.toISOString(), how: 'done', by: 'Ms Thistlewood, Harbour Youth Trust', account: 'She goes to the flat because nobody shouts there.', ...overrides })
export const planOf = (personId: string, overrides: Input = {}): Input => ({ personId, first: 'Ring her aunt, then send a car to the Lantern café.', places: 'Lantern café; her aunt’s', contact: '020 7946 0000', reviewOn: '2016-08-01', ...overrides })

/** A team outside police that is commissioned to interview children on return. */
export const aYouthTrust = (database: TestDatabase, borough = 'bromley'): Promise<Actor> => anActor(database, { role: 'partner', agency: 'voluntary', boroughs: [borough], name: 'Rosalind Thistlewood' })
export async function asPartnerTeam(database: TestDatabase, actor: Actor): Promise<string> {
  const teamId = actor.memberships[0]?.teamId ?? ''
  await database.admin(`UPDATE team SET kind = 'partner' WHERE id = $1`, [teamId])
  return teamId
}

export async function done(act: Act<z.ZodType>, actor: Actor, input: Input, now: Date): Promise<Readonly<Record<string, string>>> {
  const outcome = await perform(act, actor, input, { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`not done: ${JSON.stringify(outcome)}`)
  return outcome.result.ids
}

/** A child reported at `reportedAt` and back three hours later. */
export async function aReturn(database: TestDatabase, reportedAt: Date, overrides: Input = {}, report: Input = {}): Promise<{ episodeId: string; personId: string; backAt: Date }> {
  const made = await anEpisode(database, reportedAt, report)
  const backAt = new Date(reportedAt.getTime() + 3 * HOUR)
  await done(recordReturn, await aDespatchSupervisor(database), returnOf(made.episodeId, backAt, overrides), backAt)
  return { ...made, backAt }
}

/** Good input for each act of a return, a trigger plan and the daily list, by act, about children of Bromley. */
export async function inputsAboutReturns(database: TestDatabase, now: Date): Promise<Record<string, Input>> {
  const reportedAt = new Date(now.getTime() - 5 * HOUR)
  const [worker, trust] = [await aSocialWorker(database), await aYouthTrust(database)]
  const out = await anEpisode(database, reportedAt, { child: { givenName: 'Merrily', familyName: 'Quarles', age: 15 } })
  const back = await aReturn(database, reportedAt, {}, { child: { givenName: 'Averil', familyName: 'Quarles', age: 15 } })
  const asked = await aReturn(database, reportedAt, {}, { child: { givenName: 'Lowell', familyName: 'Quarles', age: 15 } })
  const shared = await aReturn(database, reportedAt, {}, { child: { givenName: 'Sorrel', familyName: 'Quarles', age: 15 } })
  await done(recordReturnInterview, worker, { episodeId: shared.episodeId, independent: 'yes', ...interviewOf(now) }, now)
  const { requestId = '' } = await done(askForInterview, worker, { episodeId: asked.episodeId, teamId: await asPartnerTeam(database, trust) }, now)
  await done(makeTriggerPlan, worker, planOf(back.personId), now)
  const { episodeId, personId } = back
  const at = now.toISOString()
  return {
    'record-return': returnOf(out.episodeId, now), 'record-safe-and-well': checkOf(episodeId, now), 'record-debrief': { episodeId, how: 'new', what: 'Hit by her stepfather.', concern: 'physical-abuse' },
    'offer-return-interview': { episodeId, offeredAt: at, offeredBy: 'Mr Ashdown', answer: 'yes' }, 'record-return-interview': { episodeId, independent: 'yes', ...interviewOf(now) },
    'ask-for-interview': { episodeId, teamId: trust.memberships[0]?.teamId }, 'withdraw-interview': { requestId }, 'answer-interview': { requestId, ...interviewOf(now) },
    'share-interview': { episodeId: shared.episodeId, sharedAt: at, to: 'Sgt Pell', what: 'The flat', basis: 'public-task' },
    'record-arrest': { personId, arrestedAt: at, offence: 'Theft', custody: 'Bromley', protecting: 'Her worker is on the way.' }, 'review-arrest': { personId, decision: 'Released', reason: 'A victim' },
    'make-trigger-plan': planOf(out.personId), 'review-trigger-plan': { personId, version: 1, note: 'It stands.', reviewOn: '2016-08-01' },
    'settle-forum': { personId, episodeId, decision: 'set-aside', reason: 'A reason' },
  }
}
