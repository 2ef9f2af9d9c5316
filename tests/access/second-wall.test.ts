import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { Role } from '@/lib/access/roles'
import { wallSettings } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { answerRequest } from '@/lib/enquiry/acts/answer-request'
import { recordResearch } from '@/lib/enquiry/acts/record-research'
import { anActor, aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aQuestion } from '@/tests/support/enquiries'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aMissingPersonsOfficer } from '@/tests/support/episodes'
import { aReturn, asPartnerTeam, aYouthTrust, done, planOf } from '@/tests/support/returns'
import { askForInterview } from '@/lib/missing/acts/ask-interview'
import { settleForum } from '@/lib/missing/acts/forum'
import { makeTriggerPlan } from '@/lib/missing/acts/plan'
import { aReferral } from '@/tests/support/referrals'
import type { z } from 'zod'
import { COLUMNS } from './oracle'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)

/** The boroughs in which each role of Bromley reads a record, typed out from domain/access.md: '*' is all of London. */
const RECORD: Readonly<Record<Role, readonly string[]>> = {
  'mash-officer': ['bromley'], 'mash-social-worker': ['bromley'], 'mash-decision-maker': ['bromley'], 'emergency-duty-worker': ['bromley'], 'cait-officer': ['bromley'],
  'cait-supervisor': ['bromley'], 'missing-persons-officer': ['bromley'], 'mase-chair': ['bromley'], 'borough-manager': ['bromley'],
  'exploitation-assessor': ['*'], auditor: ['*'], 'despatch-supervisor': [], 'london-lead': [], partner: [], administrator: [],
}
/** Who reads the words themselves in their own boroughs without giving a reason. A CAIT officer only where the police are involved. */
const NARRATIVE: readonly Role[] = ['mash-officer', 'mash-social-worker', 'mash-decision-maker', 'emergency-duty-worker', 'cait-supervisor', 'auditor', 'cait-officer']

const LOOK_FOR: readonly Role[] = ['missing-persons-officer', 'despatch-supervisor']
const OF_A_SEARCH = ['episode', 'episode_entry', 'episode_information', 'episode_handover', 'found_with', 'trigger_plan']

type Row = Record<string, unknown>
const app = { client: undefined as pg.Client | undefined }
const children = { bromley: '', sutton: '', restricted: '' }
const actors = new Map<Role, Actor>()
let walled: string[] = []

/** The first wall switched off: one statement as the application's own role, with the settings of this actor and nothing else. */
async function asApp(actor: Actor | null, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = app.client
  if (client === undefined) throw new Error('not connected')
  await client.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(actor === null ? {} : wallSettings(actor))) await client.query('SELECT set_config($1, $2, true)', [name, value])
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.query('ROLLBACK')
  }
}

