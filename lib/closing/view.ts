import type { Choice } from '@/lib/protection/view'

/** One thing that has to be there before an enquiry is closed. */
export interface ClosingItem {
  readonly key: 'child-seen' | 'suspect' | 'other-children' | 'whereabouts' | 'direction' | 'contradiction' | 'protection' | 'police-enquiry'
  readonly words: string
  readonly state: 'done' | 'missing' | 'none'
  readonly detail: string
  /** Where it is done, and what the link says. */
  readonly href: string
  readonly verb: string
}

export interface ClosingView {
  readonly items: readonly ClosingItem[]
  /** Is anything on record since the last closing? */
  readonly open: boolean
  readonly last: string | null
  readonly missing: number
  readonly mayClose: boolean
  readonly mayAnswer: boolean
  readonly mayRecord: boolean
  readonly referrals: readonly Choice[]
  readonly wholeReferrals: readonly Choice[]
  readonly suspects: readonly Choice[]
  /** What an inspector can answer for, where it stays open. */
  readonly risks: readonly Choice[]
}
