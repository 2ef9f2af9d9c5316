import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keepStretch } from '@/lib/figures/keep'
import { closeDb } from '@/lib/platform/db'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { chanceOf, someDuties, someEntries, someLondon } from '@/tests/support/random-figures'

/** A history that is brought in while the worker counts: whichever came first, nothing is kept that does not know of it. */
const database = useDatabase()
const chance = chanceOf(20260917)
const [FROM, UPTO] = [new Date('2016-04-01T00:00:00+01:00'), new Date('2016-09-30T22:59:59.999Z')]
let history: pg.Client

beforeAll(async () => {
  const people = await someLondon(database, chance)
  await someDuties(database, chance, people, 300)
  await someEntries(database, chance, people, 100)
  history = new pg.Client({ connectionString: database.urls.admin })
  await history.connect()
}, 60_000)
afterEach(() => database.admin('TRUNCATE figure_kept, figure_kept_count, figure_kept_span'))
afterAll(async () => {
  await history.end()
  await closeDb()
})

const count = (): Promise<number> => asWorkerOf(database, () => keepStretch(FROM, UPTO))
const kept = (): Promise<unknown[]> => database.admin('SELECT scope, month, measure, part, not_quorate, many FROM figure_kept_count WHERE upto = $1 ORDER BY 1, 2, 3, 4, 5', [UPTO])
const waiting = async (): Promise<number> => (await database.admin(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).length

/** A duty of a moment long past that nothing has met, written down as of then. */
const bringIn = (key: string): Promise<unknown> => history.query(`
  INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'key', $1::text, 'starts_at', '2016-05-10T09:00:00Z', 'created_at', '2016-05-10T09:00:00Z', 'due_at', '2016-05-11T09:00:00Z',
    'met_at', NULL, 'met_by', NULL, 'met_recorded_at', NULL, 'ended_at', NULL, 'ended_by', NULL, 'ended_why', NULL, 'ended_recorded_at', NULL, 'superseded_at', NULL, 'superseded_by', NULL, 'superseded_why', NULL))).*
  FROM deadline d WHERE d.alert = 'mash-backlog' OR d.form = 'clock' ORDER BY d.alert = 'mash-backlog' DESC, d.id LIMIT 1`, [key])

describe('a history brought in', () => {
  it('and not committed when the worker begins is in what is kept', async () => {
    await history.query('BEGIN')
    await bringIn('history|1')
    const counted = count()
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    await history.query('COMMIT')
    expect(await counted).toBeGreaterThan(0)
    const said = await kept()
    await database.admin('TRUNCATE figure_kept, figure_kept_count, figure_kept_span')
    await count()
    expect(said).toEqual(await kept())
  }, 60_000)

  it('while the worker counts waits for it, and throws away what it kept', async () => {
    const held = new pg.Client({ connectionString: database.urls.admin })
    await held.connect()
    await held.query('BEGIN; LOCK TABLE figure_kept_span IN ACCESS EXCLUSIVE MODE')
    const counted = count()
    await expect.poll(async () => (await database.admin(`SELECT 1 FROM pg_locks WHERE relation = 'figure_kept_span'::regclass AND NOT granted`)).length, { timeout: 20_000 }).toBe(1)
    await history.query('BEGIN')
    const brought = bringIn('history|2')
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    await held.query('COMMIT')
    await held.end()
    expect(await counted).toBeGreaterThan(0)
    await brought
    await history.query('COMMIT')
    expect(await kept()).toEqual([])
    expect(await database.admin('SELECT 1 FROM figure_kept')).toEqual([])
  }, 60_000)

  it('and work of this minute waits for no count', async () => {
    const counting = new pg.Client({ connectionString: database.urls.admin })
    await counting.connect()
    await counting.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('figures-kept'))`)
    await history.query(`BEGIN; SET LOCAL lock_timeout = '2s'`)
    await history.query(`UPDATE deadline SET met_at = now(), met_by = gen_random_uuid(), met_recorded_at = now() WHERE key = 'history|2'`)
    await history.query('COMMIT')
    expect(await database.admin(`SELECT met_at IS NOT NULL AS met FROM deadline WHERE key = 'history|2'`)).toEqual([{ met: true }])
    await counting.query('ROLLBACK')
    await counting.end()
  }, 60_000)
})
