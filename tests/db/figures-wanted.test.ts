import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { dashboard } from '@/lib/figures/dashboard'
import { exportFigures } from '@/lib/figures/export/export'
import { keepFigures } from '@/lib/figures/keep'
import { listBehind } from '@/lib/figures/list'
import { startOfPeriod } from '@/lib/figures/moments'
import { orCounting, waitFor } from '@/lib/figures/patience'
import { sideBySide } from '@/lib/figures/side-by-side'
import { changedSince } from '@/lib/figures/since'
import { closeDb } from '@/lib/platform/db'
import { plainDate } from '@/lib/policy/calendar/london'
import { anActor } from '@/tests/support/actors'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { chanceOf, someDuties, someEntries, someLondon } from '@/tests/support/random-figures'

/** What a page says when there is more to count than it can wait for: plainly, in a bounded time, without a number; and the worker counts it next. */
const database = useDatabase()
const chance = chanceOf(20260822)
const NOW = new Date('2016-10-20T14:40:00Z')
/** As long as a loaded machine may take over a small database: what a page waits would do on a quiet one. */
const asLongAsItTakes = (): void => waitFor(40_000, 40_000)
let manager: Actor
let auditor: Actor
let school: Actor

beforeAll(async () => {
  auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
  manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] })
  school = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['merton'] })
  const people = await someLondon(database, chance)
  await someDuties(database, chance, people, 600)
  await someEntries(database, chance, people, 300)
}, 60_000)
beforeEach(asLongAsItTakes)
afterEach(async () => {
  waitFor()
  await database.admin('TRUNCATE figure_wanted, figure_kept, figure_kept_count, figure_kept_span')
})
afterAll(closeDb)

const year = { which: 'manager', period: 'year', borough: null, day: null } as const
const wanted = (): Promise<{ from_at: Date; upto: string }[]> => database.admin('SELECT from_at, upto::text FROM figure_wanted ORDER BY 1, 2')

const asWorker = <T>(work: () => Promise<T>): Promise<T> => asWorkerOf(database, work)

