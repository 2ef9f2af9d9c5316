import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadActor } from '@/lib/access/load-actor'
import { ROLES } from '@/lib/access/roles'
import { wallSettings } from '@/lib/access/visibility'
import { chase } from '@/lib/deadlines/acts/chase'
import { answerRequest } from '@/lib/enquiry/acts/answer-request'
import { recordResearch } from '@/lib/enquiry/acts/record-research'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { answerInvitation } from '@/lib/meetings/calls/answer-invitation'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { aChair } from '@/tests/support/agendas'
import { aChildAndAnAdult, done } from '@/tests/support/concerns'
import { useDatabase } from '@/tests/support/database'
import { inputsOfEveryAct } from '@/tests/support/every-act'
import { aReferral } from '@/tests/support/referrals'

/**
 * A function that runs as its owner looks past every wall. All that the application may run are here, each with what keeps it from telling or changing
 * more than the actor may: a new one fails until somebody says which. What is said is tried, with every id there is handed in.
 */
const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)

/** Answers within the reach of the settings of the second wall, or to the account and the teams in them: to nobody else anything, whatever is handed in. */
const ASKS_WHO = [
  'absent_over', 'action_words', 'administration_entries', 'agenda_people', 'agenda_places', 'agenda_words', 'alike', 'answer_flag_ask', 'answer_interview', 'answer_named', 'answer_words', 'app_asked_for',
  'app_attended', 'app_invited', 'app_shares', 'barred_ties', 'call_children', 'call_entry', 'call_words', 'children_of_own_referral', 'class_missing', 'close_episode', 'concern_edges', 'consent_words',
  'disclosure_words', 'duty_entries', 'duty_told', 'episode_duties', 'episode_words', 'exploitation_discussed', 'exploitation_figures', 'family_edges', 'figure_clocks', 'figure_duty_counts', 'figure_fact_counts', 'find_people',
  'flag_ask_own', 'household_seen', 'in_hand', 'index_open', 'interview_returned', 'interview_words', 'item_opens', 'known_boroughs', 'linked_waiting', 'listed_lately', 'meeting_words', 'missing_board', 'missing_cards',
  'missing_changes', 'missing_counts', 'missing_figures', 'missing_waiting', 'notices_of', 'others_at_risk', 'people_meant', 'person_cards', 'policy_action_children', 'policy_call_children', 'policy_item_person',
  'policy_meeting_children', 'policy_request_children', 'record_open', 'record_standing', 'referral_words', 'request_words', 'research_words', 'restricted_to_report', 'set_restricted', 'suspect_steps',
  'suspects_outstanding', 'unlooked_ties', 'untagged_calls', 'duty_bearing', 'hand_on_work',
]

/** Of those, which have nothing to tell in the world of this test: that they tell is tried where they belong. */
const NOTHING_HERE: Readonly<Record<string, string>> = {
  administration_entries: 'tests/db/administration',
  alike: 'tests/db/identity',
  answer_named: 'tells nothing to anybody (tests/db/other-children)',
  close_episode: 'tests/db/missing-return',
  hand_on_work: 'tests/db/administration',
  interview_words: 'tests/db/missing-return',
  unlooked_ties: 'tests/db/posing-risk-read',
}

/** A yes or a no about ids that whoever asks has already; policies and guards are made of them, so the application's role must be able to run them. */
const YES_OR_NO = ['all_barred', 'any_barred', 'asked_before_restricted', 'entry_barred', 'entry_bears', 'figure_last', 'figure_not_quorate', 'item_redacted', 'meeting_opened', 'pair_in_reach', 'person_barred', 'person_in', 'police_involved', 'referral_opened']

/**
 * What an act computes with, past its actor's reach: whose account it is must be said, and only these files ask. None of them shows what it is told
 * (lib/chronology/history; second-wall.md).
 */