beforeAll(async () => {
  app.client = new pg.Client({ connectionString: database.urls.app })
  await app.client.connect()
  const officer = await aMashOfficer(database)
  const own = await aReferral(officer)
  children.bromley = (await childrenOf(database, own.referralId))[0] ?? ''
  await aRecordedDiscussion(await aSocialWorker(database), [children.bromley], own.referralId, now)
  const elsewhere = await aReferral(await aMashOfficer(database, 'sutton'), { borough: 'sutton', children: [{ givenName: 'Lettice', familyName: 'Oakhanger' }] })
  children.sutton = (await childrenOf(database, elsewhere.referralId))[0] ?? ''
  await aRecordedDiscussion(await aSocialWorker(database, 'sutton'), [children.sutton], elsewhere.referralId, now)
  // A question to a school of each borough, answered: what hangs on an enquiry stands behind the wall too.
  for (const [asker, referralId] of [[officer, own.referralId], [await aMashOfficer(database, 'sutton'), elsewhere.referralId]] as const) {
    const school = await aTeacher(database)
    const requestId = await aQuestion(asker, referralId, school, now)
    const sent = [[answerRequest, school, { requestId, kind: 'refused', reason: 'A reason' }], [recordResearch, asker, { referralId, systems: ['merlin'], held: 'no' }]] as const
    for (const [act, actor, input] of sent) if (!(await perform(act as Act<z.ZodType>, actor, input, { key: randomUUID(), now })).ok) throw new Error(act.name)
  }
  // A child of each borough who was away and is back: what hangs on that stands behind the wall too.
  for (const [borough, personId] of [['bromley', children.bromley], ['sutton', children.sutton]] as const) {
    const back = await aReturn(database, new Date(now.getTime() - 6 * 3_600_000), { company: [{ name: 'Silas Murrow' }] }, { borough, personId, child: null })
    await done(makeTriggerPlan, await aMissingPersonsOfficer(database, borough), planOf(personId), now)
    await done(askForInterview, await aSocialWorker(database, borough), { episodeId: back.episodeId, teamId: await asPartnerTeam(database, await aYouthTrust(database, borough)) }, now)
    await done(settleForum, await aMissingPersonsOfficer(database, borough), { personId, episodeId: back.episodeId, decision: 'set-aside', reason: 'A reason' }, now)
  }
  const hidden = await aReferral(officer, { children: [{ givenName: 'Isolde', familyName: 'Veilwood', address: '3 Hidden Row' }] })
  children.restricted = (await childrenOf(database, hidden.referralId))[0] ?? ''
  await database.admin('UPDATE person SET restricted = true WHERE id = $1', [children.restricted])
  for (const id of Object.values(children)) {
    await database.admin(`INSERT INTO flag (id, person_id, code, added_at, added_by) VALUES (gen_random_uuid(), $1, 'cse-risk', $2, $3)`, [id, now, officer.accountId])
  }
  for (const [role, agency] of COLUMNS) {
    const central = ['exploitation-assessor', 'despatch-supervisor', 'london-lead', 'auditor', 'administrator'].includes(role)
    actors.set(role, await anActor(database, { role, agency, boroughs: central ? [] : ['bromley'] }))
  }
  walled = (await database.admin<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`)).map(({ name }) => name)
}, 120_000)

afterAll(() => app.client?.end())

const actorOf = (role: Role): Actor => {
  const actor = actors.get(role)
  if (actor === undefined) throw new Error(role)
  return actor
}
/** Every row, in every column that the application may select: tables and columns that it may not read at all are walls too. */
async function readable(actor: Actor | null, table: string): Promise<Row[]> {
  const columns = await database.admin<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND has_column_privilege('holdfast_app', attrelid, attnum, 'SELECT')`, [table])
  return columns.length === 0 ? [] : asApp(actor, `SELECT ${columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table}"`)
}

describe('the second wall, with the first switched off', () => {
  it('stands around every table that holds people, matters or what anybody did', async () => {
    const open = (await database.admin<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE NOT relrowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`)).map(({ name }) => name)
    // Accounts, teams and settings: no word about a child.
    expect(open.filter((name) => !['_prisma_migrations', 'account', 'membership', 'policy_adoption', 'session', 'sign_in_attempt', 'team', 'sign_in_account'].includes(name))).toEqual([])
    expect(walled.length).toBeGreaterThan(20)
  })

  it.each(COLUMNS.map(([role]) => role))('%s reads no row beyond their boroughs, from any table', async (role) => {
    const actor = actorOf(role)
    const reach = RECORD[role]
    const within = (borough: unknown): boolean => reach.includes('*') || reach.includes(String(borough))
    const home = new Map([[children.bromley, 'bromley'], [children.sutton, 'sutton'], [children.restricted, 'bromley']])
    const mine = [actor.accountId, ...actor.memberships.map((membership) => membership.teamId)]
    for (const table of walled) {
      // Whoever looks for children sees, wherever in London, who is away, what is told of it and how to find them.
      if (LOOK_FOR.includes(role) && OF_A_SEARCH.includes(table)) continue
      for (const row of await readable(actor, table)) {
        const own = Object.values(row).some((value) => typeof value === 'string' && mine.includes(value))
        if (own) continue
        if ('borough' in row) expect(within(row['borough']), `${table}: ${JSON.stringify(row)}`).toBe(true)
        const people = ['person_id', 'child_id', 'other_id'].flatMap((key) => (typeof row[key] === 'string' ? [row[key]] : []))
        if (people.length > 0) expect(people.some((id) => within(home.get(id) ?? 'bromley')), `${table}: ${JSON.stringify(row)}`).toBe(true)
        if (table === 'entry') expect(within(row['ledger']), `entry ${String(row['heading'])}`).toBe(true)
      }
    }
  })

  it.each(COLUMNS.map(([role]) => role))('%s does not see that a restricted person has a name, an address, a flag or a word said of them', async (role) => {
    const actor = actorOf(role)
    for (const [table, column] of [['person', 'id'], ['person_name', 'person_id'], ['person_address', 'person_id'], ['flag', 'person_id'], ['entry_subject', 'person_id']] as const) {
      expect(await asApp(actor, `SELECT 1 FROM ${table} WHERE ${column} = $1`, [children.restricted]), table).toEqual([])
    }
    expect(await asApp(actor, 'SELECT 1 FROM entry_payload WHERE entry_id IN (SELECT id FROM entry WHERE $1 = ANY (subject_ids))', [children.restricted])).toEqual([])
  })

  it.each(COLUMNS.map(([role]) => role))('%s reads the words only where the narrative opens', async (role) => {
    const words = async (childId: string) => (await database.admin<{ entry_id: string }>('SELECT entry_id FROM entry_subject WHERE person_id = $1', [childId])).map((row) => row.entry_id)
    const seen = async (childId: string) => (await asApp(actorOf(role), 'SELECT entry_id FROM entry_payload WHERE entry_id = ANY ($1::uuid[])', [await words(childId)])).length
    if (role === 'exploitation-assessor') {
      // Of what bears on exploitation alone, in all of London (tests/access/exploitation-reach).
      for (const childId of [children.bromley, children.sutton]) {
        const bearing = await database.admin('SELECT 1 FROM entry_subject s WHERE s.person_id = $1 AND entry_bears(s.entry_id)', [childId])
        expect(await seen(childId)).toBe(bearing.length)
        expect(bearing.length).toBeLessThan((await words(childId)).length)
      }
      return
    }
    expect(await seen(children.bromley) > 0, 'own borough').toBe(NARRATIVE.includes(role))
    expect(await seen(children.sutton) > 0, 'elsewhere').toBe(role === 'auditor')
  })

  it('a partner sees nothing of people, and their own referral as sent', async () => {
    const teacher = await aTeacher(database)
    await aReferral(teacher, { children: [{ givenName: 'Sent', familyName: 'Byschool' }] })
    for (const table of ['person', 'person_name', 'person_address', 'person_reach', 'relationship', 'flag', 'referral_person', 'deadline', 'entry', 'entry_subject', 'entry_payload', 'meeting', 'person_search',
      'information_request', 'information_answer', 'consent_record', 'research_check', 'disclosure', 'episode', 'episode_entry', 'interview_request', 'found_with', 'forum_decision', 'trigger_plan']) {
      expect(await readable(teacher, table), table).toEqual([])
    }
    expect((await readable(teacher, 'referral')).length).toBe(1)
  })

  it('nobody in particular sees nothing', async () => {
    for (const table of walled) if (!['ledger_head', 'ledger_seal'].includes(table)) expect(await readable(null, table), table).toEqual([])
  })

  it.each(['deadline', 'entry', 'entry_payload', 'entry_subject', 'ledger_head', 'ledger_seal'])('the application cannot write %s but through its function', async (table) => {
    const officer = actorOf('mash-officer')
    for (const sql of [`INSERT INTO ${table} DEFAULT VALUES`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) await expect(asApp(officer, sql), sql).rejects.toThrow(/permission denied/)
    const [column] = await database.admin<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`, [table])
    await expect(asApp(officer, `UPDATE ${table} SET ${column?.name} = ${column?.name}`)).rejects.toThrow(/permission denied/)
  })

  it.each(['person', 'referral', 'meeting', 'action', 'reading_log', 'record_opening', 'flag', 'notification', 'act_key', 'account', 'team', 'membership'])('the application deletes nothing from %s', async (table) => {
    await expect(asApp(actorOf('mash-officer'), `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
  })

  it('a change beyond reach changes nothing, in another’s name is refused, and reading is logged under one’s own name only', async () => {
    const officer = actorOf('mash-officer')
    expect(await asApp(officer, `UPDATE referral SET rag = 'green' WHERE borough = 'sutton' RETURNING id`)).toEqual([])
    expect(await asApp(officer, `UPDATE person SET given_name = 'x' WHERE id = ANY ($1::uuid[]) RETURNING id`, [[children.sutton, children.restricted]])).toEqual([])
    await expect(asApp(officer, `UPDATE referral SET borough = 'sutton' WHERE borough = 'bromley'`)).rejects.toThrow(/row-level security/)
    await expect(asApp(officer, `INSERT INTO reading_log (id, at, account_id, depth, page) VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'index', '/')`, [now])).rejects.toThrow(/row-level security/)
    await expect(asApp(officer, 'ALTER TABLE referral DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/owner/)
    await expect(asApp(officer, 'SET ROLE holdfast_owner')).rejects.toThrow(/permission denied/)
  })
})
