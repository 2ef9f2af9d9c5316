import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DutyTable } from '@/components/figures/tables'
import { dutyTable, entryTable } from '@/lib/figures/build'
import type { DutyRow, FactRow } from '@/lib/figures/count'
import { isDuty, measureCalled, type DutyMeasure, type FactMeasure } from '@/lib/figures/measures'
import type { Scope } from '@/lib/figures/scope'
import type { DutyFigure, EntryFigure, Shown } from '@/lib/figures/view'

/**
 * Somebody with no list behind the figures writes down every number of every page of one moment, borough by borough, month by month and all
 * together, and reckons: no number of 1 to 4 may follow from them.
 */
const MONTHS = ['2016-01', '2016-02', '2016-03', '2016-04', '2016-05']
const BOROUGHS = ['merton', 'sutton', 'camden', 'barnet']
const NOW = new Date('2016-05-18T09:00:00Z')
const PARTS = ['quorate', 'notQuorate', 'late', 'openNew', 'older', 'running'] as const
/** Parts that a month has: what began before the stretch has none, and what still runs is not judged. */
const OF_MONTHS: readonly string[] = ['quorate', 'notQuorate', 'late', 'openNew', 'running']
const measure = (id: string): DutyMeasure & FactMeasure => { const found = measureCalled(id); if (found === null) throw new Error(id); return found as DutyMeasure & FactMeasure }
const scope = (listed: readonly string[], day: Scope['moments']['day'] = null): Scope => ({
  codes: BOROUGHS, city: false, force: 'met', borough: null, counted: BOROUGHS, guarded: true, exports: true, period: 'year', moments: { from: new Date('2016-01-01T00:00:00Z'), at: NOW, known: NOW, day },
  listed: (code) => (code === null ? BOROUGHS.every((one) => listed.includes(one)) : listed.includes(code)),
})

/** What follows from equations, reckoned in whole numbers of a large prime: what is fixed there is fixed among fractions. */
const P = 2147483647n
function solver(): { add(row: ReadonlyMap<string, bigint>): void; follows(row: ReadonlyMap<string, bigint>): boolean } {
  const rows = new Map<string, Map<string, bigint>>()
  const reduce = (row: ReadonlyMap<string, bigint>): Map<string, bigint> => {
    const left = new Map(row)
    for (const [pivot, known] of rows) {
      const times = left.get(pivot) ?? 0n
      if (times === 0n) continue
      for (const [name, value] of known) { const rest = ((left.get(name) ?? 0n) - times * value) % P; if (rest === 0n) left.delete(name); else left.set(name, (rest + P) % P) }
    }
    return left
  }
  const power = (base: bigint, to: bigint): bigint => { let [result, b, e] = [1n, base % P, to]; while (e > 0n) { if (e & 1n) result = (result * b) % P; b = (b * b) % P; e >>= 1n } return result }
  return {
    add(row) {
      const left = reduce(row)
      const [first] = left
      if (first === undefined) return
      const [pivot, value] = first
      const inverse = power(value, P - 2n)
      const clean = new Map([...left].map(([name, one]) => [name, (one * inverse) % P]))
      for (const [, other] of rows) { const times = other.get(pivot) ?? 0n; if (times !== 0n) for (const [name, one] of clean) { const rest = (((other.get(name) ?? 0n) - times * one) % P + P) % P; if (rest === 0n) other.delete(name); else other.set(name, rest) } }
      rows.set(pivot, clean)
    },
    follows: (row) => reduce(row).size === 0,
  }
}

/** Each number that a line can show, as the sum of what lies under it. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  quorate: ['quorate'], notQuorate: ['notQuorate'], inTime: ['quorate', 'notQuorate'], late: ['late'], judged: ['quorate', 'notQuorate', 'late', 'openNew'], openLate: ['openNew', 'older'], open: ['openNew', 'older', 'running'],
  openNew: ['openNew'], older: ['older'], running: ['running'],
}
const part = (name: string): { part: string; not_quorate: boolean } => ({ part: { quorate: 'in-time', notQuorate: 'in-time', late: 'late', openNew: 'open-late', older: 'older', running: 'running' }[name] ?? '', not_quorate: name === 'notQuorate' })

/** Counted rows of one duty per borough, month and part. */
const cube = fc.array(fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(9)), { minLength: PARTS.length, maxLength: PARTS.length }), { minLength: MONTHS.length, maxLength: MONTHS.length }), { minLength: BOROUGHS.length, maxLength: BOROUGHS.length })
const listing = fc.subarray(BOROUGHS, { maxLength: 2 })

