import type { ActionLine } from '@/lib/actions/view'
import type { AssigneeOption, ChildView, DutyLine } from '@/lib/deadlines/view'
import type { Choice } from '@/lib/protection/view'
import type { TimeLeft } from '@/lib/wording/time-left'
import type { ListName } from './lists'

/** What a supervisor has before them when they review a case. */
export interface ReviewView {
  /** May this actor review it; and if not, because they are the named worker? */
  readonly may: boolean
  readonly own: boolean
  /** Is anything open to be reviewed? */
  readonly open: boolean
  /** What a review answers: the review itself, a withdrawn complaint, an inspector's. */
  readonly duties: readonly DutyLine[]
  readonly withdrawn: boolean
  /** 'Last seen and spoken to 14:10 on Fri 20 Nov', or that nobody has. */
  readonly seen: string
  readonly isSeen: boolean
  /** Actions and directions that stand: the next review starts with them. */
  readonly standing: readonly ActionLine[]
  readonly last: string | null
  /** Without a date of its own the next review is due by the end of this day: 'Mon 13 Jun 2016'. */
  readonly latest: string
  readonly wholeReferrals: readonly Choice[]
}

/** One row of a list of the supervisor's board. */
export interface SupervisionRow {
  readonly id: string
  /** The duty it is, where it is one: acts on duties name it. */
  readonly dutyId: string | null
  readonly child: ChildView | null
  readonly borough: string
  readonly referral: { readonly id: string; readonly reference: string } | null
  /** 'See and speak to the child'. */
  readonly words: string
  readonly left: TimeLeft | null
  /** For what has no time of its own: '22:10 yesterday'. */
  readonly since: string | null
  readonly because: readonly string[]
  readonly withWhom: string
  readonly named: boolean
  /** 'Escalated to Borough manager', 'In hand: DS Quill'. */
  readonly standing: readonly string[]
  readonly act: { readonly href: string; readonly words: string } | null
}

export interface SupervisionPage {
  readonly list: ListName
  readonly rows: readonly SupervisionRow[]
  readonly counts: Readonly<Record<ListName, { readonly total: number; readonly late: number }>>
  readonly boroughs: readonly Choice[]
  readonly acts: readonly string[]
  readonly assignees: readonly AssigneeOption[]
  readonly next: string | null
}