const OF_ACTS: Readonly<Record<string, readonly string[]>> = {
  policy_history: ['lib/chronology/answer-for-others.ts', 'lib/chronology/history.ts', 'lib/people/join.ts', 'lib/people/match.ts'],
  policy_people: ['lib/access/load-actor.ts', 'lib/chronology/history.ts', 'lib/people/add-people.ts', 'lib/people/standing.ts', 'lib/warning-notices/acts/of.ts'],
  policy_flags: ['lib/chronology/history.ts'],
  policy_deadlines: ['lib/actions/carry-action.ts', 'lib/deadlines/owed-anywhere.ts', 'lib/deadlines/sync.ts', 'lib/deadlines/verify.ts'],
  policy_referrals: ['lib/chronology/history.ts'],
  policy_households: ['lib/households/look.ts'],
  policy_concerns: ['lib/households/look.ts'],
  policy_household_people: ['lib/households/look.ts'],
  name_household: ['lib/households/look.ts'],
  absent_episodes: ['lib/missing/settle.ts'],
  end_absent: ['lib/missing/settle.ts'],
  append_entry: ['lib/chronology/append.ts'],
  write_deadlines: ['lib/deadlines/acts/chosen.ts', 'lib/deadlines/sync.ts', 'lib/deadlines/watch.ts'],
}

/** The rest, each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  lock_people: 'tells nothing and changes nothing; needs an account',
  lock_subjects: 'tells which of the ids handed in were joined to another; needs an account',
  gone_by: 'ids of joined records, for those who count and for timed work; needs an account',
  entry_parted: 'a yes or a no about an entry that whoever asks has already',
  action_meeting: 'which kind of meeting an action comes from, of an action that whoever asks has already; needs an account',
  join_stopped_by: 'says "unknown" where the record that goes is not in the reach of the settings (tests/db/identity)',
  join_people: 'raises where the record that goes is not in reach, or either is restricted and not opened (tests/db/identity)',
  part_people: 'raises where the record that stayed is not in reach, or either is restricted and not opened (tests/db/identity)',
  say_not_same: 'raises where one is not in reach (tests/db/identity)',
  take_back_not_same: 'raises where it is not in reach (tests/db/identity)',
  leavers_holding: 'the worker alone',
  hand_on_of: 'the worker alone',
  keep_figures: 'the worker alone: counts that are kept name nobody',
  drop_kept_figures: 'the worker alone',
  figures_began: 'the worker alone',
  want_figures: 'asks the worker to count a stretch of time; needs an account with figures, and tells nothing',
  figure_is_wanted: 'a yes or a no: whether the worker was asked to count a stretch of time; needs an account',
  figure_changed: 'ids of duties in boroughs whose records open to whoever asks, and nothing that stands of them; needs an account',
  figure_changed_people: 'ids of people with an entry that is counted in boroughs whose records open to whoever asks; needs an account',
  figures_ready: 'which stretches of time are counted already, and no number of them; needs an account with figures',
  wanted_figures: 'the worker alone',
  figures_no_more_wanted: 'the worker alone',
  app_follows_own: 'takes a whole action: its own account is compared with the owner of the one before it (tests/db/actions)',
  password_link_account: 'asked before anybody is signed in: whoever has the id of a link has the link itself, and learns whose it is',
  drop_old_drafts: 'the worker alone: it takes away and tells how many',
  store_seal: 'the worker alone: a day is sealed once',
}

interface Definer { name: string; args: string; types: string[]; names: string[] | null; app: boolean; worker: boolean; owner: string; writes: boolean; path: string[] | null }
let functions: Definer[] = []
const app = { client: undefined as pg.Client | undefined }
const world = { people: [] as string[], ids: [] as string[], accounts: [] as string[], teams: [] as string[], counted: '' }

type Settings = Readonly<Record<string, string>>

/** One statement as the application's own role with these settings, undone again. */
async function asApp(settings: Settings, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  if (app.client === undefined) throw new Error('not connected')
  await app.client.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(settings)) await app.client.query('SELECT set_config($1, $2, true)', [name, value])
    return (await app.client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    await app.client.query('ROLLBACK')
  }
}

