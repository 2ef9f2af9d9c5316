import { owedWords } from '@/lib/deadlines/owed-words'
import { clause } from '@/lib/policy/clauses'
import type { LocalTarget } from '@/lib/policy/measures/local-targets'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import { plainDate } from '@/lib/policy/calendar/plain-date'
import { spanWords } from '@/lib/wording/spans'
import type { DutyRow, FactRow } from './count'
import { centralTeam, type DutyMeasure, type FactMeasure } from './measures'
import type { Scope } from './scope'
import { monthsOf, stretchWords } from './moments'
import { share } from './share'
import { FEWEST, hiddenCells, sumsOver, type Sums } from './small-numbers'
import { targetByWords, targetOfDuty } from './targets'
import type { DutyFigure, EntryFigure, MonthPoint, Shown, Trend } from './view'

const PARTS = ['quorate', 'notQuorate', 'inTime', 'late', 'openNew', 'older', 'openLate', 'running', 'open', 'judged'] as const
type Part = (typeof PARTS)[number]
/** A cell of a table is the place of its line, times the parts, and the place of its part: hundreds of words to put together and to look up would cost more than the figures. */
const PLACE = Object.fromEntries(PARTS.map((part, place) => [part, place])) as Readonly<Record<Part, number>>
const MANY = PARTS.length
const placesOf = (parts: readonly Part[]): readonly number[] => parts.map((part) => PLACE[part])
/** Cells that a reader could add up along one line. */
const LINE_SUMS = [placesOf(['quorate', 'notQuorate', 'inTime']), placesOf(['inTime', 'late', 'openNew', 'judged']), placesOf(['openNew', 'older', 'openLate']), placesOf(['openLate', 'running', 'open'])]
const EVERY = placesOf(PARTS)
/** Of what began in the stretch: these are the sum of their months. */
const BY_MONTH = placesOf(['inTime', 'late', 'openNew', 'judged'])
const ALL = 'all'
/**
 * What is missed least goes first where a small number cannot be hidden alone: parts that stand on no page; then how many were judged, which what was
 * done in time and late says but for the few that are hidden; last what was in time, for that is the figure. Without it a borough with two that are
 * open and late would lose its share, and a London of such boroughs every one. Many that are open and late are hidden last of all: a share of what was
 * done would be silent of them.
 */
const WORTH: Readonly<Record<Part, number>> = { openNew: 0, older: 0, running: 0, judged: 1, notQuorate: 2, quorate: 3, open: 4, late: 5, openLate: 6, inTime: 7 }
const WORTHS = PARTS.map((part) => WORTH[part])
const worthOf = (cell: number, many: number): number => (cell % MANY === PLACE.openNew && many >= FEWEST ? 8 : WORTHS[cell % MANY] ?? 0)

/** Where a row is counted first; null for a part that no figure has (what ended without being met). */
function partOf({ part, not_quorate }: DutyRow): Part | null {
  switch (part) {
    case 'in-time': return not_quorate === true ? 'notQuorate' : not_quorate === false ? 'quorate' : 'inTime'
    case 'late': return 'late'
    case 'open-late': return 'openNew'
    case 'older': return 'older'
    case 'running': return 'running'
    default: return null
  }
}

/** The counts of each line, one after another, and what is the sum of others. */
function countsOf(rows: readonly DutyRow[], placeOf: (row: DutyRow) => number | undefined, lines: number): Float64Array {
  const counts = new Float64Array(lines * MANY)
  const add = (at: number, many: number): void => { counts[at] = (counts[at] ?? 0) + many }
  for (const row of rows) {
    const [line, part] = [placeOf(row), partOf(row)]
    if (line !== undefined && part !== null) add(line * MANY + PLACE[part], row.many)
  }
  for (let first = 0; first < counts.length; first += MANY) {
    const of = (part: Part): number => counts[first + PLACE[part]] ?? 0
    add(first + PLACE.inTime, of('quorate') + of('notQuorate'))
    add(first + PLACE.openLate, of('openNew') + of('older'))
    add(first + PLACE.open, of('openLate') + of('running'))
    add(first + PLACE.judged, of('inTime') + of('late') + of('openNew'))
  }
  return counts
}

/** Of what was counted together the rows of each measure: looked through once, and not once for each of thirty tables. */
const sorted = new WeakMap<object, Map<string, unknown[]>>()
function rowsOf<Row extends { readonly measure: string }>(rows: readonly Row[], { id }: { readonly id: string }): readonly Row[] {
  let known = sorted.get(rows) as Map<string, Row[]> | undefined
  if (known === undefined) {
    known = new Map()
    for (const row of rows) {
      const own = known.get(row.measure)
      if (own === undefined) known.set(row.measure, [row])
      else own.push(row)
    }
    sorted.set(rows, known)
  }
  return known.get(id) ?? []
}

export interface DutyTable {
  readonly total: DutyFigure
  /** One of each borough: put together where somebody asks, for a dashboard shows none of them. */
  readonly lines: readonly DutyFigure[]
  readonly trend: Trend
}

