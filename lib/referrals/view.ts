import type { TimeLeft } from '@/lib/wording/time-left'

/** The grades of the MASH, as they are stored and shown; anything else is not graded. */
export type Grade = 'red' | 'amber' | 'green' | 'blue'
export const gradeOf = (rag: string | null): Grade | null => (rag === 'red' || rag === 'amber' || rag === 'green' || rag === 'blue' ? rag : null)

/** What pages of referrals show: plain data, chosen field by field. */

export interface QueueChild {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  readonly age: string | null
  readonly flags: readonly string[]
}

export interface QueueRow {
  readonly id: string
  readonly reference: string
  readonly form: 'contact' | 'referral'
  readonly borough: string
  readonly children: readonly QueueChild[]
  /** '2 earlier referrals', or null. */
  readonly earlier: string | null
  /** How many people that a partner's form put on record nobody has looked for yet. */
  readonly notLookedFor: number
  readonly concern: string
  readonly from: string
  readonly rag: Grade | null
  /** A live emergency, and the state of the 999 call in words. */
  readonly emergency: { readonly words: string; readonly call: string } | null
  /** Left by a shift and accepted by nobody yet. */
  readonly handedOver: { readonly by: string; readonly since: string } | null
  /** The duty that falls due first, or null when none is open. */
  readonly next: { readonly id: string; readonly words: string; readonly owedBy: string; readonly left: TimeLeft; readonly note: string | null } | null
  readonly received: string
  /** It came in while the MASH was closed; its clock ran all the same. */
  readonly outOfHours: boolean
  /** 'You', somebody's name, or null when nobody has it. */
  readonly claimedBy: string | null
  readonly claimedSince: string | null
  readonly mine: boolean
}

export interface QueuePage {
  readonly rows: readonly QueueRow[]
  readonly next: string | null
  /** Of this list as it is filtered; `everything`: of the whole queue. */
  readonly counts: { readonly waiting: number; readonly late: number; readonly shown: number; readonly everything: number }
  /** How long ago the oldest came in; when the next falls due; null where there is none. */
  readonly oldest: string | null
  readonly nextDue: string | null
  /** A line for each borough whose MASH has a backlog; none on later pages. */
  readonly backlog: readonly string[]
  readonly boroughs: readonly { readonly code: string; readonly words: string }[]
  readonly mayClaim: boolean
  /** What had been recorded when the page was made: what the browser asks the changes since. */
  readonly mark: string
}

export interface ReferralPerson extends QueueChild {
  readonly role: string
}

export interface ReferralPage {
  readonly id: string
  readonly reference: string
  readonly form: 'contact' | 'referral'
  readonly borough: string
  readonly status: string
  readonly children: readonly QueueChild[]
  readonly adults: readonly ReferralPerson[]
  readonly earlier: string | null
  readonly concern: string
  readonly rag: 'red' | 'amber' | 'green' | 'blue' | null
  readonly claimedBy: string | null
  /** Term and value, in the order in which they are read. */
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  /** The words, or null where only the headings open to this reader. */
  readonly narrative: string | null
  readonly decision: readonly { readonly term: string; readonly value: string }[]
  readonly secondLineWhy: readonly string[]
  /** A live emergency and what is known of the 999 call; or that nobody has said whether it is one, where it may be. */
  readonly emergency: { readonly live: boolean; readonly title: string; readonly call: string } | null
  /** The ratings with the time each gives in this borough. */
  readonly ratings: readonly { readonly value: string; readonly label: string }[]
  /** What a police checklist still lacks, by part; none elsewhere. */
  readonly lacks: readonly string[]
  readonly acts: readonly string[]
  /** Whether a discussion already held must be told apart: the way to its record. */
  readonly discussions: readonly { readonly id: string; readonly words: string }[]
}

/** Which team the routing rules propose, in words. */
export interface RoutingView {
  readonly proposals: readonly { readonly team: string; readonly whom: string; readonly why: string; readonly clause: string }[]
  /** What the form begins with: the proposed team, for those who allocate to police; '' for others. */
  readonly fill: string
}