/** What is handed to an argument of a type, by name where the type alone says too little: the widest there is. */
function argument(of: string, type: string, name: string, first: boolean): string {
  if (of === 'find_people' && type === 'jsonb' || of === 'people_meant' && type === 'jsonb') return `'{"words":"tamsin brackwater","address":"","postcode":"","telephone":"","reference":"","identifier":"","born_on":""}'::jsonb`
  if (of.startsWith('figure_') && type === 'jsonb') return 'MEASURES'
  if (type === 'uuid' && first) return 'x.id'
  if (type === 'uuid') return name === 'p_entry' ? `(SELECT gen_random_uuid())` : `'00000000-0000-0000-0000-000000000000'::uuid`
  if (type === 'uuid[]') return name === 'p_places' || name === 'p_ids' || name === 'p_duties' || name === 'p_asks' ? '$1::uuid[]' : '$2::uuid[]'
  if (type === 'text[]') return name === 'p_with' ? `ARRAY['police','csc','health','education','other']` : '$3::text[]'
  if (type === 'bigint[]') return 'array_fill(0::bigint, ARRAY[cardinality($3::text[])])'
  if (type === 'text' && of === 'action_meeting') return 'x.id::text'
  if (type === 'text') return name === 'p_borough' ? 'NULL::text' : name === 'p_rule' ? `'risk/linked-child'` : name === 'p_agency' ? `'education'` : name === 'p_result' ? `'at-risk'` : name === 'p_how' ? `'done'` : `'a page'`
  if (of === 'administration_entries') return 'NULL' + (type === 'integer' ? '::int + 50' : `::${type}`)
  if (type === 'timestamp with time zone') return /since|from/.test(name) || ['others_at_risk'].includes(of) ? `'2000-01-01'::timestamptz` : `'2016-05-20'::timestamptz`
  if (type === 'integer') return of === 'missing_counts' ? '1' : '50'
  if (type === 'boolean') return 'true'
  throw new Error(`${of}: nothing to hand to ${name} (${type})`)
}

const iterates = (one: Definer): boolean => one.types[0] === 'uuid' && one.name !== 'administration_entries' || one.name === 'action_meeting'

