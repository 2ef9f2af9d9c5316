import type { TimeLeft } from '@/lib/wording/time-left'
import type { EpisodeClass } from '@/lib/wording/missing'

/** What the board of missing and absent children shows: plain data, chosen field by field. */

export interface PlanGlance {
  readonly version: number
  readonly lines: readonly { readonly term: string; readonly words: string }[]
}

export interface MissingChild {
  readonly id: string
  readonly name: string
  readonly age: string | null
  readonly masked: boolean
  /** Flags, plan, care: what whoever looks must know at a glance. */
  readonly flags: readonly { readonly words: string; readonly tone: 'solid' | 'plum' | 'amber' | 'grey' }[]
}

export interface MissingRow {
  readonly id: string
  /** The episode, the child's index, or nothing (a restricted child): where the name leads. */
  readonly href: string
  readonly borough: string
  readonly child: MissingChild
  readonly class: EpisodeClass
  /** 'Missing at 14:02 tomorrow', for an absent child. */
  readonly until: string | null
  readonly grade: string | null
  readonly gradeWords: string
  readonly tooLow: boolean
  /** 'Away 5 h 12 min'; the child is back: 'Back 20 min'. */
  readonly away: string
  readonly since: string
  readonly from: string | null
  readonly next: { readonly words: string; readonly owedBy: string; readonly left: TimeLeft } | null
  /** More of this child's that is past its time, beside what is due next. */
  readonly late: number
  /** 'Control room, by 15:02 today': an absent child's informant is called back. */
  readonly calls: string | null
  readonly news: string | null
  readonly heldBy: string
  readonly offered: string | null
  readonly plan: PlanGlance | null
}

export interface BoroughFigure { readonly borough: string; readonly code: string; readonly missing: number; readonly absent: number; readonly high: number; readonly ungraded: number; readonly late: number }

export interface MissingBoard {
  readonly rows: readonly MissingRow[]
  readonly next: string | null
  readonly counts: { readonly found: number; readonly everything: number; readonly late: number; readonly high: number; readonly ungraded: number; readonly absent: number; readonly back: number; readonly news: number }
  readonly figures: readonly BoroughFigure[]
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  /** Index depth: what is due is not theirs to see. */
  readonly index: boolean
  readonly mayReport: boolean
  readonly mark: string
  /** The next instant at which the list changes by itself, ISO: an absent child becomes missing. */
  readonly turnsAt: string | null
}
