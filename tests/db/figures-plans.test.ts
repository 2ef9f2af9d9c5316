import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { dashboard } from '@/lib/figures/dashboard'
import { declared } from '@/lib/figures/count'
import { keepFigures } from '@/lib/figures/keep'
import { isDuty, MEASURES } from '@/lib/figures/measures'
import { PERIODS } from '@/lib/figures/moments'
import { sideBySide } from '@/lib/figures/side-by-side'
import { closeDb } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { BENCH_NOW, buildLondon } from '../bench/london'
import { anActor } from '../support/actors'
import { useDatabase } from '../support/database'
import { plansOf, rowsOf, stepsOf, watchPlans, type Told } from '../support/plans'

/**
 * Figures from what is kept cost what is kept and what changed since, however much is on record: told by PostgreSQL itself while the pages' own reads run,
 * within their functions too. No time is measured: see `npm run bench`.
 */
const database = useDatabase()
const LARGE = 3000
let actors: readonly Actor[]
let large: ReadonlySet<string>
/** Half an hour after what is kept. */
const NOW = new Date(BENCH_NOW.getTime() + 90 * 60_000)

beforeAll(async () => {
  await buildLondon(database.urls.owner, 0.01, BOROUGH_CODES)
  actors = [
    await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] }), await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [], rank: 'superintendent' }),
    await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }),
  ]
  await closeDb()
  process.env['HOLDFAST_APP_URL'] = database.urls.worker
  await keepFigures(NOW, 1)
  await closeDb()
  process.env['HOLDFAST_APP_URL'] = database.urls.app
  // What came about since: a few hundred of some twenty thousand.
  await database.admin(`UPDATE deadline SET met_at = $1, met_by = gen_random_uuid(), met_recorded_at = $1
    WHERE id IN (SELECT id FROM deadline WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY id LIMIT 60)`, [new Date(NOW.getTime() - 60_000)])
  await database.admin('ANALYZE figure_kept, figure_kept_count, figure_kept_span')
  large = new Set((await database.admin<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`, [LARGE])).map(({ name }) => name))
  await watchPlans(database)
}, 180_000)
afterAll(closeDb)

/** Steps that read a large table from end to end: the table itself, or all of an index of it. */
const walks = (plans: readonly Told[]): string[] => plans.flatMap(({ text, plan }) => stepsOf(plan)
  .filter((step) => large.has(step['Relation Name'] ?? '') && (step['Node Type'].includes('Seq Scan') || (step['Relation Name'] === 'deadline' && rowsOf(step) >= LARGE)))
  .map((step) => `${step['Node Type']} of ${step['Relation Name'] ?? ''}, ${rowsOf(step)} rows: ${text.trim().slice(0, 200)}`))

it('the tables are large enough to see it', () => {
  expect([...large]).toEqual(expect.arrayContaining(['deadline', 'figure_fact', 'figure_kept_count', 'entry']))
})

it.each(PERIODS)('a dashboard over the %s walks through no large table', async (period) => {
  for (const actor of actors) {
    const { answer, plans } = await plansOf(() => dashboard(actor, { which: 'manager', period, borough: null, day: null }, NOW))
    expect(answer).toMatchObject({ which: 'manager' })
    expect(plans.some(({ text }) => text.includes('figure_kept_count'))).toBe(true)
    expect(walks(plans)).toEqual([])
  }
})

it('what moved comes to the same whether rows are read or a history of them is brought in, and rows are read of no history', async () => {
  const measures = declared(MEASURES.filter(isDuty))
  const [from, since] = [new Date(NOW.getTime() - 365 * 86_400_000), new Date(NOW.getTime() - 30 * 3_600_000)]
  const owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
  try {
    await owner.query(`SELECT set_config('app.account', gen_random_uuid()::text, false)`)
    const net = async (moved: string, boroughs: readonly string[]): Promise<unknown[]> => (await owner.query(
      `SELECT m.measure, m.borough, m.force, m.month, m.part, m.not_quorate, CASE WHEN m.part = 'late' THEN m.late_ms END AS late_ms, m.clock, m.began, sum(m.sign)::int AS many FROM ${moved} AS m GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(m.sign) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
      [measures, from, since, NOW, boroughs])).rows
    for (const boroughs of [['bromley'], ['hackney', 'city-of-london'], BOROUGH_CODES]) {
      const read = await net('unnest(figure_moved_between($1, $2, $3, $4, $5))', boroughs)
      expect(read.length).toBeGreaterThan(0)
      expect(read).toEqual(await net('(SELECT * FROM figure_moves($1, $2, $3, $5, figure_touched($1, $3, $4, $5), -1) UNION ALL SELECT * FROM figure_moves($1, $2, $4, $5, figure_touched($1, $3, $4, $5), 1))', boroughs))
      expect((await owner.query('SELECT figure_touched_rows($1, $2, $3, $4, 3)::text AS rows', [measures, since, NOW, boroughs])).rows).toEqual([{ rows: null }])
    }
  } finally {
    await owner.end()
  }
})

it('nor does one measure, borough by borough', async () => {
  for (const actor of actors) for (const measure of ['strategy-procedure', 'mash-assessment', 'mase-actions', 'category-3']) {
    const { plans } = await plansOf(() => sideBySide(actor, { measure, period: 'year', borough: null, day: null }, NOW))
    expect(walks(plans)).toEqual([])
  }
})

it('and without what is kept it would be seen here', async () => {
  await database.admin('TRUNCATE figure_kept')
  const [, , auditor] = actors
  if (auditor === undefined) throw new Error('there is an auditor')
  const { plans } = await plansOf(() => dashboard(auditor, { which: 'manager', period: 'years', borough: null, day: null }, NOW))
  expect(walks(plans)).not.toEqual([])
})

it('what is asked of each row is planned once, whatever plans the function that asks is under', async () => {
  // A setting of a function reaches every function it calls: one that is asked of each of fifty thousand rows would be planned for each.
  const found = await database.admin<{ asking: string; asked: string }>(`
    SELECT a.proname AS asking, q.proname AS asked FROM pg_proc a JOIN pg_proc q ON q.pronamespace = a.pronamespace AND a.prosrc ~ ('\\m' || q.proname || '\\(') AND q.oid <> a.oid
    WHERE a.pronamespace = 'public'::regnamespace AND 'plan_cache_mode=force_custom_plan' = ANY (a.proconfig) AND NOT q.proretset AND q.prorettype IN ('boolean'::regtype, 'text'::regtype)
      AND q.prolang IN (SELECT oid FROM pg_language WHERE lanname IN ('sql', 'plpgsql')) AND NOT coalesce('plan_cache_mode=force_generic_plan' = ANY (q.proconfig), false)`)
  expect(found).toEqual([])
  expect(await database.admin(`SELECT 1 FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND 'plan_cache_mode=force_custom_plan' = ANY (proconfig)`)).not.toEqual([])
})
