import type { DiscussionFigures } from '@/lib/figures/discussions'
import type { TimeLeft } from '@/lib/wording/time-left'

/** What pages of duties show: plain data, chosen field by field. */

export interface ChildView {
  readonly id: string
  readonly name: string
  /** Restricted and not opened: nothing of them is shown but that there is a duty. */
  readonly masked: boolean
  readonly age: string | null
}

export type DutyState = 'late' | 'open' | 'met' | 'met-late' | 'ended' | 'superseded'

/** One row of the ledger of deadlines, as lists show it. */
export interface DutyLine {
  readonly id: string
  /** Whose it is, on a page about several children; absent where the page is about one. */
  readonly child?: string
  /** 'Strategy discussion, same day'. */
  readonly words: string
  readonly state: DutyState
  /** 'Met 14:10 today, in time', 'Replaced by an earlier due time'; null while open: `left` says it. */
  readonly stateWords: string | null
  readonly left: TimeLeft
  /** 'from the initial report, Sat 21 Nov, 23:05'. */
  readonly from: string
  /** '24 hours'; null where the date is the duty's own. */
  readonly given: string | null
  readonly owedBy: string
  /** Who has it by name, or null. */
  readonly withWhom: string | null
  readonly borough: string
}

/** What is owed to one child, in the order in which it matters. */
export interface ChildDuties {
  readonly late: readonly DutyLine[]
  readonly open: readonly DutyLine[]
  readonly met: readonly DutyLine[]
  readonly ended: readonly DutyLine[]
  readonly superseded: readonly DutyLine[]
  /** Of what is over there is a page after this one, and one before it: where that begins. */
  readonly later: boolean
  readonly earlier: string | null
}

export interface Band {
  readonly id: string
  /** 'same day', 'within 24 hours', 'full meeting after a call'. */
  readonly words: string
  readonly left: TimeLeft
  /** 'from the initial report, 23:05 yesterday'. */
  readonly why: string
  /** Due times that new facts have shortened: they stay visible. */
  readonly former: readonly string[]
}

/** One discussion still to be held about one child: the band that runs out first leads, the others are listed. */
export interface BoardRow {
  /** Every open clock of it, as one form value. */
  readonly ids: string
  readonly child: ChildView
  readonly borough: string
  readonly first: Band
  readonly others: readonly Band[]
  readonly referral: { readonly id: string; readonly reference: string } | null
  readonly because: readonly string[]
  /** Who is to do it: a name, a team, or the agency. */
  readonly withWhom: string
  readonly named: boolean
  /** 'Escalated to Borough manager', 'In hand'. */
  readonly standing: readonly string[]
  readonly last: { readonly heading: string; readonly when: string; readonly note: string | null } | null
  readonly notQuorate: boolean
}

export interface LateAction {
  readonly id: string
  readonly child: ChildView
  readonly what: string
  readonly left: TimeLeft
}

export interface Counts {
  readonly late: number
  readonly total: number
  /** Due within 24 hours. */
  readonly day: number
}

export interface Board {
  readonly rows: readonly BoardRow[]
  readonly counts: Counts
  /** The longest late one, in words; null when none is late. */
  readonly oldest: string | null
  readonly next: string | null
  readonly boroughs: readonly { readonly code: string; readonly words: string }[]
  readonly lateActions: { readonly rows: readonly LateAction[]; readonly total: number }
  /** Of the same borough, this month; null for who has none. */
  readonly figures: DiscussionFigures | null
  readonly assignees: readonly AssigneeOption[]
  readonly acts: readonly string[]
  /** May this actor put a discussion on record? */
  readonly records: boolean
}

export interface AssigneeOption {
  readonly value: string
  readonly label: string
}

export interface DutyExplanation {
  /** For a disagreement between agencies: the stage at which it stands, and who settles it there. */
  readonly dispute: { readonly stage: number; readonly of: number; readonly words: string } | null
  /** The opening of a restricted record that is to be answered for: where, or that one's own is another's to answer. Null for every other duty. */
  readonly review: { readonly href: string; readonly own: boolean } | null
  readonly id: string
  readonly words: string
  readonly child: ChildView
  readonly borough: string
  readonly state: DutyState
  readonly stateWords: string | null
  readonly left: TimeLeft
  readonly referral: { readonly id: string; readonly reference: string } | null
  readonly facts: {
    readonly heading: string | null
    readonly happened: string | null
    readonly recorded: string | null
    readonly by: string | null
    readonly source: string | null
    /** Null for a restricted child: the facts are about them. */
    readonly because: readonly string[] | null
  }
  readonly countsFrom: string
  readonly rule: { readonly id: string; readonly title: string; readonly plain: string; readonly meets: string; readonly target: boolean }
  readonly clause: { readonly id: string; readonly title: string; readonly text: string; readonly source: string; readonly edition: string; readonly certainty: string }
  readonly figure: { readonly words: string; readonly certainty: string | null } | null
  readonly pack: { readonly title: string; readonly id: string; readonly version: string }
  readonly days: readonly { readonly date: string; readonly counted: boolean; readonly why: string }[]
  /** How the time was counted, in a sentence. */
  readonly counting: string
  readonly due: string
  readonly owedBy: string
  readonly withWhom: string | null
  readonly standing: readonly string[]
  readonly told: readonly { readonly key: string; readonly when: string; readonly to: string; readonly says: string; readonly read: string | null }[]
  readonly done: readonly { readonly key: string; readonly at: string; readonly when: string; readonly heading: string; readonly by: string; readonly note: string | null }[]
  readonly history: readonly { readonly id: string; readonly self: boolean; readonly due: string; readonly opened: string; readonly fate: string }[]
  readonly beside: readonly { readonly id: string; readonly words: string; readonly left: TimeLeft }[]
  /** The names of the acts open to this actor here. */
  readonly acts: readonly string[]
  readonly assignees: readonly AssigneeOption[]
}
