import type { Ground } from '@/lib/wording/return'

export const PATTERN_LISTS = ['children', 'today', 'settled', 'places', 'people'] as const
export type PatternList = (typeof PATTERN_LISTS)[number]

export interface PatternChild {
  readonly id: string
  readonly name: string
  readonly age: string
  readonly borough: string
  readonly many: number
  readonly missing: number
  readonly absent: number
  /** Oldest first: M or A, one for each time away. */
  readonly run: readonly ('missing' | 'absent')[]
  readonly last: string
  readonly exploited: boolean
  readonly plan: string
  readonly planMissing: boolean
  readonly discussion: string
  readonly discussionMissing: boolean
}

export interface DailyRow { readonly id: string; readonly masked: boolean; readonly episodeId: string; readonly name: string; readonly age: string; readonly borough: string; readonly last: string; readonly many: number; readonly out: boolean; readonly grounds: readonly Ground[] }
export interface SettledRow { readonly key: string; readonly id: string; readonly name: string; readonly what: string; readonly reason: string; readonly when: string; readonly grounds: readonly string[] }
export interface PlaceRow { readonly key: string; readonly place: string; readonly as: 'from' | 'found'; readonly times: number; readonly children: number; readonly last: string }
export interface CompanyRow { readonly key: string; readonly name: string; readonly about: string; readonly times: number; readonly children: readonly { readonly id: string; readonly name: string }[]; readonly last: string }
/** Counts of a borough; null where the number is too small to be told to those who have no list. */
export interface BoroughCounts { readonly borough: string; readonly missing: number | null; readonly absent: number | null; readonly children: number | null; readonly repeats: number | null; readonly overdue: number | null }

export interface Patterns {
  readonly list: PatternList
  readonly days: number
  readonly repeat: number
  readonly borough: string | null
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  /** Lists are shown; else only figures are. */
  readonly lists: boolean
  readonly maySettle: boolean
  readonly waiting: number
  readonly children: readonly PatternChild[]
  readonly today: readonly DailyRow[]
  readonly settled: readonly SettledRow[]
  readonly places: readonly PlaceRow[]
  readonly people: readonly CompanyRow[]
  readonly counts: readonly BoroughCounts[]
  /** Where this page of the list goes on from; null on the first. */
  readonly after: string | null
  readonly next: string | null
}
export interface AskedPatterns { readonly list: PatternList; readonly borough: string | null; readonly without: boolean; readonly after: string | undefined }
