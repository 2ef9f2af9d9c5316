import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { dashboard } from '@/lib/figures/dashboard'
import { keepFigures } from '@/lib/figures/keep'
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
