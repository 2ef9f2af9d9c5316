import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES, type Role } from '@/lib/access/roles'
import { boroughsAt, wallSettings } from '@/lib/access/visibility'
import { board } from '@/lib/deadlines/board'
import { dutyTable } from '@/lib/figures/build'
import type { DutyRow } from '@/lib/figures/count'
import { dashboard } from '@/lib/figures/dashboard'
import { discussionFigures } from '@/lib/figures/discussions'
import { dispersion, shareLimits, standing, twoCounts, wilson } from '@/lib/figures/limits'
import { isDuty, measureCalled } from '@/lib/figures/measures'
import { momentsOf } from '@/lib/figures/moments'
import { scopeOf } from '@/lib/figures/scope'
import { sideBySide } from '@/lib/figures/side-by-side'
import { standOut } from '@/lib/figures/stand-out'
import { hiddenCells } from '@/lib/figures/small-numbers'
import { COLUMNS, ORACLE } from '@/tests/access/oracle'
import { aCaitSupervisor, aMashOfficer, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aDiscussion } from '@/tests/support/discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
/** Wednesday 18 May 2016, 10:00 in London: the 24 hours of Monday's referrals are over. */
const WEDNESDAY = new Date('2016-05-18T09:00:00Z')
const year = { which: 'manager', period: 'year', borough: null, day: null } as const
const strategy = { measure: 'strategy-24h', period: 'year', borough: null, day: null } as const
const central: readonly Role[] = ['exploitation-assessor', 'london-lead', 'auditor', 'administrator', 'despatch-supervisor']
const someone = (role: Role, boroughs: string[]): Promise<Actor> =>
  anActor(database, { role, agency: COLUMNS.find(([one]) => one === role)?.[1] ?? 'police', boroughs: central.includes(role) ? [] : boroughs, rank: 'inspector' })

const NOBODY = { childId: '', referralId: '' }
async function children(borough: string, many: number): Promise<(typeof NOBODY)[]> {
  const officer = await aMashOfficer(database, borough)
  const made: (typeof NOBODY)[] = []
  for (let child = 0; child < many; child += 1) {
    const { referralId } = await aReferral(officer, { borough, children: [{ givenName: `Child${child}`, familyName: `Of${borough}`, bornOn: '2007-03-01' }] })
    const [row] = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
    made.push({ childId: row?.person_id ?? '', referralId })
  }
  return made
}

beforeAll(async () => {
  // Sutton: seven open and late. Merton: two, one of them held in time. The City: one.
  await children('sutton', 7)
  const [held = NOBODY] = await children('merton', 2)
  await aDiscussion(await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['merton'] }), { ...held, borough: 'merton' }, new Date(MONDAY_NINE.getTime() + 3_600_000))
  await children('city-of-london', 1)
}, 120_000)

describe('what central teams do in a borough', () => {
  it('stands apart for who runs it, with what waits of the investigation team, the control room and the assessment team', async () => {
    const view = await dashboard(await someone('borough-manager', ['sutton']), year, WEDNESDAY)
    expect(view?.central).toBe(true)
    const central = view?.duties.filter((line) => line.central) ?? []
    expect(new Set(central.map(({ owedBy }) => owedBy))).toEqual(new Set(['Child abuse investigation team', 'Control room', 'Exploitation assessment team']))
    expect(central.find(({ measure }) => measure === 'strategy-24h')).toMatchObject({ owedBy: 'Child abuse investigation team', openLate: 7, open: 7, listed: true })
    expect(view?.duties.find(({ measure }) => measure === 'referral-decision')).toMatchObject({ owedBy: 'MASH', central: false })
  })

  it('and not of all London, whose boroughs are held against each other; of the lead in one borough with small numbers hidden', async () => {
    const lead = await someone('london-lead', [])
    expect((await dashboard(lead, year, WEDNESDAY))?.central).toBe(false)
    const one = await dashboard(lead, { ...year, borough: 'merton' }, WEDNESDAY)
    expect(one?.central).toBe(true)
    expect(one?.duties.find(({ measure }) => measure === 'strategy-24h')).toMatchObject({ central: true, openLate: null })
  })
})

