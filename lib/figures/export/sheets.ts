import { STANDING_WORDS } from '@/lib/wording/standing'
import type { DashboardView, DutyFigure, EntryFigure, ListView, LocalTargetList, RecordedFigure, RecordedList, SideBySide, SinceView } from '../view'
import { NOT_SHOWN, type Cell, type Sheet } from './sheet'

const DUTY = ['In time', 'Target, per cent', 'Target set locally', 'Judged', 'Done in time', 'In time and quorate', 'Done late', 'How late: middle', 'How late: worst', 'Open and late', 'Open', 'The oldest has waited', 'Clause'] as const
const duty = (line: DutyFigure): Cell[] => [
  line.share === null ? (line.judged === 0 ? 'none judged' : NOT_SHOWN) : line.ofDone ? `${line.share} of those done` : line.share, line.target ?? '', line.targetBy ?? '', line.judged, line.inTime, line.quorum ? line.quorate : '', line.late, spanOf(line, line.median), spanOf(line, line.worst), line.openLate, line.open,
  line.oldest ?? (line.open === null ? NOT_SHOWN : ''), line.clause,
]
const spanOf = (line: DutyFigure, words: string | null): string => words ?? (line.late === null || line.openLate === null ? NOT_SHOWN : 'none late')

const RECORDED = ['Measure', 'Borough', 'Figure', 'Target', 'Target set locally', 'Better', 'Held against it', 'Measured on', 'Source', 'Clause'] as const
const recorded = (row: RecordedFigure): Cell[] => [row.title, row.borough, row.value, row.target ?? '', row.targetBy ?? '', row.better, row.breach ?? '', row.on, row.source, row.clause ?? '']

/** Every table of a dashboard, each with where and when it is of. */
export const sheetsOfDashboard = (view: DashboardView): Sheet[] => [
  { title: `Duties: ${view.where}. ${view.stretch}`, columns: ['Measure', 'Owed by', ...DUTY], rows: view.duties.map((line) => [line.title, line.owedBy, ...duty(line)]) },
  { title: `Boroughs far below London. ${view.stretch}`, columns: ['Measure', 'London', 'Borough', 'Share in time'], rows: (view.outside ?? []).flatMap((row) => row.boroughs.map(({ words, share }): Cell[] => [row.title, row.london, words, share])) },
  { title: `Counted: ${view.where}. ${view.stretch}`, columns: ['Counted', 'How many', 'Better', 'Clause'], rows: view.entries.map((line) => [line.title, line.many, line.better === 'neither' ? '' : line.better, line.clause]) },
  sheetOfMonths(view),
  { title: `From outside: ${view.where}`, columns: RECORDED, rows: view.recorded.map(recorded) },
].filter((sheet) => sheet.rows.length > 0)

/** How many were done stands in the column of its own where how many were judged is kept back, and to nobody else is there such a column. */
function sheetOfMonths({ where, trends }: DashboardView): Sheet {
  const done = trends.some((trend) => trend.months.some((month) => month.done !== null))
  return {
    title: `Month by month: ${where}`, columns: ['Measure', 'Month', 'Judged or counted', 'In time', ...(done ? ['Done, where judged is not shown'] : [])],
    rows: trends.flatMap((trend) => trend.months.map((month): Cell[] => [trend.title, month.month, month.judged, trend.duties ? month.good : '', ...(done ? [month.done ?? ''] : [])])),
  }
}

export function sheetsOfBoroughs(view: SideBySide): Sheet[] {
  const title = `${view.title}: ${view.where}. ${view.stretch}`
  const lines = [...view.duties, ...view.entries, { ...view.total, words: 'All together' }, ...(view.city === null ? [] : [{ ...view.city, words: 'City of London, apart' }])]
  if ('judged' in view.total) return [{ title, columns: ['Borough', ...DUTY, 'Against London'], rows: lines.flatMap((line) => ('judged' in line ? [[line.words, ...duty(line), standingOf(line)]] : [])) }]
  return [{ title, columns: ['Borough', 'How many', 'A year before', 'Against its own year before'], rows: lines.flatMap((line) => ('many' in line ? [entry(line, view.yearBefore)] : [])) }]
}
const entry = (line: EntryFigure, before: SideBySide['yearBefore']): Cell[] => [line.words, line.many, before === 'beside' ? line.before : before === 'none' ? '' : 'took too long to count', standingOf(line)]
const standingOf = ({ standing }: Pick<DutyFigure, 'standing'>): string => (standing === null ? '' : STANDING_WORDS[standing])

