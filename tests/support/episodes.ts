import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { reportMissing } from '@/lib/missing/acts/report'
import { anActor } from './actors'
import type { TestDatabase } from './database'

type Input = Record<string, unknown>

export const aDespatchSupervisor = (database: TestDatabase): Promise<Actor> => anActor(database, { role: 'despatch-supervisor', agency: 'police', boroughs: [], rank: 'sergeant' })
export const aMissingPersonsOfficer = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'missing-persons-officer', agency: 'police', boroughs: [borough], rank: 'sergeant' })
export const anInspectorOfTheUnit = (database: TestDatabase, borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'missing-persons-officer', agency: 'police', boroughs: [borough], rank: 'inspector' })

/** What a despatch supervisor writes down of a call about a child of fifteen who is away; override what the situation needs. */
export const callOf = (reportedAt: Date, overrides: Input = {}): Input => ({
  child: { givenName: 'Linnet', familyName: 'Farthingale', age: 15 }, searched: true, borough: 'bromley', reportedAt: reportedAt.toISOString(), callerKind: 'parent', callerName: 'Ms Farthingale', callerPhone: '020 7946 0000',
  missingFrom: 'Home', lastSeenWhere: 'At the bus stop', said: 'She went out after school.', answers: { cse_risk: 'no', harm: 'no' }, as: 'missing', ...overrides,
})

/** A child reported away; gives the ids. */
export async function anEpisode(database: TestDatabase, reportedAt: Date, overrides: Input = {}): Promise<{ episodeId: string; personId: string }> {
  const outcome = await perform(reportMissing, await aDespatchSupervisor(database), callOf(reportedAt, overrides), { key: randomUUID(), now: reportedAt })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return { episodeId: outcome.result.ids['episodeId'] ?? '', personId: outcome.result.ids['personId'] ?? '' }
}