describe('figures of strategy discussions', () => {
  it.each(ROLES)('%s: only who holds the right, of the boroughs that the table says', async (role) => {
    const cell = ORACLE['see-figures']?.[COLUMNS.findIndex(([one]) => one === role)]
    const found = await dashboard(await someone(role, ['merton']), year, WEDNESDAY)
    expect(found !== null).toBe(cell === 'y')
    if (found !== null) expect(found.where).toBe(central.includes(role) ? 'London: 32 boroughs, the City apart' : 'Merton')
  })

  it('are those of the board, for who works in one borough, with each list behind them', async () => {
    const supervisor = await aCaitSupervisor(database, ['merton'])
    const found = await dashboard(supervisor, { ...year, which: null }, WEDNESDAY)
    expect(found).toMatchObject({ which: 'cait', guarded: false, boroughs: [] })
    expect(found?.duties[0]).toMatchObject({ judged: 2, inTime: 1, openLate: 1, late: 0, share: '50%', median: '1 day 1 h', target: 100, meets: false, listed: true })
    const month = await dashboard(supervisor, { ...year, which: null, period: 'month' }, WEDNESDAY)
    const beside = await discussionFigures(supervisor, null, WEDNESDAY)
    expect(beside?.figures?.map(({ measure }) => measure)).toEqual(['strategy-24h', 'strategy-procedure'])
    for (const figure of beside?.figures ?? []) expect(month?.duties.find(({ measure }) => measure === figure.measure)).toEqual(figure)
    expect((await board(supervisor, { borough: null, band: null, mine: false, when: null, q: null, after: null }, WEDNESDAY))?.figures).toEqual(beside)
  })

  it('several boroughs stand side by side and add up; nobody else’s are counted', async () => {
    const found = await sideBySide(await aCaitSupervisor(database, ['merton', 'sutton']), strategy, WEDNESDAY)
    expect(found?.duties.map((line) => [line.words, line.judged, line.openLate])).toEqual([['Merton', 2, 1], ['Sutton', 7, 7]])
    expect(found?.total).toMatchObject({ judged: 9, openLate: 8 })
    expect(found?.city).toBeNull()
  })

  it('London has every borough, and the City apart', async () => {
    const found = await sideBySide(await someone('auditor', []), strategy, WEDNESDAY)
    expect(found?.duties).toHaveLength(32)
    expect(found?.total).toMatchObject({ judged: 9, listed: true })
    expect(found?.city).toMatchObject({ words: 'City of London', judged: 1, openLate: 1 })
    expect(found?.duties.find((line) => line.borough === 'camden')).toMatchObject({ judged: 0, share: null, standing: null })
    // Two of London’s nine judged, half of them in time against one in nine: chance explains it.
    expect(found?.duties.find((line) => line.borough === 'merton')).toMatchObject({ standing: 'as-london' })
  })

  it('small numbers are hidden from who may open no list, and cannot be reckoned back', async () => {
    const lead = await someone('london-lead', [])
    const found = await sideBySide(lead, strategy, WEDNESDAY)
    expect(found?.guarded).toBe(true)
    const line = (code: string) => found?.duties.find((one) => one.borough === code)
    expect(line('merton')).toMatchObject({ judged: null, inTime: null, openLate: null, share: null, worst: null, listed: false })
    // Sutton's seven would give Merton's away from London's total; the dashboard says no more than the table.
    const total = found?.total
    expect(line('sutton')?.judged === null || (total !== undefined && 'judged' in total && total.judged === null)).toBe(true)
    const board = await dashboard(lead, year, WEDNESDAY)
    expect({ ...board?.duties[0], words: '' }).toEqual({ ...total, words: '' })
    const months = board?.trends.find((trend) => trend.measure === 'strategy-24h')?.months.filter((month) => month.judged !== 0)
    expect(months?.every((month) => month.judged === null)).toBe(total !== undefined && 'judged' in total && total.judged === null)
    expect((await dashboard(lead, { ...year, borough: 'merton' }, WEDNESDAY))?.duties[0]).toMatchObject({ judged: null, openLate: null })
    expect(line('camden')).toMatchObject({ judged: 0, openLate: 0 })
    expect(found?.city).toMatchObject({ judged: null, openLate: null })
  })

  it('who has no list gets ends of months, not one day against the next', () => {
    const now = new Date('2016-05-18T09:00:00Z')
    expect(momentsOf({ period: 'year', day: '2016-04-12' }, now, true)).toMatchObject({ day: '2016-04-30', at: new Date('2016-04-30T22:59:59.999Z') })
    expect(momentsOf({ period: 'year', day: '2016-05-02' }, now, true)).toMatchObject({ day: '2016-04-30' })
    expect(momentsOf({ period: 'year', day: '2016-04-12' }, now, false)).toMatchObject({ day: '2016-04-12', from: new Date('2015-04-30T23:00:00Z') })
    for (const day of [null, '2016-05-18', '2017-01-01', 'yesterday', '2016-02-30']) expect(momentsOf({ period: 'month', day }, now, false)).toMatchObject({ day: null, at: now })
  })
})

