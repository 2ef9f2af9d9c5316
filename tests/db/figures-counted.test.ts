import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { CITY, dutyCounts, factCounts } from '@/lib/figures/count'
import { dashboard } from '@/lib/figures/dashboard'
import { keepFigures, keepStretch } from '@/lib/figures/keep'
import { listBehind, type ListPart } from '@/lib/figures/list'
import { isDuty, MEASURES } from '@/lib/figures/measures'
import { momentsOf, PERIODS, startOfPeriod, type Moments } from '@/lib/figures/moments'
import { sideBySide } from '@/lib/figures/side-by-side'
import { changedSince } from '@/lib/figures/since'
import type { DutyFigure, EntryFigure, SinceRow, SinceView } from '@/lib/figures/view'
import { addDays, londonDate, plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import { closeDb } from '@/lib/platform/db'
import { spanWords } from '@/lib/wording/spans'
import { anActor } from '@/tests/support/actors'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { NAIVE, naiveDuties, naiveEntries } from '@/tests/support/naive-figures'
import { chanceOf, SOME_BOROUGHS, someDuties, someEntries, someLondon, someMoment, type Chance } from '@/tests/support/random-figures'

/**
 * Every measure, on a London of two years made by chance: late entries, corrections, annulments, redactions, boundaries at midnight and both changes
 * of the clocks. What the pages say is the count of their list, and what is counted a second time, by hand (tests/support/naive-figures).
 * The seed is printed; HOLDFAST_FIGURES_SEED=… runs the same again.
 */
const database = useDatabase()
const SEED = Number(process.env['HOLDFAST_FIGURES_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const chance: Chance = chanceOf(SEED)
let auditor: Actor
let manager: Actor

beforeAll(async () => {
  process.stdout.write(`figures counted twice: HOLDFAST_FIGURES_SEED=${SEED}\n`)
  auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
  manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton', 'sutton'] })
  const people = await someLondon(database, chance)
  await someDuties(database, chance, people, 1500)
  await someEntries(database, chance, people, 900)
}, 60_000)
afterAll(closeDb)

const again = (what: string): string => `${what}; again with HOLDFAST_FIGURES_SEED=${SEED}`
/** An instant to ask at: any, or the end of a London day. */
function someAsking(): { at: Date; day: PlainDate | null; period: (typeof PERIODS)[number] } {
  const [moment, period] = [someMoment(chance), chance.of(PERIODS)]
  if (chance.odds(0.5)) return { at: moment, day: null, period }
  const day = londonDate(moment)
  return { at: momentsOf({ period, day }, LATER, false).at, day, period }
}
/** Long after everything: whoever asks of a past day asks from here. */
const LATER = new Date('2017-03-01T12:00:00Z')
const met = (boroughs: readonly string[]): string[] => boroughs.filter((code) => code !== CITY)

async function same(line: DutyFigure | EntryFigure, measure: string, asked: { from: Date; at: Date; boroughs: readonly string[] }, what: string): Promise<void> {
  if ('many' in line) {
    expect({ what, many: line.many }).toEqual({ what, many: await naiveEntries(database, measure, asked) })
    return
  }
  const { median, worst, oldest, ...counts } = await naiveDuties(database, measure, asked)
  const span = (ms: number | null): string | null => (ms === null ? null : spanWords(ms))
  expect({ what, judged: line.judged, inTime: line.inTime, quorate: line.quorate, notQuorate: line.notQuorate, late: line.late, openLate: line.openLate, open: line.open, median: line.median, worst: line.worst, oldest: line.oldest })
    .toEqual({ what, ...counts, median: span(median), worst: span(worst), oldest: span(oldest) })
}

const asWorker = <T>(work: () => Promise<T>): Promise<T> => asWorkerOf(database, work)

describe('figures counted a second time', () => {
  it('the second count knows every measure', () => {
    expect([...NAIVE].sort()).toEqual(MEASURES.map(({ id }) => id).sort())
  })

  it.each(MEASURES.map(({ id }) => id))('%s: borough by borough, all together and the City apart, at dates by chance', async (measure) => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { at, day, period } = someAsking()
      const view = await sideBySide(auditor, { measure, period, borough: null, day }, day === null ? at : LATER)
      const asked = { from: startOfPeriod(period, londonDate(at)), at }
      const what = again(`${measure} of ${period} at ${at.toISOString()}`)
      if (view === null) throw new Error(what)
      await same(view.total, measure, { ...asked, boroughs: met(SOME_BOROUGHS) }, what)
      const lines = [...view.duties, ...view.entries]
      for (const borough of met(SOME_BOROUGHS)) { const line = lines.find((one) => one.borough === borough); if (line !== undefined) await same(line, measure, { ...asked, boroughs: [borough] }, `${borough}: ${what}`) }
      if (view.city !== null) await same(view.city, measure, { ...asked, boroughs: [CITY] }, `City: ${what}`)
      expect(lines.filter((line) => !SOME_BOROUGHS.some((code) => code === line.borough)).every((line) => ('many' in line ? line.many : line.judged) === 0)).toBe(true)
    }
  })

  it('and months, for those whose months they are', async () => {
    for (const measure of MEASURES) {
      const { at, period } = someAsking()
      const [boroughs, from] = [['merton', 'sutton'], startOfPeriod(period, londonDate(at))]
      const moments: Moments = { from, at, known: at, day: null }
      const rows = await readAs(manager, async (tx) => (isDuty(measure) ? (await dutyCounts(tx, [measure], moments, boroughs)).filter((row) => row.level === 'month-part') : (await factCounts(tx, [measure], moments, boroughs)).filter((row) => row.level === 'month-part')))
      for (let month = londonDate(from).slice(0, 7); month <= londonDate(at).slice(0, 7); month = addDays(plainDate(`${month}-28`), 4).slice(0, 7)) {
        if (month < '2015-01') continue
        const own = rows.filter((row) => row.month === month)
        const what = again(`${measure.id} of ${month} at ${at.toISOString()}`)
        if (!isDuty(measure)) { if (measure.latest !== true) expect({ what, many: own.reduce((sum, row) => sum + row.many, 0) }).toEqual({ what, many: await naiveEntries(database, measure.id, { from, at, boroughs, month }) }); continue }
        const twice = await naiveDuties(database, measure.id, { from, at, boroughs, month })
        const sum = (...parts: string[]): number => own.filter((row) => 'part' in row && parts.includes(row.part ?? '')).reduce((many, row) => many + row.many, 0)
        expect({ what, judged: sum('in-time', 'late', 'open-late'), inTime: sum('in-time') }).toEqual({ what, judged: twice.judged, inTime: twice.inTime })
      }
    }
  })

  it('each is the count of its list, of whoever has the list', async () => {
    const parts: readonly (readonly [ListPart, (line: DutyFigure) => number | null])[] = [['judged', (line) => line.judged], ['in-time', (line) => line.inTime], ['quorate', (line) => line.quorate], ['not-quorate', (line) => line.notQuorate], ['late', (line) => line.late], ['open-late', (line) => line.openLate], ['open', (line) => line.open]]
    for (const { id: measure } of MEASURES) {
      const { at, day, period } = someAsking()
      const [actor, now] = [chance.of([auditor, manager]), day === null ? at : LATER]
      const view = await sideBySide(actor, { measure, period, borough: null, day }, now)
      const line = [...(view?.duties ?? []), ...(view?.entries ?? [])].find((one) => one.borough === chance.of(['merton', 'sutton'])) ?? view?.total
      if (line === undefined) throw new Error('a measure has a figure')
      const what = again(`${measure} of ${period} at ${at.toISOString()} in ${line.borough ?? 'all'}`)
      for (const [part, many] of 'many' in line ? [['all', line.many] as const] : parts.map(([one, of]) => [one, of(line)] as const)) expect({ what, part, listed: await listed(actor, { measure, part, period, day, borough: line.borough }, now) }).toEqual({ what, part, listed: many })
    }
  }, 60_000)

  it('boroughs far below London on a dashboard are those of each measure borough by borough', async () => {
    const lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [], rank: 'superintendent' })
    for (let round = 0; round < 6; round += 1) {
      const { at, day, period } = someAsking()
      const [actor, now] = [chance.of([auditor, lead]), day === null ? at : LATER]
      const view = await dashboard(actor, { which: chance.of(['manager', 'missing', 'mase'] as const), period, borough: null, day }, now)
      const expected = []
      for (const { measure } of view?.duties ?? []) {
        const lines = (await sideBySide(actor, { measure, period, borough: null, day }, now))?.duties.filter(({ standing }) => standing === 'far-low') ?? []
        expected.push(...lines.map((line) => `${measure} ${line.borough ?? ''} ${line.share ?? ''}`))
      }
      expect({ what: again(`of ${period} at ${at.toISOString()}`), outside: view?.outside?.flatMap(({ measure, boroughs }) => boroughs.map(({ borough, share }) => `${measure} ${borough} ${share}`)).sort() }).toEqual({ what: again(`of ${period} at ${at.toISOString()}`), outside: expected.sort() })
    }
  }, 60_000)

  it('what changed since accounts for the whole difference, between any two dates', async () => {
    const made: Readonly<Record<string, readonly string[]>> = { judged: ['in-time', 'not-quorate', 'late', 'open-late'], inTime: ['in-time', 'not-quorate'], quorate: ['in-time'], late: ['late'], openLate: ['open-late', 'older'], open: ['running', 'open-late', 'older'] }
    for (const { id: measure } of MEASURES) {
      const [one, other] = [someMoment(chance), someMoment(chance)].sort((a, b) => a.getTime() - b.getTime())
      if (one === undefined || other === undefined || londonDate(one) === londonDate(other)) continue
      const [day, period, actor] = [londonDate(one), chance.of(PERIODS), chance.of([auditor, manager])]
      const what = again(`${measure} of ${period} since ${day} at ${other.toISOString()}`)
      const rows: SinceRow[] = []
      let view: SinceView | null = null
      for (let after: string | undefined; ;) {
        view = await changedSince(actor, { measure, period, borough: null, day, after }, other)
        if (view === null) throw new Error(what)
        rows.push(...view.rows)
        if (view.next === null) break
        after = view.next
      }
      const of = (parts: readonly string[]): number => rows.filter((row) => parts.includes(row.is ?? '')).length - rows.filter((row) => parts.includes(row.was ?? '')).length
      const [then, today] = [view.then, view.today]
      expect({ what, rows: new Set(rows.map((row) => row.key)).size }).toEqual({ what, rows: view.came + view.went + view.otherwise })
      if ('many' in then && 'many' in today) expect({ what, many: (today.many ?? 0) - (then.many ?? 0) }).toEqual({ what, many: of(['counted']) })
      else for (const [part, parts] of Object.entries(made)) expect({ what, part, by: numberOf(today, part) - numberOf(then, part) }).toEqual({ what, part, by: of(parts) })
    }
  }, 60_000)

  it('what is kept changes no answer, at that moment, after it, or once a history is brought in behind it', async () => {
    const asked = Array.from({ length: 24 }, () => ({ measure: chance.of(MEASURES).id, ...someAsking(), who: chance.of([auditor, manager]) }))
    // Of now, some hours after the worker last counted, and of days before.
    const clocks = [new Date('2016-06-15T23:00:00Z'), new Date('2016-10-30T14:40:00Z')]
    for (const clock of clocks) {
      const later = (): Date => new Date(clock.getTime() + chance.below(30 * 3_600_000))
      const questions = [
        ...asked.filter(({ at }) => at < clock).map(({ measure, period, day, who, at }) => ({ measure, period, day: day ?? londonDate(at), who, now: clock })),
        ...MEASURES.map(({ id }) => ({ measure: id, period: chance.of(PERIODS), day: null, who: chance.of([auditor, manager]), now: later() })),
      ]
      const ask = async (): Promise<unknown[]> => { const said = []; for (const { who, now, ...question } of questions) said.push(await sideBySide(who, { ...question, borough: null }, now)); return said }
      await database.admin('TRUNCATE figure_kept, figure_kept_count, figure_kept_span')
      const live = await ask()
      expect(await asWorker(() => keepFigures(clock, 4))).toBeGreaterThan(MEASURES.length)
      const kept = await ask()
      for (const [at, { measure, period, day, now }] of questions.entries()) expect({ what: again(`${measure} of ${period}, ${day ?? now.toISOString()}, kept at ${clock.toISOString()}`), said: kept[at] }).toEqual({ what: again(`${measure} of ${period}, ${day ?? now.toISOString()}, kept at ${clock.toISOString()}`), said: live[at] })
      const [used] = await database.admin<{ many: number }>('SELECT count(DISTINCT upto)::int AS many FROM figure_kept')
      expect(used?.many).toBe(4)
    }
    const people = { children: (await database.admin<{ id: string }>('SELECT id FROM person')).map(({ id }) => id), discussions: new Map<string, string[]>(), referrals: [chance.id()], actions: ['not-an-action'] }
    for (const child of people.children) people.discussions.set(child, [chance.id()])
    await someDuties(database, chance, people, 40)
    await someEntries(database, chance, people, 40)
    const [left] = await database.admin<{ late: Date | null; begun: Date }>('SELECT (SELECT max(upto) FROM figure_kept) AS late, (SELECT max(created_at) FROM deadline) AS begun')
    expect(left?.late === null || (left?.late ?? 0) < new Date('2016-10-30')).toBe(true)
    for (const { measure, who, day, period } of asked) {
      const view = await sideBySide(who, { measure, period, borough: null, day: day ?? plainDate('2016-10-29') }, new Date('2016-10-30T14:40:00Z'))
      const at = momentsOf({ period, day: day ?? '2016-10-29' }, new Date('2016-10-30T14:40:00Z'), false)
      if (view !== null) await same(view.total, measure, { from: at.from, at: at.at, boroughs: who === manager ? ['merton', 'sutton'] : met(SOME_BOROUGHS) }, again(`${measure} of ${period}, ${day ?? ''}, after what was brought in`))
    }
  }, 120_000)

  it('what is made from what is kept of another moment is what is counted whole: row for row, list for list', async () => {
    // Some went on as others, for good or for a time.
    const people = (await database.admin<{ id: string }>('SELECT id FROM person ORDER BY id')).map(({ id }) => id)
    for (const [at, gone] of people.slice(0, 12).entries()) {
      const [joined, parted] = [someMoment(chance), someMoment(chance)].sort((a, b) => a.getTime() - b.getTime())
      await database.admin(`INSERT INTO person_join (id, gone_id, kept_id, borough, joined_at, joined_by, reason, was_restricted, parted_at, parted_by, parted_reason)
        VALUES ($1, $2, $3, 'merton', $4, $5, 'One child', false, $6::timestamptz, CASE WHEN $6::timestamptz IS NOT NULL THEN $5::uuid END, CASE WHEN $6::timestamptz IS NOT NULL THEN 'Two children' END)`,
      [chance.id(), gone, people[at + 12], joined, auditor.accountId, at % 3 === 0 ? null : parted])
    }
    const keptOf = async (upto: Date): Promise<Record<string, unknown[]>> => ({
      counts: await database.admin('SELECT scope, month, measure, part, not_quorate, many FROM figure_kept_count WHERE upto = $1 ORDER BY 1, 2, 3, 4, 5', [upto]),
      spans: await database.admin('SELECT scope, measure, late, open_late, older, waiting FROM figure_kept_span WHERE upto = $1 ORDER BY 1, 2', [upto]),
      measures: await database.admin('SELECT measure, definition FROM figure_kept WHERE upto = $1 ORDER BY 1', [upto]),
    })
    const empty = (): Promise<unknown> => database.admin('TRUNCATE figure_kept, figure_kept_count, figure_kept_span')
    await asWorker(async () => {
      for (let turn = 0; turn < 30; turn += 1) {
        const near = someMoment(chance)
        // An hour on, a day, or as far as it may lie; before it as well as after: of a history that was brought in the days are made backwards.
        const upto = new Date(near.getTime() + chance.of([1, -1]) * (1 + chance.below(chance.of([3_600_000, 86_400_000, 39 * 86_400_000]))))
        const from = startOfPeriod(chance.of(PERIODS), londonDate(chance.of([near, upto])))
        const what = again(`from ${near.toISOString()} to ${upto.toISOString()}, since ${from.toISOString()}`)
        await empty()
        expect(await keepStretch(from, upto)).toBe(MEASURES.length)
        const whole = await keptOf(upto)
        await empty()
        await keepStretch(from, near)
        const [before] = await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM figure_kept_count')
        expect(await keepStretch(from, upto)).toBe(MEASURES.length)
        expect({ what, ...(await keptOf(upto)) }).toEqual({ what, ...whole })
        // What it was made from stands as it was.
        expect(await database.admin('SELECT count(*)::int AS many FROM figure_kept_count WHERE upto = $1', [near])).toEqual([before])
        expect(await keepStretch(from, upto)).toBe(0)
      }
    })
    await empty()
  }, 120_000)
})

const numberOf = (figure: object, part: string): number => { const value = (figure as Record<string, unknown>)[part]; return typeof value === 'number' ? value : 0 }

async function listed(actor: Actor, question: { measure: string; part: string; period: (typeof PERIODS)[number]; day: string | null; borough: string | null }, now: Date): Promise<number> {
  const keys = new Set<string>()
  for (let after: string | undefined; ;) {
    const page = await listBehind(actor, { ...question, month: null, after }, now)
    if (page === null) return -1
    for (const row of page.rows) keys.add(row.key)
    if (page.next === null) { expect(keys.size).toBe(page.total); return keys.size }
    after = page.next
  }
}