describe('somebody who reckons', () => {
  it('finds no small number of duties', () => {
    fc.assert(fc.property(cube, listing, (all, listed) => {
      const count = (b: number | null, m: number | null, p: number): number => all.reduce((sum, months, at) => (b !== null && at !== b ? sum : sum + months.reduce((many, parts, month) => (m !== null && month !== m ? many : many + (parts[p] ?? 0)), 0)), 0)
      const own = { measure: 'strategy-24h', force: 'met', median: 1, worst: 1, oldest: 1 } as const
      const rows: DutyRow[] = PARTS.flatMap((name, p) => [
        { ...own, level: 'all-part' as const, borough: null, month: null, ...part(name), many: count(null, null, p) }, ...BOROUGHS.map((borough, b) => ({ ...own, level: 'borough-part' as const, borough, month: null, ...part(name), many: count(b, null, p) })),
        ...(OF_MONTHS.includes(name) ? MONTHS.map((month, m) => ({ ...own, level: 'month-part' as const, borough: null, month, ...part(name), many: count(null, m, p) })) : []),
      ])
      const table = dutyTable(measure('strategy-24h'), rows, scope(listed), BOROUGHS, [], NOW)
      const known = solver()
      const under = (line: string, names: readonly string[]): Map<string, bigint> => new Map(names.map((name) => [`${line} ${name}`, 1n]))
      // Boroughs add up to London, and so do months, of what began in the stretch.
      for (const name of PARTS) known.add(new Map([[`all ${name}`, P - 1n], ...BOROUGHS.map((line) => [`${line} ${name}`, 1n] as const)]))
      for (const name of ['quorate', 'notQuorate', 'late', 'openNew']) known.add(new Map([[`all ${name}`, P - 1n], ...MONTHS.map((line) => [`${line} ${name}`, 1n] as const)]))
      const seen = (line: string, figure: DutyFigure): void => {
        for (const name of ['quorate', 'notQuorate', 'inTime', 'late', 'judged', 'openLate', 'open'] as const) {
          if (figure[name] === null) continue
          expect(listed.includes(line) || figure[name] === 0 || figure[name] > 4, `${line} ${name}`).toBe(true)
          known.add(under(line, MADE_OF[name] ?? []))
          // Nought in all is nought in each of its parts.
          if (figure[name] === 0) for (const one of MADE_OF[name] ?? []) known.add(under(line, [one]))
        }
        if (listed.includes(line)) for (const name of PARTS) known.add(under(line, [name]))
      }
      seen('all', table.total)
      for (const line of table.lines) seen(line.borough ?? '', line)
      for (const month of table.trend.months) for (const [name, shown] of [['judged', month.judged], ['inTime', month.good]] as const) {
        if (shown === null) continue
        expect(shown === 0 || shown > 4).toBe(true)
        known.add(under(month.month, MADE_OF[name] ?? []))
        if (shown === 0) for (const one of MADE_OF[name] ?? []) known.add(under(month.month, [one]))
      }
      for (const month of table.trend.months) if (month.done !== null) known.add(under(month.month, ['quorate', 'notQuorate', 'late']))
      for (const line of [table.total, ...table.lines]) if (line.ofDone) known.add(under(line.borough ?? 'all', ['quorate', 'notQuorate', 'late']))
      const lines = [['all', null, null] as const, ...BOROUGHS.map((code, b) => [code, b, null] as const), ...MONTHS.map((month, m) => [month, null, m] as const)]
      for (const [line, b, m] of lines) for (const [name, of] of Object.entries(MADE_OF)) {
        const value = of.reduce((sum, one) => sum + (m !== null && !OF_MONTHS.includes(one) ? 0 : count(b, m, PARTS.indexOf(one as (typeof PARTS)[number]))), 0)
        // What a month holds that no page tells of it is not a number of any page.
        if (value < 1 || value > 4 || listed.includes(line) || (m !== null && !['judged', 'inTime'].includes(name))) continue
        expect({ line, name, value, found: known.follows(under(line, of)) }).toEqual({ line, name, value, found: false })
      }
    }), { numRuns: 150 })
  })

  it('nor of entries, with the year before beside them', () => {
    const counts = fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(12)), { minLength: MONTHS.length, maxLength: MONTHS.length }), { minLength: BOROUGHS.length, maxLength: BOROUGHS.length })
    fc.assert(fc.property(counts, counts, listing, (all, earlier, listed) => {
      const rowsOf = (from: number[][]): FactRow[] => [
        ...BOROUGHS.map((borough, b): FactRow => ({ measure: 'charges', level: 'borough-part', force: 'met', borough, month: null, many: (from[b] ?? []).reduce((sum, many) => sum + many, 0) })),
        ...MONTHS.map((month, m): FactRow => ({ measure: 'charges', level: 'month-part', force: 'met', borough: null, month, many: from.reduce((sum, months) => sum + (months[m] ?? 0), 0) })),
      ]
      const table = entryTable(measure('charges'), rowsOf(all), scope(listed), BOROUGHS, NOW, rowsOf(earlier))
      const numbers = (before: boolean): ReadonlyMap<string, Shown> => new Map([['all', table.total] as const, ...table.lines.map((line) => [line.borough ?? '', line] as const)].map(([name, line]: readonly [string, EntryFigure]) => [name, before ? line.before : line.many]))
      for (const [before, from] of [[false, all], [true, earlier]] as const) {
        const known = solver()
        known.add(new Map([['all', P - 1n], ...BOROUGHS.map((line) => [line, 1n] as const)]))
        if (!before) known.add(new Map([['all', P - 1n], ...MONTHS.map((line) => [line, 1n] as const)]))
        for (const [name, shown] of numbers(before)) if (shown !== null || listed.includes(name)) known.add(new Map([[name, 1n]]))
        if (!before) for (const month of table.trend.months) if (month.judged !== null) known.add(new Map([[month.month, 1n]]))
        const values = [['all', from.flat().reduce((sum, many) => sum + many, 0)] as const, ...BOROUGHS.map((code, b) => [code, (from[b] ?? []).reduce((sum, many) => sum + many, 0)] as const), ...(before ? [] : MONTHS.map((month, m) => [month, from.reduce((sum, months) => sum + (months[m] ?? 0), 0)] as const))]
        for (const [name, value] of values) if (value > 0 && value < 5 && !listed.includes(name)) expect({ name, value, found: known.follows(new Map([[name, 1n]])) }).toEqual({ name, value, found: false })
      }
    }), { numRuns: 300 })
  })

  it('nor at two dates: of a past day there are no months', () => {
    const rows: FactRow[] = [{ measure: 'charges', level: 'borough-part', force: 'met', borough: 'merton', month: null, many: 30 }, ...MONTHS.map((month): FactRow => ({ measure: 'charges', level: 'month-part', force: 'met', borough: null, month, many: 6 }))]
    expect(entryTable(measure('charges'), rows, scope([]), BOROUGHS, NOW).trend.months).toHaveLength(MONTHS.length)
    expect(entryTable(measure('charges'), rows, scope([], '2016-04-30' as Scope['moments']['day']), BOROUGHS, NOW).trend.months).toEqual([])
    expect(isDuty(measure('strategy-24h'))).toBe(true)
  })
})