describe('limits of chance', () => {
  it('a small borough is not shamed by what a large one would be', () => {
    expect(standing(0.4, (z) => shareLimits(0.6, 5, z))).toBe('as-london')
    expect(standing(0.4, (z) => shareLimits(0.6, 40, z))).toBe('near-low')
    expect(standing(0.4, (z) => shareLimits(0.6, 400, z))).toBe('far-low')
    expect(standing(0.9, (z) => shareLimits(0.6, 400, z))).toBe('far-high')
  })
  it('are Wilson’s, as published: 81 of 263 at 95 in 100 is 0.2553 to 0.3662', () => {
    // Newcombe 1998, table I.
    const { low, high } = wilson(81 / 263, 263, 1.959964)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  })
  it.each([[15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('%i of %i as published too (Newcombe 1998, table I, method 3)', (good, n, low, high) => {
    const found = wilson(good / n, n, 1.959964)
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)])
  })
  it('nothing judged is nobody’s shame, nor is one of one', () => {
    expect(shareLimits(0.6, 0, 1.96)).toEqual({ low: 0, high: 1 })
    expect(standing(0, (z) => shareLimits(0.6, 1, z))).toBe('as-london')
    expect(standing(1, (z) => shareLimits(0.99, 1, z))).toBe('as-london')
    // London all in time: a borough with one late of five is not far from it by more than chance, one with half of forty is.
    expect(standing(0.8, (z) => shareLimits(0.995, 5, z))).not.toBe('far-low')
    expect(standing(0.5, (z) => shareLimits(0.995, 40, z))).toBe('far-low')
  })
  it('of all boroughs where London’s share is theirs, 998 in 1,000 stay within by chance', () => {
    // Exact binomial of each size: what lies outside is no more than the limits say, twice over for the steps of small numbers.
    for (const n of [1, 3, 8, 20, 60, 200]) for (const share of [0.3, 0.6, 0.9]) {
      let [outside, chance] = [0, (1 - share) ** n]
      for (let k = 0; k <= n; k += 1) {
        const place = standing(k / n, (z) => shareLimits(share, n, z))
        if (place === 'far-low' || place === 'far-high') outside += chance
        chance *= ((n - k) / (k + 1)) * (share / (1 - share))
      }
      expect({ n, share, outside: outside < 0.004 }).toEqual({ n, share, outside: true })
    }
  })
  it('nobody is told apart by what chance does oftener than the lines say, however few there are and however good London is', () => {
    for (const n of [1, 2, 3, 5, 9, 17, 40, 99]) for (const share of [0.02, 0.1, 0.35, 0.5, 0.75, 0.9, 0.91, 0.93, 0.96, 0.985, 0.995]) {
      // Counted a second time, term by term.
      const term = (k: number): number => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((all, one) => all * one, 1) * share ** k * (1 - share) ** (n - k)
      const terms = Array.from({ length: n + 1 }, (_, k) => term(k))
      terms.forEach((_, k) => {
        const place = standing(k / n, (z) => shareLimits(share, n, z))
        const [low, high] = [terms.slice(0, k + 1), terms.slice(k)].map((some) => some.reduce((sum, one) => sum + one, 0))
        const beyond = place.endsWith('low') ? low : place.endsWith('high') ? high : 0
        expect({ n, share, k, place, rare: (beyond ?? 1) < (place.startsWith('far') ? 0.001 : 0.025) + 1e-12 }).toEqual({ n, share, k, place, rare: true })
      })
    }
  })
  it('boroughs that differ by more than chance, by as much, by less, are told apart', () => {
    const of = (distance: number) => Array.from({ length: 32 }, (_, at) => ({ share: 0.6 + (at % 2 === 0 ? 1 : -1) * distance * Math.sqrt((0.6 * 0.4) / 100), n: 100 }))
    expect(dispersion(0.6, of(1))).toMatchObject({ spread: 'chance' })
    expect(dispersion(0.6, of(1))?.phi).toBeCloseTo(1)
    expect(dispersion(0.6, of(2))).toMatchObject({ spread: 'more' })
    expect(dispersion(0.6, of(2))?.phi).toBeCloseTo(4)
    expect(dispersion(0.6, of(0.2))).toMatchObject({ spread: 'less' })
    for (const nothing of [dispersion(0.6, []), dispersion(1, of(1)), dispersion(0.6, of(1).map((one) => ({ ...one, n: 0 })))]) expect(nothing).toBeNull()
  })
  it('of two counts each has chance of its own', () => {
    expect(twoCounts(12, 6)).toBe('as-london')
    // Counted out, sixty or more of ninety come about by chance in 1.03 of 1,000: near, where the curve said far.
    expect(twoCounts(60, 30)).toBe('near-high')
    expect(twoCounts(64, 30)).toBe('far-high')
    expect(twoCounts(2, 12)).toBe('near-low')
  })
})

