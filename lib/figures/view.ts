/** What pages of figures show: plain data, chosen field by field. A null number is a small one that is not shown. */
import type { Dashboard } from './dashboards'
import type { Period } from './moments'
import type { Standing } from './limits'

export type Shown = number | null

/** What a figure is of, and under which question it was asked: enough for the address of its list. */
export interface Asked {
  readonly period: Period
  readonly borough: string | null
  /** A past day, 'YYYY-MM-DD'; null for now. */
  readonly day: string | null
}

export interface DutyFigure {
  readonly key: string
  readonly measure: string
  readonly title: string
  readonly of: string
  /** Where its clause stands, as people cite it. */
  readonly clause: string
  /** Whose work it is: 'MASH', 'Control room'. */
  readonly owedBy: string
  /** The team is one of London's central commands, and none of the borough's. */
  readonly central: boolean
  /** The borough it is of; null: all in reach. */
  readonly borough: string | null
  readonly words: string
  readonly judged: Shown
  readonly inTime: Shown
  /** How many the share is of: what was judged, or (`ofDone`) what was done, where how many were judged may not be shown. */
  readonly shareOf: Shown
  readonly ofDone: boolean
  readonly share: string | null
  /** 0 … 1, for charts; null where it may not be shown or nothing was judged. */
  readonly exact: number | null
  readonly quorate: Shown
  readonly notQuorate: Shown
  readonly shareQuorate: string | null
  readonly late: Shown
  readonly openLate: Shown
  /** Open and late, from before the stretch: part of openLate. */
  readonly open: Shown
  readonly median: string | null
  readonly worst: string | null
  /** How long the oldest that is open has waited. */
  readonly oldest: string | null
  /** Per cent of the year; null where the catalogue has none. */
  readonly target: number | null
  /** Whose own the target is, and since when: 'set by Merton, since 1 Dec 2026'; null of the catalogue’s. */
  readonly targetBy: string | null
  readonly meets: boolean | null
  readonly quorum: boolean
  readonly notice: boolean
  /** Whether this reader may open the list behind it. */
  readonly listed: boolean
  readonly standing: Standing | null
}

export interface EntryFigure {
  readonly key: string
  readonly measure: string
  readonly title: string
  readonly of: string
  /** Where its clause stands, as people cite it. */
  readonly clause: string
  readonly borough: string | null
  readonly words: string
  readonly many: Shown
  /** The same stretch a year before; null where it is not shown or was not asked for. */
  readonly before: Shown
  readonly better: 'higher' | 'lower' | 'neither'
  /** What stands on the day, and no stretch of time. */
  readonly stands: boolean
  readonly listed: boolean
  readonly standing: Standing | null
}

export interface MonthPoint {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly words: string
  readonly judged: Shown
  readonly good: Shown
  /** What was done, in time and late, where how many were judged may not be shown and this may: the share is of these. */
  readonly done: Shown
  readonly share: string | null
}

export interface Trend {
  readonly measure: string
  readonly title: string
  readonly of: string
  /** Duties: judged and in time; entries: how many, with `good` the same. */
  readonly duties: boolean
  readonly months: readonly MonthPoint[]
  readonly listed: boolean
}

export interface Frame {
  readonly asked: Asked
  readonly where: string
  readonly stretch: string
  /** Some lists behind these figures do not open to this reader: small numbers are hidden. */
  readonly guarded: boolean
  /** Whether this reader may take tables away as files. */
  readonly exports: boolean
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
}

/** Boroughs far below London in one measure. */
export interface StandsOut {
  readonly measure: string
  readonly title: string
  /** London's share, '82%'. */
  readonly london: string | null
  readonly boroughs: readonly { readonly borough: string; readonly words: string; readonly share: string }[]
}

export interface DashboardView extends Frame {
  readonly which: Dashboard
  readonly title: string
  readonly dashboards: readonly { readonly value: Dashboard; readonly label: string }[]
  readonly duties: readonly DutyFigure[]
  readonly entries: readonly EntryFigure[]
  readonly trends: readonly Trend[]
  readonly recorded: readonly RecordedFigure[]
  /** Measures of the dashboard that nobody has recorded a figure of. */
  readonly missing: readonly string[]
  /** Of all London: where a borough is far below it; null where there are no boroughs to be held against each other. */
  readonly outside: readonly StandsOut[] | null
  /** Of who runs a borough: what central teams do in it stands apart. */
  readonly central: boolean
  readonly later: readonly { readonly what: string; readonly with: string }[]
}

