import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { actionList } from '@/lib/actions/queries'
import { refusalsMade } from '@/lib/people/audit'
import { board } from '@/lib/deadlines/board'
import { callAbout, findForCall } from '@/lib/missing/call'
import { missingPatterns } from '@/lib/missing/patterns/queries'
import { PATTERN_LISTS } from '@/lib/missing/patterns/view'
import { personMissing } from '@/lib/missing/times-away'
import { mayBeSame } from '@/lib/people/same'
import { findPeople, peoplePage, suggestPeople } from '@/lib/people/search'
import { personChronology, personDuties, personHousehold, personOverview } from '@/lib/people/queries'
import { readAs } from '@/lib/access/read-as'
import { perform } from '@/lib/acts/perform'
import { setAddress } from '@/lib/people/acts/set-address'
import { plainDate } from '@/lib/policy/calendar/london'
import { missingBoard, missingWaiting } from '@/lib/missing/board'
import { missingChangesSince } from '@/lib/missing/changes'
import { episodePageOf } from '@/lib/missing/episode-page'
import { personExploitation } from '@/lib/exploitation/child'
import { BEHIND, exploitationFigures } from '@/lib/exploitation/figures'
import { flagLists } from '@/lib/exploitation/flags'
import { EXPLOITATION_LISTS } from '@/lib/exploitation/view'
import { exploitationLists } from '@/lib/exploitation/worklist'
import { FOUND } from '@/lib/wording/exploitation'
import { makesafeBoard } from '@/lib/places/makesafe'
import { placeList } from '@/lib/places/queries'
import { adultPage, othersAtRisk, personNetwork } from '@/lib/posing-risk/queries'
import { supervisionBoard } from '@/lib/supervision/board'
import { LISTS } from '@/lib/supervision/lists'
import { queue } from '@/lib/referrals/queue'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { BROMLEY_CHILDREN, castOf } from '../bench/cast'
import { buildLondon, BENCH_NOW } from '../bench/london'
import { anActor } from '../support/actors'
import { useDatabase } from '../support/database'
import { anAssessor } from '../support/exploitation'
import { blocksOf, plansOf, rowsOf, stepsOf, watchPlans } from '../support/plans'
import { aDespatchSupervisor, aMissingPersonsOfficer } from '../support/episodes'

/**
 * On a filled database no working page reads a large table from end to end, none sorts more than is open, and a page deep in a list costs what the
 * first does. Told by PostgreSQL itself while the product's own reads run, so that what happens inside its functions and policies counts too. No
 * time is measured: see `npm run bench`.
 */
const database = useDatabase()
/** Below this many rows a walk through the whole table is the faster way, and the planner takes it. */
const LARGE = 3000
/** Filled by the builder: were one of them small, the test would see nothing. */
const FILLED = ['person', 'person_search', 'person_reach', 'person_address', 'referral', 'referral_person', 'deadline', 'entry', 'entry_subject', 'entry_payload', 'relationship', 'episode', 'meeting', 'meeting_child', 'action']

let cast: { worker: Actor; supervisor: Actor }
let unit: Actor
let manager: Actor
let auditor: Actor
let assessor: Actor
let child = ''
/** Of whom most is on record. */
let oldest = ''
/** Of every borough’s MASH. */
let wide: Actor
const everywhere = (): Actor => wide
let looking: Actor[]
let episode = ''
let adult = ''
/** The address, the postcode and the telephone number of somebody. */
let reached = ''