/** How many rows, or answers that are not null, no and empty, come back: every id there is handed in. */
async function told(one: Definer, settings: Settings): Promise<number> {
  const args = one.types.map((type, index) => argument(one.name, type, one.names?.[index] ?? '', index === 0 && iterates(one))).join(', ')
    .replaceAll('MEASURES', `'[{"id":"m","alerts":["strategy-discussion-overdue"],"kind":"${world.counted}"}]'::jsonb`)
  const from = iterates(one) ? `FROM unnest($1::uuid[]) AS x(id) CROSS JOIN LATERAL ${one.name}(${args}) AS r` : `FROM ${one.name}(${args}) AS r`
  const sql = `SELECT count(*)::int AS many ${from} WHERE NOT (to_jsonb(r) IN ('null', 'false', '0', '[]', '""')) AND r IS DISTINCT FROM NULL
    AND NOT (jsonb_typeof(to_jsonb(r)) = 'object' AND NOT EXISTS (SELECT 1 FROM jsonb_each(to_jsonb(r)) AS j WHERE j.value NOT IN ('null', '0', 'false'))) AND $1::uuid[] IS NOT NULL AND $2::uuid[] IS NOT NULL AND $3::text[] IS NOT NULL`
  try {
    return Number((await asApp(settings, sql, [world.ids, world.people, [...BOROUGH_CODES]]))[0]?.['many'] ?? 0)
  } catch (error) {
    // A refusal is an answer that tells nothing: an account is missing, or no right.
    if (error instanceof Error && /needs an actor|only an administrator|still works here|row-level security/.test(error.message)) return 0
    throw new Error(`${one.name}(${one.args}): ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

beforeAll(async () => {
  app.client = new pg.Client({ connectionString: database.urls.app })
  await app.client.connect()
  await somethingOfEverything()
  functions = await database.admin<Definer>(`
    SELECT p.proname AS name, pg_get_function_identity_arguments(p.oid) AS args, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS a(t, n) ORDER BY n) AS types, p.proargnames AS names,
      has_function_privilege('holdfast_app', p.oid, 'EXECUTE') AS app, has_function_privilege('holdfast_worker', p.oid, 'EXECUTE') AS worker, pg_get_userbyid(p.proowner) AS owner, p.provolatile = 'v' AS writes, p.proconfig AS path
    FROM pg_proc p WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype AND p.pronamespace = 'public'::regnamespace ORDER BY 1`)
  world.people = (await database.admin<{ id: string }>('SELECT id FROM person')).map((row) => row.id)
  world.accounts = (await database.admin<{ id: string }>('SELECT id FROM account ORDER BY created_at, id')).map((row) => row.id)
  world.teams = (await database.admin<{ id: string }>('SELECT id FROM team')).map((row) => row.id)
  world.counted = (await database.admin<{ kind: string }>('SELECT kind FROM figure_fact LIMIT 1'))[0]?.kind ?? ''
  const keyed = await database.admin<{ name: string }>(`SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype`)
  for (const { name } of keyed) world.ids.push(...(await database.admin<{ id: string }>(`SELECT id FROM "${name}"`)).map((row) => row.id))
}, 120_000)
afterAll(() => app.client?.end())

/** Rows for every function to tell, if it told whoever asks. */
async function somethingOfEverything(): Promise<void> {
  const inputs = await inputsOfEveryAct(database, now)
  const [officer, worker, chair] = [await aMashOfficer(database), await aSocialWorker(database), await aChair(database)]
  const [asked] = await database.admin<{ account_id: string }>('SELECT m.account_id FROM information_request q JOIN membership m ON m.team_id = q.team_id WHERE q.id = $1', [inputs['answer-request']?.['requestId']])
  const school = await loadActor(asked?.account_id ?? '', now)
  if (school === null) throw new Error('no school was asked')
  await done(answerRequest, school, { requestId: inputs['answer-request']?.['requestId'], kind: 'refused', reason: 'A reason' }, now)
  await done(recordResearch, officer, inputs['record-research'] ?? {}, now)
  await done(answerInvitation, worker, { ...inputs['answer-invitation'], brings: 'The clinic’s notes' }, now)
  await done(chase, await aCaitSupervisor(database), { ...inputs['chase'], note: 'A note', to: 'The desk' }, now)
  const [place] = await database.admin<{ id: string }>('SELECT id FROM place LIMIT 1')
  const { callId = '' } = await done(listForMeeting, chair, { kind: 'location', borough: 'bromley', placeId: place?.id, why: 'Three calls in a week' }, now)
  await database.admin(`INSERT INTO meeting_invitation (id, call_id, part, agency, name, account_id, required) VALUES (gen_random_uuid(), $1, 'education', 'education', $2, $3, true)`, [callId, school.name, school.accountId])
  await aReferral(officer, { channel: 'telephone', fromWords: 'A hotel', narrative: 'A Makesafe call.' }, now)
  await database.admin(`INSERT INTO notification (id, deadline_id, rung, to_role, borough, says, at) SELECT gen_random_uuid(), id, 'x', 'mash-decision-maker', 'bromley', 'Told.', $1 FROM deadline LIMIT 1`, [now])
  // Somebody restricted, with a tie to somebody who is not.
  const pair = await aChildAndAnAdult(database, now, { givenName: 'Wilfred' })
  const other = await aChildAndAnAdult(database, now, { givenName: 'Winifred' })
  await database.admin(`INSERT INTO relationship (id, person_id, other_id, kind, since) VALUES (gen_random_uuid(), $1, $2, 'sibling', $3)`, [pair.childId, other.childId, now])
  await database.admin('UPDATE person SET restricted = true WHERE id = $1', [other.childId])
}

const everywhere = (account: string): Settings => ({
  'app.account': account, 'app.index_boroughs': '*', 'app.figure_boroughs': '*', 'app.record_boroughs': '*', 'app.narrative_boroughs': '*', 'app.involved_boroughs': '*', 'app.teams': `{${world.teams.join(',')}}`,
  'app.looks_for': 'on', 'app.episode_boroughs': '*', 'app.exploitation_boroughs': '*', 'app.meeting_boroughs': '*', 'app.administrator': 'on', 'app.auditor': 'on', 'app.told_to': ROLES.map((role) => `${role}:*,${role}:bromley`).join(','),
  'app.opened_record': '{}', 'app.opened_narrative': '{}', 'app.opened_glass': '{}',
})

describe('functions that run as their owner', () => {
  it('are all in the list, each once, and no other can be run', () => {
    const runnable = functions.filter((one) => one.app || one.worker).map((one) => one.name)
    const listed = [...ASKS_WHO, ...YES_OR_NO, ...Object.keys(OF_ACTS), ...Object.keys(OTHERWISE)]
    expect([...new Set(runnable)].filter((name) => !listed.includes(name))).toEqual([])
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([])
  })

  it('look for what they name in one place only, and are run by nobody unasked', async () => {
    for (const one of functions) expect(one.path?.some((setting) => setting.startsWith('search_path=')), one.name).toBe(true)
    const open = await database.admin<{ name: string }>(`SELECT p.proname AS name FROM pg_proc p WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype AND p.pronamespace = 'public'::regnamespace
      AND EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE')`)
    expect(open).toEqual([])
    const workers = Object.entries(OTHERWISE).filter(([, why]) => why.startsWith('the worker alone')).map(([name]) => name)
    expect(functions.filter((one) => one.app && workers.includes(one.name))).toEqual([])
  })

  it.each(ASKS_WHO)('%s tells nobody in particular anything, nor a school elsewhere, nor an account that has no role any more', async (name) => {
    const teacher = await aTeacher(database, 'sutton')
    for (const one of functions.filter((each) => each.name === name)) {
      expect(await told(one, {}), 'nobody').toBe(0)
      expect(await told(one, wallSettings(teacher)), 'a school elsewhere').toBe(0)
      expect(await told(one, wallSettings({ ...teacher, memberships: [] })), 'no role any more').toBe(0)
    }
  })

  it('tell something where everything is open: what is handed in above would have been answered', async () => {
    const silent: string[] = []
    for (const one of functions.filter((each) => ASKS_WHO.includes(each.name) && !(each.name in NOTHING_HERE))) {
      let many = 0
      // What is told to one account alone is asked for by each in turn.
      for (const account of /^(app_|agenda_p|call_children|listed_lately)/.test(one.name) ? world.accounts : world.accounts.slice(0, 1)) {
        many = await told(one, everywhere(account))
        if (many > 0) break
      }
      if (many === 0) silent.push(one.name)
    }
    expect(silent).toEqual([])
  }, 120_000)

  it('answer yes or no and nothing else, where they take ids alone', async () => {
    const rows = await database.admin<{ name: string }>(`SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace AND proname = ANY ($1) AND (prorettype <> 'boolean'::regtype OR proretset OR provolatile = 'v')`, [YES_OR_NO])
    expect(rows).toEqual([])
    const used = await database.admin<{ name: string }>(`
      SELECT f.name FROM unnest($1::text[]) AS f(name) JOIN pg_proc q ON q.proname = f.name WHERE NOT EXISTS (SELECT 1 FROM pg_policies WHERE coalesce(qual, '') || coalesce(with_check, '') ~ ('\\m' || f.name || '\\('))
        AND NOT EXISTS (SELECT 1 FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND NOT p.prosecdef AND p.prosrc ~ ('\\m' || f.name || '\\('))`, [YES_OR_NO])
    expect(used, 'no policy and no guard is made of them').toEqual([])
  })

  it('of acts are asked from the files that say so, and tell nothing where nobody says who asks', async () => {
    const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
      const at = path.join(folder, name)
      return name === 'generated' ? [] : statSync(at).isDirectory() ? files(at) : at.endsWith('.ts') ? [at] : []
    })
    const texts = files('lib').map((file) => [file, readFileSync(file, 'utf8')] as const)
    for (const [name, may] of Object.entries(OF_ACTS)) {
      const callers = texts.filter(([, text]) => new RegExp(`\\b${name}\\(`).test(text)).map(([file]) => file)
      expect(callers.filter((file) => !may.includes(file)), name).toEqual([])
    }
    const pages = [...files('app'), ...readdirSync('components')].join(' ')
    expect(pages).not.toMatch(/policy_/)
    for (const one of functions.filter((each) => each.name.startsWith('policy_') && each.name in OF_ACTS)) {
      expect(await told(one, {}), one.name).toBe(0)
      expect(await told(one, { 'app.account': world.accounts[0] ?? '' }), one.name).toBeGreaterThan(0)
    }
    // Facts for the policy, and no name among them.
    const [facts] = await asApp({ 'app.account': world.accounts[0] ?? '' }, 'SELECT * FROM policy_people($1::uuid[]) LIMIT 1', [world.people])
    expect(Object.keys(facts ?? {}).filter((key) => /name|description|telephone|reference|lead/.test(key))).toEqual([])
    await expect(asApp({}, 'SELECT lock_people($1::uuid[])', [world.people])).rejects.toThrow(/says who/)
  })

  it('a chair is told of the own agendas alone, until the last hour of the membership', async () => {
    const listed = async (boroughs: readonly string[], at: Date, ended: Date | null = null): Promise<number> => {
      const chair = await anActor(database, { role: 'mase-chair', agency: 'police', boroughs, rank: 'inspector' })
      if (ended !== null) await database.admin('UPDATE membership SET ended_at = $2 WHERE account_id = $1', [chair.accountId, ended])
      return (await asApp(wallSettings(chair), 'SELECT listed_lately($1)', [at])).length
    }
    expect(await listed(['bromley'], now)).toBeGreaterThan(0)
    expect(await listed(['sutton'], now)).toBe(0)
    expect(await listed(['bromley'], now, now)).toBe(0)
    expect(await listed(['bromley'], now, new Date(now.getTime() + 1))).toBeGreaterThan(0)
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    expect(await asApp(wallSettings(manager), 'SELECT listed_lately($1)', [now])).toEqual([])
  })
})
