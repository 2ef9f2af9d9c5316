import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { joinPeople } from '@/lib/people/acts/join-people'
import { neverSame } from '@/lib/people/acts/never-same'
import { aDecisionMaker, aMashOfficer, aSocialWorker } from './actors'
import type { TestDatabase } from './database'
import { childrenOf } from './recorded-discussions'
import { aReferral } from './referrals'

type Input = Record<string, unknown>

/** A child on record in Bromley. */
export async function aKnownChild(database: TestDatabase, child: Input, overrides: Input = {}, now?: Date): Promise<{ personId: string; referralId: string; reference: string }> {
  const borough = typeof overrides['borough'] === 'string' ? overrides['borough'] : 'bromley'
  const sent = await aReferral(await aMashOfficer(database, borough), { children: [child], ...overrides }, now)
  return { ...sent, personId: (await childrenOf(database, sent.referralId))[0] ?? '' }
}

/** Joins two through the act, `kept` staying. Gives the id of the joining. */
export async function aJoining(database: TestDatabase, actor: Actor, keptId: string, goneId: string, now: Date, reason = 'Same mother, same school, one day apart.'): Promise<string> {
  const outcome = await perform(joinPeople, actor, { personId: keptId, otherId: goneId, keep: 'this', reason }, { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`not joined: ${JSON.stringify(outcome)}`)
  return joiningOf(database, goneId)
}

export const joiningOf = async (database: TestDatabase, goneId: string): Promise<string> =>
  (await database.admin<{ id: string }>('SELECT id FROM person_join WHERE gone_id = $1 AND parted_at IS NULL', [goneId]))[0]?.id ?? ''

const COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['person', 'id'], ['person_name', 'person_id'], ['person_address', 'person_id'], ['relationship', 'person_id'], ['relationship', 'other_id'], ['flag', 'person_id'], ['person_reach', 'person_id'], ['referral_person', 'person_id'],
  ['meeting_child', 'person_id'], ['meeting_call_child', 'person_id'], ['action', 'child_id'], ['episode', 'person_id'], ['forum_decision', 'person_id'], ['found_with', 'person_id'], ['interview_request', 'person_id'],
  ['trigger_plan', 'person_id'], ['protection', 'person_id'], ['other_child', 'child_id'], ['other_child', 'other_id'], ['warning_notice', 'child_id'], ['warning_notice', 'adult_id'], ['person_identifier', 'person_id'],
  ['place_link', 'person_id'], ['cse_category', 'person_id'], ['exploitation_work', 'person_id'], ['exploitation_case', 'person_id'], ['meeting_item', 'person_id'], ['person_search', 'person_id'],
]

/** Every row that stands about somebody, table by table, as text; `entry`s and duties apart. */
export async function rowsOf(database: TestDatabase, personId: string): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const [table, column] of COLUMNS) {
    const found = await database.admin<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE ${column} = $1 ORDER BY 1`, [personId])
    if (found.length > 0) rows[`${table}.${column}`] = found.map(({ row }) => row)
  }
  return rows
}

/** What somebody is owed and was owed, as it stands. A row that was made again is the same duty. */
export const dutiesOf = (database: TestDatabase, personId: string): Promise<Record<string, unknown>[]> => database.admin(
  `SELECT key, alert, basis, borough, referral_id, item_id, owed_by, started_by, starts_at, due_at, day_end, pack, clause, met_at, met_by, ended_at, ended_by, ended_why, assigned_to
   FROM deadline WHERE child_id = $1 AND superseded_at IS NULL ORDER BY key`, [personId])

/** Good input for each act about two records of one person, by act. */
export async function inputsAboutIdentity(database: TestDatabase, now: Date): Promise<Record<string, Input>> {
  const [one, other, gone, never] = [
    await aKnownChild(database, { givenName: 'Sorrel', familyName: 'Twicefold' }), await aKnownChild(database, { givenName: 'Sorel', familyName: 'Twicefold' }),
    await aKnownChild(database, { givenName: 'Sorrell', familyName: 'Twicefold' }), await aKnownChild(database, { givenName: 'Sorrel', familyName: 'Onlyonce' }),
  ]
  const joinId = await aJoining(database, await aSocialWorker(database), other.personId, gone.personId, now)
  await perform(neverSame, await aDecisionMaker(database), { personId: one.personId, otherId: never.personId, reason: 'Twins of that name.' }, { key: randomUUID(), now })
  return {
    'join-people': { personId: one.personId, otherId: other.personId, keep: 'this', reason: 'Same mother.' }, 'part-people': { personId: other.personId, joinId, reason: 'Two cousins.' },
    'never-the-same': { personId: other.personId, otherId: never.personId, reason: 'Cousins.' }, 'same-after-all': { personId: one.personId, otherId: never.personId, reason: 'Not twins.' },
  }
}
