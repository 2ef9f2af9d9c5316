import type { TimeLeft } from '@/lib/wording/time-left'
import type { PlanVersion, PlanView } from './plan/view'

/** One time away of a child, as its page tells it. */
export interface TimeAway {
  readonly id: string
  readonly reference: string
  readonly class: 'missing' | 'absent'
  readonly grade: string
  readonly reported: string
  readonly from: string
  readonly long: string
  readonly out: boolean
  readonly found: string
  readonly with: string
  /** 'Seen 3 Mar 2026, 14:10', 'Not seen and spoken to yet', '' while out. */
  readonly check: string
  readonly checkLate: boolean
  readonly interview: string
  readonly interviewLeft: TimeLeft | null
}

export interface TimesAway {
  readonly times: readonly TimeAway[]
  readonly more: boolean
  /** In the rolling window, and whether that is a repeat. */
  readonly recent: { readonly missing: number; readonly absent: number; readonly days: number; readonly repeat: boolean }
  /** How many there are in all; `times` are the latest of them. */
  readonly all: number
  /** Known from before without dates. */
  readonly before: { readonly missing: number; readonly absent: number }
  readonly open: string | null
  readonly plan: PlanView | null
  readonly earlierPlans: readonly PlanVersion[]
  readonly planLeft: TimeLeft | null
  /** What interviews and checks found, for the plan. */
  readonly learned: readonly { readonly id: string; readonly when: string; readonly heading: string; readonly text: string }[]
  /** An arrest that no inspector has looked at. */
  readonly arrest: { readonly words: string; readonly mayReview: boolean } | null
  readonly may: { readonly plan: boolean; readonly arrest: boolean; readonly report: boolean }
}