/** One measure: all together, each borough, each month; hidden together, so that what one leaves out does not stand in another. `locals`: the targets set locally, as on record then. */
export function dutyTable(measure: DutyMeasure, rows: readonly DutyRow[], scope: Scope, boroughs: readonly string[], locals: readonly LocalTarget[], now: Date): DutyTable {
  const own = rowsOf(rows, measure).filter((row) => row.force === scope.force)
  const months = monthsOf(scope.moments)
  // All together, then each borough, then each month.
  const [boroughAt, monthAt] = [new Map(boroughs.map((code, index) => [code, 1 + index])), new Map(months.map((month, index) => [month, 1 + boroughs.length + index]))]
  const lineOf = (row: DutyRow): number | undefined => (row.level === 'all-part' ? 0 : row.level === 'borough-part' ? boroughAt.get(row.borough ?? '') : row.level === 'month-part' ? monthAt.get(row.month ?? '') : undefined)
  const counts = countsOf(own, lineOf, 1 + boroughs.length + months.length)
  const hidden = scope.guarded ? hiddenOf(counts, boroughs.map((code) => scope.listed(code)), months.length) : NONE
  const countAt = (at: number, part: Part): number => counts[at * MANY + PLACE[part]] ?? 0
  const shownAt = (at: number, part: Part): Shown => (hidden.has(at * MANY + PLACE[part]) ? null : countAt(at, part))
  const spans = new Map(own.flatMap((row) => (row.level === 'all' ? [[ALL, row] as const] : row.level === 'borough' ? [[row.borough ?? '', row] as const] : [])))
  const figure = (line: string, borough: string | null, words: string): DutyFigure => {
    const [at, place] = [spans.get(line), line === ALL ? 0 : boroughAt.get(line) ?? 0]
    const shown = (part: Part): Shown => shownAt(place, part)
    const [judged, inTime, quorate, late, openLate] = [shown('judged'), shown('inTime'), shown('quorate'), shown('late'), shown('openLate')]
    const told = late !== null && openLate !== null
    const { shareOf, ofDone } = sharedBy(judged, inTime, late, countAt(place, 'openNew'))
    // All together of one borough is that borough's.
    const standing = targetOfDuty(measure, borough ?? (scope.codes.length === 1 ? scope.codes[0] ?? null : null), scope.moments.at, locals)
    const target = standing?.value ?? null
    const exact = shareOf === null || inTime === null || shareOf === 0 ? null : inTime / shareOf
    return {
      key: `${measure.id} ${borough ?? ALL}`, measure: measure.id, title: measure.title, of: measure.of, clause: clause(measure.clause).source, owedBy: centralTeam(measure) ?? owedWords(measure.owedBy), central: centralTeam(measure) !== null, borough, words, judged, inTime, exact, shareOf, ofDone,
      share: shareOf === null || inTime === null ? null : share(inTime, shareOf), quorate, notQuorate: shown('notQuorate'), shareQuorate: quorate === null || shareOf === null ? null : share(quorate, shareOf),
      // The middle of many is nobody's; the worst may be one of the few.
      late, openLate, open: shown('open'), median: told || (late !== null && late >= FEWEST) ? spanOf(at?.median) : null, worst: told ? spanOf(at?.worst) : null, oldest: shown('open') === null ? null : spanOf(at?.oldest),
      target, targetBy: targetByWords(standing), meets: target === null || exact === null ? null : exact * 100 < target ? false : ofDone ? null : true, quorum: measure.quorum === true, notice: measure.notice === true, listed: scope.listed(borough), standing: null,
    }
  }
  const line = (code: string): DutyFigure => figure(code, code, boroughWords(code))
  // To who has no list, of one borough the line of the table and nothing else, and months of now alone: those of a past day hide others, and
  // what the one hides would stand in the other.
  const chosen = scope.borough !== null && boroughs.includes(scope.borough) ? scope.borough : null
  const alone = scope.borough !== null && scope.guarded
  const noMonths = scope.guarded && (alone || scope.moments.day !== null)
  return {
    total: alone && chosen !== null ? line(chosen) : figure(ALL, scope.borough, stretchWords(scope.moments, scope.period, now)), get lines() { return boroughs.map(line) },
    trend: {
      measure: measure.id, title: measure.title, of: measure.of, duties: true, listed: scope.listed(scope.borough),
      months: noMonths ? [] : months.map((month, index): MonthPoint => {
        const at = 1 + boroughs.length + index
        const [judged, good] = [shownAt(at, 'judged'), shownAt(at, 'inTime')]
        const { shareOf, ofDone } = sharedBy(judged, good, shownAt(at, 'late'), countAt(at, 'openNew'))
        return { month, words: monthWords(month), judged, good, done: ofDone ? shareOf : null, share: shareOf === null || good === null ? null : share(good, shareOf) }
      }),
    },
  }
}

/**
 * How many a share is of: what was judged; where that may not be shown, what was done, in time and late, where both of these are: no number is told that
 * is not told already. Not where the open and late that it leaves out (`open`) are more than a tenth: a borough that never did them would look well.
 */