describe('figures that take longer to count than a page waits', () => {
  it('a small database is counted as the page is asked for, and nothing is wanted of the worker', async () => {
    const view = await orCounting(() => dashboard(manager, year, NOW))
    expect(view).not.toHaveProperty('counting')
    expect(await wanted()).toEqual([])
  })

  it('say so, with no number; at once when asked again; and are there when the worker has counted them', async () => {
    const live = await dashboard(manager, year, NOW)
    waitFor(1)
    const view = await orCounting(() => dashboard(manager, year, NOW))
    if (view === null || !('counting' in view)) throw new Error('what cannot be counted in a millisecond was shown')
    expect(view).not.toHaveProperty('duties')
    expect(view.words).toEqual({
      title: 'These figures are being counted',
      says: 'Borough. Merton. Twelve months, since 1 Nov 2015. There is too much on record to count it while you wait: it is being counted now, which takes some minutes. Open this page again then. No number is shown before the count is whole.',
    })
    expect(await wanted()).toEqual([{ from_at: startOfPeriod('year', plainDate('2016-10-20')), upto: 'infinity' }])
    // With all the patience there is: nobody waits for what the worker is at.
    asLongAsItTakes()
    expect(await orCounting(() => dashboard(manager, year, NOW))).toMatchObject({ counting: 'asked', ready: [] })
    // Another stretch, and a past day, are no less quick for it.
    expect(await orCounting(() => sideBySide(manager, { measure: 'child-seen', period: 'month', borough: null, day: null }, NOW))).not.toHaveProperty('counting')
    expect(await orCounting(() => sideBySide(manager, { measure: 'child-seen', period: 'year', borough: null, day: '2016-10-11' }, NOW))).not.toHaveProperty('counting')

    await asWorker(() => keepFigures(NOW, 0))
    expect(await wanted()).toEqual([])
    expect(await dashboard(manager, year, NOW)).toEqual(live)
    // What is counted already is said beside what is not.
    await database.admin('DELETE FROM figure_kept WHERE from_at <> $1', [startOfPeriod('year', plainDate('2016-10-20'))])
    waitFor(1)
    expect(await orCounting(() => dashboard(manager, { ...year, period: 'years' }, NOW))).toMatchObject({ counting: 'asked', ready: ['year'] })
  })

  it('of a past day are counted for that day, and kept for as long as somebody asks', async () => {
    const [asked, from] = [{ ...year, day: '2016-03-14' }, startOfPeriod('year', plainDate('2016-03-14'))]
    const live = await dashboard(manager, asked, NOW)
    waitFor(1)
    expect(await orCounting(() => dashboard(manager, asked, NOW))).toMatchObject({ counting: 'asked' })
    expect(await wanted()).toEqual([{ from_at: from, upto: '2016-03-14 23:59:59.999+00' }])
    asLongAsItTakes()
    expect(await orCounting(() => dashboard(manager, asked, NOW))).toMatchObject({ counting: 'asked' })
    await asWorker(async () => { await keepFigures(NOW, 0); await keepFigures(NOW, 1) })
    expect(await dashboard(manager, asked, NOW)).toEqual(live)
    expect(await database.admin('SELECT DISTINCT from_at FROM figure_kept WHERE upto = $1', [new Date('2016-03-14T23:59:59.999Z')])).toEqual([{ from_at: from }])
  })

  it('are tried again some minutes later: the worker may be down', async () => {
    waitFor(1)
    await orCounting(() => dashboard(manager, year, NOW))
    asLongAsItTakes()
    await database.admin(`UPDATE figure_wanted SET asked_at = asked_at - interval '11 minutes'`)
    expect(await orCounting(() => dashboard(manager, year, NOW))).not.toHaveProperty('counting')
  })

  it('make no file, and no list: with nothing in the reading log', async () => {
    const read = (): Promise<unknown> => database.admin('SELECT count(*)::int AS many FROM reading_log')
    const before = await read()
    waitFor(1, 1)
    const asked = { period: 'year', borough: null, day: null, dayTyped: null, which: null, measure: 'child-seen', part: null, month: null, after: undefined } as const
    expect(await orCounting(() => exportFigures(manager, { ...asked, table: 'figures', format: 'csv' }, NOW))).toMatchObject({ counting: 'asked' })
    expect(await orCounting(() => exportFigures(manager, { ...asked, table: 'list', format: 'csv' }, NOW))).toMatchObject({ counting: 'too-long' })
    const list = await orCounting(() => listBehind(manager, asked, NOW))
    expect(list).toMatchObject({ counting: 'too-long', title: 'Children seen and spoken to' })
    expect(list !== null && 'counting' in list ? list.words.title : '').toBe('This is too much to put together while you wait')
    expect(await orCounting(() => changedSince(auditor, { ...asked, day: '2016-09-01' }, NOW))).toMatchObject({ counting: 'too-long' })
    expect(await read()).toEqual(before)
  })

  it('but the year before, which nothing keeps, holds up no figure that is counted', async () => {
    const asked = { measure: 'charges', period: 'year', borough: null, day: '2016-09-30' } as const
    const live = await sideBySide(auditor, asked, NOW)
    expect(live).toMatchObject({ yearBefore: 'beside' })
    waitFor(1)
    await orCounting(() => dashboard(auditor, { ...year, day: asked.day }, NOW))
    await asWorker(() => keepFigures(NOW, 0))
    // What is kept is answered at once; whatever counts anew waits for this lock for ever.
    const holding = new pg.Client({ connectionString: database.urls.owner })
    await holding.connect()
    try {
      await holding.query('BEGIN; LOCK TABLE figure_fact IN ACCESS EXCLUSIVE MODE')
      waitFor(4_000)
      const held = await orCounting(() => sideBySide(auditor, asked, NOW))
      expect(held).toMatchObject({ yearBefore: 'too-long', entries: live?.entries.map(({ borough, many }) => ({ borough, many, before: null, standing: null })) })
      const file = await orCounting(() => exportFigures(auditor, { ...asked, table: 'boroughs', format: 'csv', dayTyped: null, which: null, part: null, month: null, after: undefined }, NOW))
      expect(file !== null && 'body' in file ? String(file.body) : '').toContain('took too long to count')
    } finally {
      await holding.end()
    }
    asLongAsItTakes()
    expect(await sideBySide(auditor, asked, NOW)).toEqual(live)
  }, 90_000)

  it('nobody without figures asks the worker for any, and nobody for more than a few dozen stretches', async () => {
    const ask = (actor: Actor, back: number): Promise<unknown> => readAs(actor, (tx) => tx.$executeRaw`SELECT want_figures(${new Date(NOW.getTime() - back * 86_400_000)}::timestamptz, 'infinity')`)
    await ask(school, 1)
    expect(await wanted()).toEqual([])
    for (let back = 1; back <= 60; back += 1) await ask(manager, back)
    expect(await wanted()).toHaveLength(48)
  })
})