/** The list behind a figure, page upon page. Pages can end before the list does: a file that did not say so would be taken for all of it, and who is not in it be missed. */
export const sheetOfList = (pages: readonly Pick<ListView, 'title' | 'where' | 'stretch' | 'total' | 'rows' | 'next' | 'part' | 'parts' | 'month'>[]): Sheet[] => {
  const [first] = pages
  if (first === undefined) return []
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0)
  const cut = pages.at(-1)?.next == null ? '' : `Not the whole list: ${rows} of ${first.total}. Ask for one borough, one month or one part. `
  // A file is read away from the page that asked: one part of a measure, or one month, would pass for all of it.
  const only = [first.part === 'all' ? null : first.parts.find(({ value }) => value === first.part)?.label, first.month].map((one) => (one == null ? '' : `, only${one === first.month ? '' : ':'} ${one}`)).join('')
  return [{
    title: `${cut}${first.title}${only}: ${first.where}. ${first.stretch}`, columns: ['Child', 'Age', 'Borough', 'What', 'Began or happened', 'Due', 'What became of it', 'Recorded late'],
    rows: pages.flatMap((page) => page.rows.map((row): Cell[] => [row.name, row.age ?? '', row.borough, row.what, row.when, row.due ?? '', row.how, row.typedLate ?? ''])),
  }]
}

/** Pages can end before the list does: said first, or whoever is not in the file would be missed. */
export const cutOff = (next: string | null | undefined, rows: number): string => (next == null ? '' : `Not the whole list: the last ${rows}. `)
const cutPages = (pages: readonly { readonly next: string | null; readonly rows: readonly unknown[] }[]): string => cutOff(pages.at(-1)?.next, pages.reduce((sum, page) => sum + page.rows.length, 0))

export const sheetOfRecorded = (pages: readonly RecordedList[]): Sheet[] => (pages.length === 0 ? [] : [{
  title: `${cutPages(pages)}Figures from outside`, columns: [...RECORDED, 'Recorded', 'Taken back'], rows: pages.flatMap((page) => page.rows.map((row): Cell[] => [...recorded(row), row.recorded, row.withdrawn ?? ''])),
}])

export const sheetOfTargets = (pages: readonly LocalTargetList[]): Sheet[] => (pages.length === 0 ? [] : [{
  title: `${cutPages(pages)}Local targets`, columns: ['Measure', 'Whose', 'Target', 'Better', 'Without it', 'From', 'State', 'Until', 'Why', 'Set', 'Taken back', 'Clause'],
  rows: pages.flatMap((page) => page.rows.map((row): Cell[] => [row.title, row.borough, row.value ?? 'none of its own', row.better, row.beside ?? '', row.from, row.state, row.ended ?? '', row.reason, row.recorded, row.withdrawn ?? '', row.clause ?? ''])),
}])

/** The figure of a day, then and now, and each row that differs. */
export function sheetsOfSince(view: SinceView): Sheet[] {
  const lines = [[`As it was on record at the end of ${view.dayWords}`, view.then], ['The same day, by what is on record now', view.restated], ['The same stretch, as it stands now', view.today]] as const
  const title = `${view.title}: ${view.where}. What changed since ${view.dayWords}`
  const cut = view.next === null ? '' : `Not all that differs: ${view.rows.length} of ${view.came + view.went + view.otherwise}. Ask for one borough or a later day. `
  return [
    'judged' in view.then ? { title, columns: ['The day', ...DUTY], rows: lines.flatMap(([words, line]) => ('judged' in line ? [[words, ...duty(line)]] : [])) }
      : { title, columns: ['The day', 'How many'], rows: lines.flatMap(([words, line]) => ('many' in line ? [[words, line.many]] : [])) },
    {
      title: `${cut}What differs: ${view.title}`, columns: ['Child', 'Borough', 'What', 'What changed', 'How it is counted', 'On record', 'Put on record after the day'],
      rows: view.rows.map((row): Cell[] => [row.name, row.borough, row.what, row.changed, row.way, row.recorded, row.typedLate ? 'yes' : '']),
    },
  ]
}