function sharedBy(judged: Shown, inTime: Shown, late: Shown, open: number): { readonly shareOf: Shown; readonly ofDone: boolean } {
  if (judged !== null || inTime === null || late === null || open * 10 > inTime + late) return { shareOf: judged, ofDone: false }
  return { shareOf: inTime + late, ofDone: true }
}

const NONE: ReadonlySet<number> = new Set()

/** The sums of a table whose lines are all together, so many boroughs and so many months. */
function sumsOfTable(boroughs: number, months: number): Sums<number> {
  const lines = Array.from({ length: 1 + boroughs + months }, (_, line) => line)
  const down = (from: readonly number[], part: number): number[] => from.map((line) => line * MANY + part)
  return sumsOver([
    ...lines.flatMap((line) => LINE_SUMS.map((parts) => parts.map((part) => line * MANY + part))),
    ...(boroughs === 0 ? [] : EVERY.map((part) => down(lines.slice(0, 1 + boroughs), part))),
    ...BY_MONTH.map((part) => down([0, ...lines.slice(1 + boroughs)], part)),
  ])
}

/** By how many boroughs and months: twenty tables of a dashboard have the same sums. */
const SUMS = new Map<string, Sums<number>>()

function hiddenOf(counts: Float64Array, listed: readonly boolean[], months: number): ReadonlySet<number> {
  const shape = `${listed.length} ${months}`
  const sums = SUMS.get(shape) ?? sumsOfTable(listed.length, months)
  SUMS.set(shape, sums)
  return hiddenCells(new Map(counts.entries()), sums, (cell) => listed[Math.floor(cell / MANY) - 1] === true, (cell) => worthOf(cell, counts[cell] ?? 0))
}

const spanOf = (ms: number | null | undefined): string | null => (typeof ms === 'number' ? spanWords(ms) : null)

/** 'May 2016'. */
export const monthWords = (month: string): string => bornWords(plainDate(`${month}-01`)).slice(2)

export interface EntryTable {
  readonly total: EntryFigure
  readonly lines: readonly EntryFigure[]
  readonly trend: Trend
}

/** How many of all together, of each borough and of each month. */
function sumsOf(measure: FactMeasure, rows: readonly FactRow[], scope: Scope): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const add = (line: string, many: number): void => { sums.set(line, (sums.get(line) ?? 0) + many) }
  for (const row of rowsOf(rows, measure)) {
    if (row.force !== scope.force) continue
    if (row.level === 'borough-part') { add(ALL, row.many); add(row.borough ?? '', row.many) } else add(row.month ?? '', row.many)
  }
  return sums
}

/** The same of entries; `before`: the rows of the stretch a year earlier, where they are held beside it. */
export function entryTable(measure: FactMeasure, rows: readonly FactRow[], scope: Scope, boroughs: readonly string[], now: Date, before: readonly FactRow[] | null = null): EntryTable {
  const months = measure.latest === true ? [] : monthsOf(scope.moments)
  const [counted, then] = [sumsOf(measure, rows, scope), before === null ? null : sumsOf(measure, before, scope)]
  const listed = (line: string): boolean => boroughs.includes(line) && scope.listed(line)
  const cells = new Map<string, number>([
    ...[ALL, ...boroughs, ...months].map((line) => [line, counted.get(line) ?? 0] as const),
    ...(then === null ? [] : [ALL, ...boroughs].map((line) => [`before ${line}`, then.get(line) ?? 0] as const)),
  ])
  const hidden = !scope.guarded ? new Set<string>() : hiddenCells(cells, [
    ...(boroughs.length === 0 ? [] : [[ALL, ...boroughs], [ALL, ...boroughs].map((line) => `before ${line}`)]), ...(months.length === 0 ? [] : [[ALL, ...months]]),
  ], (name) => listed(name.replace('before ', '')))
  const shown = (cell: string): Shown => (hidden.has(cell) ? null : cells.get(cell) ?? 0)
  const figure = (line: string, borough: string | null, words: string): EntryFigure => ({
    key: `${measure.id} ${borough ?? ALL}`, measure: measure.id, title: measure.title, of: measure.of, clause: clause(measure.clause).source, borough, words, many: shown(line),
    before: before === null ? null : shown(`before ${line}`), better: measure.better, stands: measure.latest === true, listed: scope.listed(borough), standing: null,
  })
  const line = (code: string): EntryFigure => figure(code, code, boroughWords(code))
  const chosen = scope.borough !== null && boroughs.includes(scope.borough) ? scope.borough : null
  const alone = scope.borough !== null && scope.guarded
  const noMonths = scope.guarded && (alone || scope.moments.day !== null)
  return {
    total: alone && chosen !== null ? line(chosen) : figure(ALL, scope.borough, stretchWords(scope.moments, scope.period, now)), get lines() { return boroughs.map(line) },
    trend: {
      measure: measure.id, title: measure.title, of: measure.of, duties: false, listed: scope.listed(scope.borough),
      months: noMonths ? [] : months.map((month) => ({ month, words: monthWords(month), judged: shown(month), good: shown(month), done: null, share: null })),
    },
  }
}