describe('boroughs far below London', () => {
  const measure = measureCalled('safe-and-well')
  const rowOf = (level: DutyRow['level'], borough: string | null, part: string, many: number): DutyRow => ({ measure: 'safe-and-well', level, force: 'met', borough, month: null, part, not_quorate: null, many, median: null, worst: null, oldest: null })

  it('are named with their share, the furthest first; who has one case is not, nor who is as good as the others', async () => {
    const scope = scopeOf(await someone('auditor', []), { ...year, day: null }, WEDNESDAY)
    if (scope === null || measure === null || !isDuty(measure)) throw new Error('an auditor has figures')
    const done: Readonly<Record<string, readonly [number, number]>> = { brent: [50, 50], camden: [20, 80], merton: [0, 1], sutton: [93, 7] }
    const of = scope.codes.map((code) => [code, done[code] ?? [95, 5]] as const)
    const rows = [
      ...of.flatMap(([code, [inTime, late]]) => [rowOf('borough-part', code, 'in-time', inTime), rowOf('borough-part', code, 'late', late)]),
      rowOf('all-part', null, 'in-time', of.reduce((sum, [, [inTime]]) => sum + inTime, 0)), rowOf('all-part', null, 'late', of.reduce((sum, [, [, late]]) => sum + late, 0)),
    ]
    expect(standOut([measure], [dutyTable(measure, rows, scope, scope.codes, [], WEDNESDAY)])).toEqual([
      { measure: 'safe-and-well', title: measure.title, london: '91%', boroughs: [{ borough: 'camden', words: 'Camden', share: '20%' }, { borough: 'brent', words: 'Brent', share: '50%' }] },
    ])
  })

  it('stand on a dashboard of all London, and on none of a borough or of three', async () => {
    const [lead, auditor] = [await someone('london-lead', []), await someone('auditor', [])]
    for (const actor of [lead, auditor]) expect(await dashboard(actor, year, WEDNESDAY)).toMatchObject({ title: 'London', outside: [] })
    expect(await dashboard(auditor, { ...year, borough: 'sutton' }, WEDNESDAY)).toMatchObject({ title: 'Borough', outside: null })
    expect(await dashboard(await someone('borough-manager', ['sutton']), year, WEDNESDAY)).toMatchObject({ title: 'Borough', outside: null })
    expect(await dashboard(await aCaitSupervisor(database, ['merton', 'sutton']), year, WEDNESDAY)).toMatchObject({ title: 'All boroughs', outside: null })
  })
})