export interface ListRow {
  readonly key: string
  readonly personId: string
  readonly name: string
  readonly masked: boolean
  readonly age: string | null
  readonly borough: string
  readonly what: string
  readonly when: string
  readonly due: string | null
  readonly how: string
  readonly late: boolean
  /** 'recorded 3 days later': what was typed in well after it happened. */
  readonly typedLate: string | null
}

export interface ListView extends Frame {
  readonly measure: string
  readonly title: string
  readonly part: string
  readonly parts: readonly { readonly value: string; readonly label: string; readonly many: number }[]
  readonly month: string | null
  readonly total: number
  readonly rows: readonly ListRow[]
  readonly next: string | null
}

export interface SinceRow {
  readonly key: string
  readonly personId: string
  readonly name: string
  readonly masked: boolean
  readonly borough: string
  readonly what: string
  readonly changed: string
  /** How it was counted that day and is now: 'open → done late'; in `was` and `is` the part, null where it was or is not counted. */
  readonly way: string
  readonly was: string | null
  readonly is: string | null
  readonly recorded: string
  /** It had happened by the day, and was put on record after it. */
  readonly typedLate: boolean
}

export interface SinceView extends Frame {
  readonly day: string
  readonly dayWords: string
  readonly measure: string
  readonly title: string
  readonly measures: readonly { readonly value: string; readonly label: string }[]
  readonly then: DutyFigure | EntryFigure
  /** Of the same day and stretch, by what is on record now. */
  readonly restated: DutyFigure | EntryFigure
  /** Of the same start, as it stands now. */
  readonly today: DutyFigure | EntryFigure
  /** How many are counted now and were not, were and are not, are counted otherwise: the difference between then and today. */
  readonly came: number
  readonly went: number
  readonly otherwise: number
  readonly rows: readonly SinceRow[]
  readonly next: string | null
}

export interface SideBySide extends Frame {
  readonly measure: string
  readonly title: string
  readonly of: string
  /** Where its clause stands, as people cite it. */
  readonly clause: string
  readonly measures: readonly { readonly value: string; readonly label: string }[]
  readonly duties: readonly DutyFigure[]
  readonly entries: readonly EntryFigure[]
  readonly total: DutyFigure | EntryFigure
  readonly city: DutyFigure | EntryFigure | null
  /** London’s share, 0 … 1, which boroughs are held against; null where it is not shown or nothing was judged. */
  readonly london: number | null
  /** Whether the same stretch a year before stands beside each: it has none, it does, or it took too long to count. */
  readonly yearBefore: 'none' | 'beside' | 'too-long'
}

/** A figure from outside, held against the target of its year or the limit of its queue. */
/** A target that a borough, or London, set for itself. */
export interface LocalTargetRow {
  readonly key: string
  readonly title: string
  readonly clause: string | null
  /** 'Merton', 'London'. */
  readonly borough: string
  /** '98%'; null: none of their own from that day. */
  readonly value: string | null
  readonly better: 'higher' | 'lower'
  /** What would hold without it: '95%', '97%, London’s'; null where nothing. */
  readonly beside: string | null
  readonly from: string
  /** 'none': from then on there is no target of their own, and none followed. */
  readonly state: 'holds' | 'to come' | 'ended' | 'none' | 'taken back'
  /** Since when another, or none, stands in its place. */
  readonly ended: string | null
  readonly reason: string
  readonly recorded: string
  readonly withdrawn: string | null
  readonly mayWithdraw: boolean
}

export interface LocalTargetList {
  readonly rows: readonly LocalTargetRow[]
  /** For whom the reader may set one; none: not at all. */
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  readonly measures: readonly { readonly value: string; readonly label: string }[]
  /** Whether the reader may take the table away as a file. */
  readonly exports: boolean
  readonly next: string | null
}

export interface RecordedFigure {
  readonly key: string
  readonly metric: string
  readonly title: string
  readonly borough: string
  readonly value: string
  readonly target: string | null
  /** Whose own the target is, and since when; null of the catalogue’s, and of one that the figure came with. */
  readonly targetBy: string | null
  readonly better: 'higher' | 'lower'
  /** 'Target missed'; 'Queue over its limit: …'; null where it is within, or nothing holds it. */
  readonly breach: string | null
  readonly on: string
  /** Where its clause stands, as people cite it. */
  readonly clause: string | null
  readonly source: string
  readonly recorded: string
  /** When, by whom and why it was taken back; null while it stands. */
  readonly withdrawn: string | null
  readonly mayWithdraw: boolean
}

export interface RecordedList {
  readonly rows: readonly RecordedFigure[]
  /** Where the reader may record one; none: not at all. */
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  readonly metrics: readonly { readonly value: string; readonly label: string }[]
  /** Whether the reader may take the table away as a file. */
  readonly exports: boolean
  readonly next: string | null
}