beforeAll(async () => {
  await buildLondon(database.urls.owner, 0.01, BOROUGH_CODES)
  cast = await castOf((sql, values) => database.admin<{ is: string }>(sql, values))
  assessor = await anAssessor(database)
  await fillExploitation()
  unit = await anActor(database, { role: 'missing-persons-officer', agency: 'police', boroughs: ['bromley'], rank: 'sergeant' })
  auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
  manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
  // Two years of times away of all London, each over.
  await database.admin(`INSERT INTO episode (id, reference, person_id, borough, pack, reported_at, entry_id, recorded_at, recorded_by, caller_kind, missing_from, found_where, answers, class, classed_at, returned_at, seen_at, closed_at)
    SELECT gen_random_uuid(), 'E-' || row_number() OVER (), r.person_id, r.borough, 'mps-2016', a.at, gen_random_uuid(), a.at, $1::uuid, 'parent', 'Home', 'Bus station', '{}', 'missing', a.at, a.at + interval '3 hours', a.at + interval '5 hours', a.at + interval '9 hours'
    FROM (SELECT person_id, min(borough) AS borough FROM person_reach GROUP BY person_id ORDER BY person_id LIMIT 3500) r
      CROSS JOIN LATERAL (SELECT $2::timestamptz - make_interval(hours => (abs(hashtext(r.person_id::text)) % 17000) + n) AS at FROM generate_series(1, 2) AS n) a`, [unit.accountId, BENCH_NOW])
  await database.admin('ANALYZE episode')
  child = (await database.admin<{ is: string }>(BROMLEY_CHILDREN))[4]?.is ?? ''
  wide = await anActor(database, { role: 'mash-officer', agency: 'police', boroughs: ['croydon', 'newham', 'lambeth', 'lewisham', 'bromley'] })
  oldest = (await database.admin<{ is: string }>(`SELECT s.person_id AS is FROM entry_subject s JOIN person_reach r ON r.person_id = s.person_id AND r.borough = 'bromley' JOIN person p ON p.id = s.person_id AND NOT p.restricted GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`))[0]?.is ?? ''
  reached = (await database.admin<{ is: string }>(`SELECT concat_ws(' ', a.line, a.postcode, p.telephone) AS is FROM person p JOIN person_address a ON a.person_id = p.id AND a.until IS NULL WHERE p.telephone IS NOT NULL AND NOT p.restricted ORDER BY p.id LIMIT 1`))[0]?.is ?? ''
  looking = [await aDespatchSupervisor(database), await aMissingPersonsOfficer(database)]
  episode = await fillEpisodes()
  await fillConcerns()
  await fillMeetings()
  // What was loaded without waiting for the disk is taken for old only when it has arrived there: the look after loading may have come too early.
  await database.admin('VACUUM (ANALYZE) person_search')
  await watchPlans(database)
  large = new Set((await database.admin<{ relname: string }>(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples >= ${LARGE}`)).map((row) => row.relname))
  adult = (await database.admin<{ person_id: string }>(`SELECT person_id FROM relationship WHERE kind LIKE 'suspect%' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`))[0]?.person_id ?? ''
}, 180_000)

/** Categories of years, most of them followed by another; what was done; and children who wait to be assessed. */
async function fillExploitation(): Promise<void> {
  await database.admin(`INSERT INTO cse_category (entry_id, person_id, borough, category, minimum, set_at, set_by, superseded_at)
    SELECT gen_random_uuid(), p.id, coalesce(p.home_borough, 'bromley'), 1 + place % 3, 2, $1::timestamptz - place * interval '5 hours', $2::uuid, CASE WHEN place % 10 > 0 THEN $1::timestamptz END
    FROM (SELECT p.id, p.home_borough, row_number() OVER (ORDER BY p.id)::int AS place FROM person p WHERE NOT p.restricted AND NOT EXISTS (SELECT 1 FROM cse_category c WHERE c.person_id = p.id)) p WHERE p.place <= 4000`, [BENCH_NOW, assessor.accountId])
  await database.admin(`INSERT INTO exploitation_work (entry_id, person_id, borough, what, suspect_ids, at) SELECT gen_random_uuid(), c.person_id, c.borough, 'disruption', ARRAY[c.person_id], c.set_at FROM cse_category c`)
  await database.admin(`INSERT INTO deadline SELECT (jsonb_populate_record(NULL::deadline, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'key', 'exploitation ' || d.id, 'alert', 'cse-assessment-overdue', 'rule', 'exploitation/assessment', 'task', 'assess-cse'))).*
    FROM (SELECT * FROM deadline WHERE superseded_at IS NULL AND met_at IS NULL AND ended_at IS NULL ORDER BY id LIMIT 300) d`)
  await database.admin('ANALYZE cse_category, exploitation_work, deadline')
}

/** Discussions of years, each with a child and an action that was carried once and done. */
async function fillMeetings(): Promise<void> {
  await database.admin(`WITH one AS (SELECT a.*, m.id AS held FROM action a JOIN meeting m ON m.id = a.meeting_id LIMIT 1), more AS MATERIALIZED (SELECT gen_random_uuid() AS id, gen_random_uuid() AS first, gen_random_uuid() AS then, n FROM generate_series(1, 3200) AS n),
    met AS (INSERT INTO meeting SELECT (jsonb_populate_record(NULL::meeting, to_jsonb(m) || jsonb_build_object('id', x.id, 'held_at', m.held_at - x.n * interval '5 hours'))).* FROM more x, one JOIN meeting m ON m.id = one.held),
    about AS (INSERT INTO meeting_child SELECT (jsonb_populate_record(NULL::meeting_child, to_jsonb(c) || jsonb_build_object('meeting_id', x.id))).* FROM more x, one JOIN meeting_child c ON c.meeting_id = one.held)
    INSERT INTO action SELECT (jsonb_populate_record(NULL::action, to_jsonb(a) || d.own)).* FROM more x, (SELECT action.* FROM one JOIN action ON action.id = one.id) a
      CROSS JOIN LATERAL (VALUES (jsonb_build_object('id', x.first, 'meeting_id', x.id, 'due_at', a.due_at - x.n * interval '5 hours', 'carried_at', a.due_at, 'carried_to', x.then)), (jsonb_build_object('id', x.then, 'meeting_id', x.id, 'due_at', a.due_at - x.n * interval '4 hours', 'done_at', a.due_at))) AS d(own)`)
  await database.admin('ANALYZE meeting, meeting_child, action')
}

/** Years of children who were away and are back, and some forty who are out: two of them in Bromley. Gives one that is out. */
async function fillEpisodes(): Promise<string> {
  await database.admin(`
    INSERT INTO episode (id, reference, person_id, borough, pack, reported_at, entry_id, recorded_at, recorded_by, caller_kind, answers, class, classed_at, returned_at, seen_at, closed_at)
    SELECT gen_random_uuid(), 'E-FILL-' || n, p.id, coalesce(p.home_borough, 'bromley'), 'mps-2016', $1::timestamptz - n * interval '10 hours', e.id, $1, e.recorded_by, 'parent', '{}', 'missing', $1::timestamptz - n * interval '10 hours',
      CASE WHEN n > 40 THEN $1::timestamptz - (n - 1) * interval '10 hours' END, CASE WHEN n > 40 THEN $1::timestamptz - (n - 1) * interval '10 hours' END, CASE WHEN n > 40 THEN $1::timestamptz - (n - 1) * interval '10 hours' END
    FROM (SELECT p.*, row_number() OVER (ORDER BY p.id) AS place FROM person p WHERE NOT p.restricted AND NOT EXISTS (SELECT 1 FROM episode o WHERE o.person_id = p.id AND o.returned_at IS NULL)) p
    CROSS JOIN LATERAL (SELECT e.id, e.recorded_by FROM entry e LIMIT 1) e
    CROSS JOIN LATERAL (SELECT p.place AS n) n WHERE p.place <= 6000`, [BENCH_NOW])
  // Each of those who were away has words of its own, and what falls due.
  await database.admin(`INSERT INTO episode_entry (entry_id, episode_id) SELECT DISTINCT ON (s.entry_id) s.entry_id, e.id FROM episode e JOIN entry_subject s ON s.person_id = e.person_id ON CONFLICT DO NOTHING`)
  await database.admin('ANALYZE episode, episode_entry, episode_information, episode_handover')
  const [out] = await database.admin<{ id: string }>('SELECT id FROM episode WHERE returned_at IS NULL LIMIT 1')
  return out?.id ?? ''
}
/** Some hundreds of adults of concern, what is owed about the children they are linked to, thousands of places and calls. */
async function fillConcerns(): Promise<void> {
  await database.admin(`UPDATE relationship SET kind = 'suspect' WHERE id IN (SELECT r.id FROM relationship r WHERE NOT EXISTS (SELECT 1 FROM relationship o WHERE o.person_id = r.person_id AND o.other_id = r.other_id AND o.id <> r.id) ORDER BY r.id LIMIT 800)`)
  await database.admin(`INSERT INTO deadline SELECT (jsonb_populate_record(base.d, jsonb_build_object('id', gen_random_uuid(), 'key', 'fill-' || r.id, 'alert', 'wider-risk-unassessed', 'rule', 'risk/wider', 'child_id', r.other_id, 'borough', 'bromley', 'item_id', r.person_id, 'due_at', $1::timestamptz,
      'met_at', NULL, 'met_by', NULL, 'met_recorded_at', NULL, 'ended_at', NULL, 'ended_by', NULL, 'ended_why', NULL, 'ended_recorded_at', NULL, 'superseded_at', NULL, 'superseded_by', NULL, 'superseded_why', NULL))).*
    FROM relationship r CROSS JOIN (SELECT t AS d FROM deadline t ORDER BY t.id LIMIT 1) base WHERE r.kind = 'suspect' AND abs(hashtext(r.id::text)) % 4 <> 0`, [BENCH_NOW])
  await database.admin(`INSERT INTO place (id, reference, kind, name, borough, concern, makesafe, recorded_at, recorded_by, changed_at)
    SELECT gen_random_uuid(), 'L-' || n, 'hotel', 'Hotel ' || n, ($2::text[])[1 + n % 33], true, true, $1, gen_random_uuid(), $1 FROM generate_series(1, 4000) n`, [BENCH_NOW, BOROUGH_CODES])
  await database.admin(`INSERT INTO makesafe_call (id, reference, borough, place_id, received_at, channel, tag, tagged_at, tagged_by, recorded_at, recorded_by, entry_id)
    SELECT gen_random_uuid(), 'K-' || reference, borough, id, $1::timestamptz - make_interval(hours => abs(hashtext(reference)) % 4000), '101', 'makesafe', $1, gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid() FROM place`, [BENCH_NOW])
  await database.admin(`UPDATE referral SET channel = 'telephone' WHERE borough = 'bromley' AND received_at > $1::timestamptz - interval '60 days'`, [BENCH_NOW])
  await database.admin('ANALYZE relationship, deadline, place, makesafe_call, referral')
}
const everybody = { borough: null, class: null, grade: null, late: false, back: false, after: null } as const
const looker = (): Actor => looking[0] as Actor

/** Tables so large that a walk through the whole of one is a fault. */
let large: ReadonlySet<string>

interface Read { readonly whole: string[]; readonly steps: number; readonly sorted: { rows: number; by: string }; readonly blocks: number; readonly answer: unknown }

async function readsOf(work: () => Promise<unknown>): Promise<Read> {
  const { answer, plans } = await plansOf(work)
  expect(answer).not.toBeNull()
  const steps = plans.flatMap(({ plan }) => stepsOf(plan))
  // A heap of a page’s length is no sort of what it reads.
  const sorts = steps.filter((step) => /Sort/.test(step['Node Type']) && step['Sort Method'] !== 'top-N heapsort').map((step) => ({ rows: Math.max(0, ...(step.Plans ?? []).map((from) => from['Actual Rows'] ?? 0)), by: `${(step['Sort Key'] ?? []).join(', ')} ${step['Sort Method'] ?? ''}` }))
  return {
    answer, whole: [...new Set(steps.flatMap((step) => (step['Node Type'] === 'Seq Scan' && rowsOf(step) + (step['Actual Loops'] ?? 0) > 0 && large.has(step['Relation Name'] ?? '') ? [step['Relation Name'] ?? ''] : [])))].sort(),
    steps: steps.length, sorted: sorts.reduce((most, one) => (one.rows > most.rows ? one : most), { rows: 0, by: '' }), blocks: blocksOf(plans),
  }
}

const everything = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null } as const
const pages: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the queue', () => queue(cast.worker, everything, BENCH_NOW)],
  ['the queue, with what is late and mine', () => queue(cast.worker, { ...everything, late: true, who: 'mine' }, BENCH_NOW)],
  ['the queue, searched by a name spelled otherwise and a date of birth', () => queue(cast.worker, { ...everything, q: 'Hussien 3.5.2012' }, BENCH_NOW)],
  ['the queue, searched', () => queue(cast.worker, { ...everything, q: 'Hussein' }, BENCH_NOW)],
  ['the board', () => board(cast.supervisor, { when: null, borough: null, band: null, mine: false, after: null }, BENCH_NOW)],
  ...LISTS.map((list) => [`the supervisor’s list: ${list}`, () => supervisionBoard(cast.supervisor, { list, when: null, borough: null, mine: false, after: null }, BENCH_NOW)] as const),
  ['people searched by a name spelled otherwise', () => findPeople(cast.worker, { q: 'Mahommed Hussien' }, BENCH_NOW)],
  ['people searched by name and date of birth', () => findPeople(cast.worker, { q: 'Hussein 14 May 2012' }, BENCH_NOW)],
  ['people searched by date of birth alone', () => findPeople(cast.worker, { q: '14.5.2012' }, BENCH_NOW)],
  ['people searched by address, postcode and telephone', () => findPeople(cast.worker, { q: reached }, BENCH_NOW)],
  ['people searched within one borough', () => findPeople(manager, { q: 'Hussein' }, BENCH_NOW)],
  ['people, a further page', () => peoplePage(cast.worker, { q: 'Hussein', after: Buffer.from(`300.${child}`).toString('base64url') }, BENCH_NOW)],
  ['people while somebody types', () => suggestPeople(cast.worker, 'Husse', BENCH_NOW)],
  ['the board, searched', () => board(cast.supervisor, { when: null, borough: null, band: null, mine: false, after: null, q: 'Brakwater' }, BENCH_NOW)],
  ['the list of exploitation, searched', () => exploitationLists(assessor, { list: 'assess', borough: null, after: undefined, q: 'Brakwater' }, BENCH_NOW)],
  ['the board of missing children, searched', () => missingBoard(looker(), { ...everybody, q: 'Brakwater' }, BENCH_NOW)],
  ['the search of a call', () => findForCall(unit, 'Hussein', BENCH_NOW)],
  ['a call about a child', () => callAbout(unit, child, { at: BENCH_NOW, answers: {} }, BENCH_NOW)],
  ...PATTERN_LISTS.filter((list) => list !== 'people' && list !== 'settled').map((list) => [`patterns of missing children: ${list}`, () => missingPatterns(unit, { list, borough: null, without: false, after: undefined }, BENCH_NOW)] as const),
  ['other children at risk from the same person', () => othersAtRisk(cast.worker, { list: 'owed', borough: null }, BENCH_NOW)],
  ['other children at risk, of one borough', () => othersAtRisk(cast.worker, { list: 'owed', borough: 'bromley' }, BENCH_NOW)],
  ['linked to an adult and never looked into', () => othersAtRisk(cast.worker, { list: 'unlooked', borough: null }, BENCH_NOW)],
  ['an adult who poses a risk', () => adultPage(looker(), adult, BENCH_NOW)],
  ['the network around a child', () => personNetwork(cast.worker, child, BENCH_NOW)],
  ['places of concern, of one borough', () => placeList(cast.worker, { borough: 'bromley', kind: null, q: '' }, BENCH_NOW)],
  ['calls of Makesafe', () => makesafeBoard(cast.worker, { list: 'calls', borough: null }, BENCH_NOW)],
  ['calls without their tag', () => makesafeBoard(cast.worker, { list: 'untagged', borough: null }, BENCH_NOW)],
  ['a child’s times away', () => personMissing(cast.worker, child, BENCH_NOW)],
  ['the board of missing children', () => missingBoard(looker(), everybody, BENCH_NOW)],
  ['the board of missing children, what is late in Bromley', () => missingBoard(looking[1] as Actor, { ...everybody, borough: 'bromley', late: true }, BENCH_NOW)],
  ['the board of missing children, of a MASH', () => missingBoard(cast.worker, everybody, BENCH_NOW)],
  ['the number of missing children in the bar', () => readAs(looker(), (tx) => tx.$queryRaw`${missingWaiting(looker(), BENCH_NOW)}`)],
  ['what has changed of missing children', () => missingChangesSince(looker(), new Map([['bromley', 0]]))],
  ['an episode', () => episodePageOf(looker(), episode, BENCH_NOW)],
  ...EXPLOITATION_LISTS.map((list) => [`the list of exploitation: ${list}`, () => exploitationLists(assessor, { list, borough: null, after: undefined }, BENCH_NOW)] as const),
  ['the list of exploitation, of one borough', () => exploitationLists(assessor, { list: 'assess', borough: 'bromley', after: undefined }, BENCH_NOW)],
  ...FOUND.map((found) => [`flags and records: ${found}`, () => flagLists(assessor, { found, borough: 'bromley', after: undefined }, BENCH_NOW)] as const),
  ...BEHIND.map((behind) => [`figures of exploitation, with the ${behind} behind them`, () => exploitationFigures(assessor, { since: 'month', borough: null, behind, after: undefined }, BENCH_NOW)] as const),
  ['a child’s exploitation page', () => personExploitation(assessor, child, BENCH_NOW)],
  ['a child’s page', () => personOverview(cast.worker, child, BENCH_NOW)],
  ['actions of one’s agency', () => actionList(cast.supervisor, { whose: 'agency' }, BENCH_NOW)],
  ['actions of one’s boroughs that have ended', () => actionList(cast.supervisor, { whose: 'borough', ended: true }, BENCH_NOW)],
  ['what policy refused, of all London', () => refusalsMade(auditor, undefined, BENCH_NOW)],
  ['who may be the same as a child', () => mayBeSame(cast.worker, child, BENCH_NOW)],
  ['a child’s chronology', () => personChronology(cast.worker, child, {}, BENCH_NOW)],
  ['a child’s duties', () => personDuties(cast.worker, child, BENCH_NOW)],
  ['a child’s household', () => personHousehold(cast.worker, child, BENCH_NOW)],
  ['a child’s household of an earlier day', () => personHousehold(cast.worker, child, BENCH_NOW, plainDate('2016-01-01'))],
  ['an address put on record, and who lives there', () => moved()],
]

/** To where somebody else of London lives: with all that looking at a household asks. */
async function moved(): Promise<void> {
  const [home] = await database.admin<{ line: string; postcode: string; borough: string }>(`SELECT line, postcode, borough FROM person_address WHERE until IS NULL AND line <> '' AND postcode IS NOT NULL AND borough IS NOT NULL AND person_id <> $1 ORDER BY id LIMIT 1`, [child])
  const outcome = await perform(setAddress, cast.worker, { personId: child, ...home, reason: 'A reason' }, { key: randomUUID(), now: BENCH_NOW })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}

test('the tables are large enough to tell', () => {
  expect(FILLED.filter((table) => !large.has(table))).toEqual([])
})

/** What waits and is open is put in order, and nothing that grows with the years. A sort that keeps a page of it and forgets the rest costs no more than reading. */
const OPEN_AT_MOST = 250
/** Lists of London over a year or a stretch, and a list searched, where each of those who stand on it is weighed: so much, and no more. */
const COUNTED_AT_MOST = 1200
const counted = /^(figures of exploitation|flags and records|what has changed)|, searched$/

test.each(pages)('%s reads no large table from end to end, and sorts no more than is open', async (name, work) => {
  const { whole, steps, sorted } = await readsOf(work)
  expect(whole).toEqual([])
  expect(sorted.rows, sorted.by).toBeLessThanOrEqual(counted.test(name) ? COUNTED_AT_MOST : OPEN_AT_MOST)
  // What was done was told: nothing at all would mean that the telling is broken.
  expect(steps).toBeGreaterThan(3)
})

test('whom a date of birth and a name may mean is told by the index alone: the rows lie apart, as many as are born near that day', async () => {
  const { plans } = await plansOf(() => mayBeSame(cast.worker, child, BENCH_NOW))
  const steps = plans.flatMap(({ plan }) => stepsOf(plan)).filter((step) => step['Index Name']?.startsWith('person_search_born') === true)
  expect(steps.map((step) => step['Node Type'])).toContain('Index Only Scan')
  expect(new Set(steps.map((step) => step['Node Type'])).size).toBe(1)
})

test('the last entries of a child are read from an index in their order: none is read to be sorted away', async () => {
  const { plans } = await plansOf(() => personOverview(cast.worker, oldest, BENCH_NOW))
  const walks = plans.flatMap(({ plan }) => stepsOf(plan)).filter((step) => step['Index Name'] === 'entry_subject_in_order')
  expect(walks.map((step) => step['Node Type'])).toContain('Index Only Scan')
  expect(Math.max(...walks.map(rowsOf))).toBeLessThanOrEqual(7)
})

/** Turned through to the end: what each page looked at. */
async function turned<Page>(page: (after: string | null) => Promise<Page | null>, next: (page: Page) => string | null | undefined): Promise<number[]> {
  const blocks: number[] = []
  for (let after: string | null = null, place = 0; place < 12; place += 1) {
    const read = await readsOf(() => page(after))
    blocks.push(read.blocks)
    after = next(read.answer as Page) ?? null
    if (after === null) break
  }
  return blocks
}

test.each([
  ['the queue', () => turned((after) => queue(everywhere(), { ...everything, after }, BENCH_NOW), (page) => page.next)],
  ['the board', () => turned((after) => board(cast.supervisor, { when: null, borough: null, band: null, mine: false, after }, BENCH_NOW), (page) => page.next25)],
  ['people searched', () => turned((after) => peoplePage(cast.worker, { q: 'Mohammed', after }, BENCH_NOW), (page) => page.next)],
  ['a child’s chronology', () => turned((after) => personChronology(cast.worker, oldest, after === null ? {} : { before: after }, BENCH_NOW), (page) => (page.shut === null ? page.more?.next : null))],
] as const)('a page deep in %s costs no more than the first', async (_, pagesOf) => {
  await pagesOf()
  const [first = 0, ...deeper] = await pagesOf()
  expect(deeper.length).toBeGreaterThan(1)
  expect(Math.max(...deeper), deeper.join(', ')).toBeLessThanOrEqual(first * 1.2 + 50)
})