describe('small numbers', () => {
  const table = fc.array(fc.record({ good: fc.nat(12), bad: fc.nat(7) }), { minLength: 1, maxLength: 8 }).map((lines) => {
    const all = { good: lines.reduce((sum, line) => sum + line.good, 0), bad: lines.reduce((sum, line) => sum + line.bad, 0) }
    const rows = [...lines, all]
    const cells = new Map(rows.flatMap((line, at) => [[`${at} good`, line.good], [`${at} bad`, line.bad], [`${at} whole`, line.good + line.bad]] as const))
    const sums = [...rows.map((_, at) => ['good', 'bad', 'whole'].map((part) => `${at} ${part}`)), ...['good', 'bad', 'whole'].map((part) => rows.map((_, at) => `${at} ${part}`))]
    return { cells, sums }
  })

  it('of 1 to 4 are never shown, and no sum has a single gap', () => {
    fc.assert(fc.property(table, ({ cells, sums }) => {
      const hidden = hiddenCells(cells, sums)
      for (const [name, value] of cells) {
        if (value >= 1 && value <= 4) expect(hidden.has(name)).toBe(true)
        if (value === 0) expect(hidden.has(name)).toBe(false)
      }
      for (const sum of sums) expect(sum.filter((name) => hidden.has(name)).length).not.toBe(1)
    }))
  })

  it('large ones are all shown', () => {
    expect(hiddenCells(new Map([['in time', 40], ['late', 9], ['judged', 49]]), [['in time', 'late', 'judged']]).size).toBe(0)
  })
})

describe('beneath the figures, with the first wall off', () => {
  const app = { client: undefined as pg.Client | undefined }
  beforeAll(async () => {
    app.client = new pg.Client({ connectionString: database.urls.app })
    await app.client.connect()
  })
  afterAll(() => app.client?.end())
  interface Row { borough: string | null; id?: string }
  async function asked(actor: Actor, what: string): Promise<Row[]> {
    await app.client?.query('BEGIN')
    try {
      for (const [name, value] of Object.entries(wallSettings(actor))) await app.client?.query('SELECT set_config($1, $2, true)', [name, value])
      const measures = JSON.stringify([{ id: 'any', alerts: ['strategy-discussion-overdue'] }])
      return (await app.client?.query<Row>(`SELECT * FROM ${what}($1::jsonb, '2016-01-01', '2016-05-18', '2016-05-18', ARRAY['merton', 'sutton', 'city-of-london'])`, [measures]))?.rows ?? []
    } finally {
      await app.client?.query('ROLLBACK')
    }
  }

  it.each(ROLES)('%s gets counts of the boroughs of their figures only, and rows of nobody beyond the record', async (role) => {
    const actor = await someone(role, ['merton'])
    const may = ORACLE['see-figures']?.[COLUMNS.findIndex(([one]) => one === role)] === 'y'
    const boroughs = async (what: string): Promise<(string | null)[]> => [...new Set((await asked(actor, what)).map((row) => row.borough).filter((borough) => borough !== null))].sort()
    expect(await boroughs('figure_duty_counts')).toEqual(!may ? [] : central.includes(role) ? ['city-of-london', 'merton', 'sutton'] : ['merton'])
    const reads = boroughsAt(actor, 'record')
    expect(await boroughs('figure_duties')).toEqual(['city-of-london', 'merton', 'sutton'].filter((borough) => reads.includes('*') || reads.includes(borough)))
  })

  it('what moved is judged by the words of what is counted whole, row for row but for where its rows are looked up', async () => {
    const [words] = await database.admin<{ whole: string; moved: string }>("SELECT (SELECT prosrc FROM pg_proc WHERE proname = 'figure_duties') AS whole, (SELECT prosrc FROM pg_proc WHERE proname = 'figure_duties_of') AS moved")
    const judged = (source = ''): string => source.slice(source.indexOf('stood AS NOT MATERIALIZED'))
    expect(judged(words?.moved)).toContain('judged AS')
    // Whoever changes the one in a migration makes the other anew, as 20261123040010 does.
    expect(judged(words?.moved)).toBe(judged(words?.whole))
  })
})