describe('what is hidden for a neighbour', () => {
  const own = { measure: 'strategy-24h', force: 'met', median: 3_600_000, worst: 9_000_000, oldest: 1 } as const
  /** In time, late, and open and late, of each borough in its turn, and of all together. */
  const rowsOf = (boroughs: readonly (readonly [number, number, number])[]): DutyRow[] => [
    ...['quorate', 'late', 'openNew'].map((name, at): DutyRow => ({ ...own, level: 'all-part', borough: null, month: null, ...part(name), many: boroughs.reduce((sum, counts) => sum + (counts[at] ?? 0), 0) })),
    ...boroughs.flatMap((counts, b) => [
      ...['quorate', 'late', 'openNew'].map((name, at): DutyRow => ({ ...own, level: 'borough-part', borough: BOROUGHS[b] ?? '', month: null, ...part(name), many: counts[at] ?? 0 })),
      { ...own, level: 'borough' as const, borough: BOROUGHS[b] ?? '', month: null, part: null, not_quorate: null, many: 1 },
    ]),
  ]
  const tableOf = (...boroughs: readonly (readonly [number, number, number])[]) => dutyTable(measure('strategy-24h'), rowsOf(boroughs), scope([]), BOROUGHS, [], NOW)

  it('is not the figure: of a borough with two open and late the share stands, of what was done', () => {
    const table = tableOf([200, 50, 2], [90, 110, 3], [300, 100, 1], [120, 80, 4])
    for (const line of table.lines) expect(line).toMatchObject({ judged: null, openLate: null, ofDone: true, worst: null, median: '1 h' })
    expect(table.lines.map(({ inTime, late, shareOf, share: words, meets }) => [inTime, late, shareOf, words, meets])).toEqual([[200, 50, 250, '80%', false], [90, 110, 200, '45%', false], [300, 100, 400, '75%', false], [120, 80, 200, '60%', false]])
    expect(table.total).toMatchObject({ judged: 1060, inTime: 710, openLate: 10, ofDone: false, share: '67%' })
  })

  it('nor is it silent of many: where more than a tenth are left out there is no share', () => {
    const table = tableOf([10, 5, 2], [9, 11, 60], [300, 100, 0], [120, 80, 0])
    const shown = table.lines.map(({ judged, share: words, ofDone }) => [judged, words, ofDone])
    expect(shown[0]).toEqual([null, null, false])
    // Nothing of it is hidden but for the first one's sake, and the sixty are told of or no share is.
    expect(table.lines[1]?.openLate !== null && table.lines[1]?.judged !== null || table.lines[1]?.share === null).toBe(true)
    expect(table.lines[2]).toMatchObject({ share: '75%' })
  })

  it('says beside each share that it is of those done, and of no other', () => {
    const table = tableOf([200, 50, 2], [90, 110, 3], [300, 100, 1], [120, 80, 4])
    const said = (lines: readonly DutyFigure[]): number => renderToStaticMarkup(createElement(DutyTable, { caption: 'Boroughs', lines, asked: { borough: null, period: 'year', day: null } })).split('of those done').length - 1
    expect([said(table.lines), said([table.total])]).toEqual([4, 0])
  })

  it('a share of what was done is never called met', () => {
    expect(tableOf([250, 0, 2], [90, 110, 3], [300, 100, 1], [120, 80, 4]).lines[0]).toMatchObject({ ofDone: true, share: '100%', target: 100, meets: null })
  })
})
