import { share } from '@/lib/deadlines/figures'
import { clause } from '@/lib/policy/clauses'
import { measureOf, MEASURES as CATALOGUE, targetOn } from '@/lib/policy/measures/catalogue'
import { londonDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import { plainDate } from '@/lib/policy/calendar/plain-date'
import { spanWords } from '@/lib/wording/spans'
import type { DutyRow, FactRow } from './count'
import type { DutyMeasure, FactMeasure } from './measures'
import type { Scope } from './scope'
import { monthsOf, stretchWords } from './moments'
import { hiddenCells } from './small-numbers'
import type { DutyFigure, EntryFigure, MonthPoint, Shown, Trend } from './view'

const PARTS = ['quorate', 'notQuorate', 'inTime', 'late', 'openNew', 'older', 'openLate', 'running', 'open', 'judged'] as const
type Part = (typeof PARTS)[number]
type Counts = Readonly<Record<Part, number>>
/** Cells that a reader could add up along one line. */
const LINE_SUMS: readonly (readonly Part[])[] = [['quorate', 'notQuorate', 'inTime'], ['inTime', 'late', 'openNew', 'judged'], ['openNew', 'older', 'openLate'], ['openLate', 'running', 'open']]
/** Of what began in the stretch: these are the sum of their months. */
const BY_MONTH: readonly Part[] = ['inTime', 'late', 'openNew', 'judged']
const ALL = 'all'

function countsIn(rows: readonly DutyRow[]): Counts {
  const many = (part: string, notQuorate?: boolean): number => rows.filter((row) => row.part === part && (notQuorate === undefined || row.not_quorate === notQuorate)).reduce((sum, row) => sum + row.many, 0)
  const [inTime, late, openNew, older, running] = [many('in-time'), many('late'), many('open-late'), many('older'), many('running')]
  return { quorate: many('in-time', false), notQuorate: many('in-time', true), inTime, late, openNew, older, openLate: openNew + older, running, open: openNew + older + running, judged: inTime + late + openNew }
}

export interface DutyTable {
  readonly total: DutyFigure
  readonly lines: readonly DutyFigure[]
  readonly trend: Trend
}

/** One measure: all together, each borough, each month; hidden together, so that what one leaves out does not stand in another. */
export function dutyTable(measure: DutyMeasure, rows: readonly DutyRow[], scope: Scope, boroughs: readonly string[], now: Date): DutyTable {
  const own = rows.filter((row) => row.measure === measure.id && row.force === scope.force)
  const months = monthsOf(scope.moments)
  const counts = new Map<string, Counts>([
    [ALL, countsIn(own.filter((row) => row.level === 'all-part'))],
    ...boroughs.map((code) => [code, countsIn(own.filter((row) => row.level === 'borough-part' && row.borough === code))] as const),
    ...months.map((month) => [month, countsIn(own.filter((row) => row.level === 'month-part' && row.month === month))] as const),
  ])
  const listed = (line: string): boolean => boroughs.includes(line) && scope.listed(line)
  const cells = new Map([...counts].flatMap(([line, parts]) => PARTS.map((part) => [`${line} ${part}`, parts[part]] as const)))
  const hidden = !scope.guarded ? new Set<string>() : hiddenCells(cells, [
    ...[...counts.keys()].flatMap((line) => LINE_SUMS.map((parts) => parts.map((part) => `${line} ${part}`))),
    ...(boroughs.length === 0 ? [] : PARTS.map((part) => [ALL, ...boroughs].map((line) => `${line} ${part}`))),
    ...BY_MONTH.map((part) => [ALL, ...months].map((line) => `${line} ${part}`)),
  ], (name) => listed(name.slice(0, name.indexOf(' '))))
  const shown = (line: string, part: Part): Shown => (hidden.has(`${line} ${part}`) ? null : counts.get(line)?.[part] ?? 0)
  const target = targetOf(measure, scope)

  const figure = (line: string, borough: string | null, words: string): DutyFigure => {
    const at = own.find((row) => (line === ALL ? row.level === 'all' : row.level === 'borough' && row.borough === line))
    const [judged, inTime, quorate, late, openLate] = [shown(line, 'judged'), shown(line, 'inTime'), shown(line, 'quorate'), shown(line, 'late'), shown(line, 'openLate')]
    const told = late !== null && openLate !== null
    const exact = judged === null || inTime === null || judged === 0 ? null : inTime / judged
    return {
      key: `${measure.id} ${borough ?? ALL}`, measure: measure.id, title: measure.title, of: measure.of, clause: clause(measure.clause).source, borough, words, judged, inTime, exact,
      share: judged === null || inTime === null ? null : share(inTime, judged), quorate, notQuorate: shown(line, 'notQuorate'), shareQuorate: quorate === null || judged === null ? null : share(quorate, judged),
      late, openLate, open: shown(line, 'open'), median: told ? spanOf(at?.median) : null, worst: told ? spanOf(at?.worst) : null, oldest: shown(line, 'open') === null ? null : spanOf(at?.oldest),
      target, meets: target === null || exact === null ? null : exact * 100 >= target, quorum: measure.quorum === true, notice: measure.notice === true, listed: scope.listed(borough), standing: null,
    }
  }
  const lines = boroughs.map((code) => figure(code, code, boroughWords(code)))
  // To who has no list, of one borough the line of the table and nothing else, and months of now alone: those of a past day hide others, and
  // what the one hides would stand in the other.
  const chosen = scope.borough === null ? undefined : lines.find((line) => line.borough === scope.borough)
  const alone = scope.borough !== null && scope.guarded
  const noMonths = scope.guarded && (alone || scope.moments.day !== null)
  return {
    total: alone && chosen !== undefined ? chosen : figure(ALL, scope.borough, stretchWords(scope.moments, scope.period, now)), lines,
    trend: {
      measure: measure.id, title: measure.title, of: measure.of, duties: true, listed: scope.listed(scope.borough),
      months: noMonths ? [] : months.map((month): MonthPoint => {
        const [judged, good] = [shown(month, 'judged'), shown(month, 'inTime')]
        return { month, words: monthWords(month), judged, good, share: judged === null || good === null ? null : share(good, judged) }
      }),
    },
  }
}

const spanOf = (ms: number | null | undefined): string | null => (typeof ms === 'number' ? spanWords(ms) : null)

/** 'May 2016'. */
export const monthWords = (month: string): string => bornWords(plainDate(`${month}-01`)).slice(2)

function targetOf(measure: DutyMeasure, scope: Scope): number | null {
  const known = CATALOGUE.find((one) => one.id === measure.catalogue) ?? (measure.catalogue === undefined ? null : measureOf(measure.catalogue))
  return known === null ? null : targetOn(known, londonDate(scope.moments.at))
}

export interface EntryTable {
  readonly total: EntryFigure
  readonly lines: readonly EntryFigure[]
  readonly trend: Trend
}

/** The same of entries; `before`: the rows of the stretch a year earlier, where they are held beside it. */
export function entryTable(measure: FactMeasure, rows: readonly FactRow[], scope: Scope, boroughs: readonly string[], now: Date, before: readonly FactRow[] | null = null): EntryTable {
  const months = measure.latest === true ? [] : monthsOf(scope.moments)
  const counted = (from: readonly FactRow[], is: (row: FactRow) => boolean): number => from.filter((row) => row.measure === measure.id && row.force === scope.force && is(row)).reduce((sum, row) => sum + row.many, 0)
  const byBorough = (from: readonly FactRow[], line: string): number => counted(from, (row) => row.level === 'borough-part' && (line === ALL || row.borough === line))
  const listed = (line: string): boolean => boroughs.includes(line) && scope.listed(line)
  const cells = new Map<string, number>([
    ...[ALL, ...boroughs].map((line) => [line, byBorough(rows, line)] as const),
    ...months.map((month) => [month, counted(rows, (row) => row.level === 'month-part' && row.month === month)] as const),
    ...(before === null ? [] : [ALL, ...boroughs].map((line) => [`before ${line}`, byBorough(before, line)] as const)),
  ])
  const hidden = !scope.guarded ? new Set<string>() : hiddenCells(cells, [
    ...(boroughs.length === 0 ? [] : [[ALL, ...boroughs], [ALL, ...boroughs].map((line) => `before ${line}`)]), ...(months.length === 0 ? [] : [[ALL, ...months]]),
  ], (name) => listed(name.replace('before ', '')))
  const shown = (cell: string): Shown => (hidden.has(cell) ? null : cells.get(cell) ?? 0)
  const figure = (line: string, borough: string | null, words: string): EntryFigure => ({
    key: `${measure.id} ${borough ?? ALL}`, measure: measure.id, title: measure.title, of: measure.of, clause: clause(measure.clause).source, borough, words, many: shown(line),
    before: before === null ? null : shown(`before ${line}`), stands: measure.latest === true, listed: scope.listed(borough), standing: null,
  })
  const lines = boroughs.map((code) => figure(code, code, boroughWords(code)))
  const chosen = scope.borough === null ? undefined : lines.find((line) => line.borough === scope.borough)
  const alone = scope.borough !== null && scope.guarded
  const noMonths = scope.guarded && (alone || scope.moments.day !== null)
  return {
    total: alone && chosen !== undefined ? chosen : figure(ALL, scope.borough, stretchWords(scope.moments, scope.period, now)), lines,
    trend: {
      measure: measure.id, title: measure.title, of: measure.of, duties: false, listed: scope.listed(scope.borough),
      months: noMonths ? [] : months.map((month) => ({ month, words: monthWords(month), judged: shown(month), good: shown(month), share: null })),
    },
  }
}
