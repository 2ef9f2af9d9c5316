import type { Asked, DutyFigure, EntryFigure, MonthPoint, RecordedFigure, Shown, Trend } from '@/lib/figures/view'

/**
 * What of a figure its table shows, field by field: the rows of tables travel to the browser as data, and whatever travels can be read there.
 */
type Common = Pick<DutyFigure, 'measure' | 'title' | 'borough' | 'words' | 'listed'>
const commonOf = ({ measure, title, borough, words, listed }: Common): Common => ({ measure, title, borough, words, listed })

export type DutyLine = Common & Pick<DutyFigure, 'clause' | 'judged' | 'inTime' | 'share' | 'shareOf' | 'ofDone' | 'late' | 'openLate' | 'median' | 'worst' | 'target' | 'targetBy' | 'meets' | 'notice' | 'standing'> & {
  /** Null where the measure knows no quorum. */
  readonly quorate: { readonly many: Shown; readonly share: string | null } | null
}
export const dutyLine = (line: DutyFigure): DutyLine => ({
  ...commonOf(line), clause: line.clause, judged: line.judged, inTime: line.inTime, share: line.share, shareOf: line.shareOf, ofDone: line.ofDone, late: line.late, openLate: line.openLate, median: line.median, worst: line.worst,
  target: line.target, targetBy: line.targetBy, meets: line.meets, notice: line.notice, standing: line.standing, quorate: line.quorum ? { many: line.quorate, share: line.shareQuorate } : null,
})

export type RiskLine = Common & Pick<DutyFigure, 'open' | 'openLate' | 'late' | 'oldest' | 'worst'>
export const riskLine = (line: DutyFigure): RiskLine => ({ ...commonOf(line), open: line.open, openLate: line.openLate, late: line.late, oldest: line.oldest, worst: line.worst })

export type CentralLine = RiskLine & Pick<DutyFigure, 'owedBy' | 'judged' | 'share'>
export const centralLine = (line: DutyFigure): CentralLine => ({ ...riskLine(line), owedBy: line.owedBy, judged: line.judged, share: line.share })

export type EntryLine = Common & Pick<EntryFigure, 'of' | 'many' | 'before' | 'stands' | 'standing' | 'clause' | 'better'>
export const entryLine = (line: EntryFigure): EntryLine => ({ ...commonOf(line), of: line.of, many: line.many, before: line.before, stands: line.stands, standing: line.standing, clause: line.clause, better: line.better })

export type RecordedLine = Omit<RecordedFigure, 'metric'>
export const recordedLine = ({ metric: _, ...row }: RecordedFigure): RecordedLine => row

export interface TrendLine extends Pick<Trend, 'measure' | 'title' | 'duties' | 'listed'> {
  /** One of each month; of duties with what was in time and its share. */
  readonly judged: readonly Shown[]
  readonly good: readonly Shown[]
  /** Of months of which how many were judged is not shown, how many were done; null for the others, empty where there are none. */
  readonly done: readonly Shown[]
  readonly share: readonly (string | null)[]
}
/** The months that all trends of a dashboard share. */
export type MonthName = Pick<MonthPoint, 'month' | 'words'>
export const trendLine = ({ measure, title, duties, listed, months }: Trend): TrendLine => ({
  measure, title, duties, listed, judged: months.map(({ judged }) => judged), good: duties ? months.map(({ good }) => good) : [], done: months.some(({ done }) => done !== null) ? months.map(({ done }) => done) : [], share: duties ? months.map(({ share }) => share) : [],
})
export const monthNames = (trends: readonly Trend[]): MonthName[] => (trends[0]?.months ?? []).map(({ month, words }) => ({ month, words }))

export const askedOf = ({ period, borough, day }: Asked): Asked => ({ period, borough, day })
