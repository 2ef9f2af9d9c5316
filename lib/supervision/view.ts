import type { ActionLine } from '@/lib/actions/view'
import type { DutyLine } from '@/lib/deadlines/view'
import type { Choice } from '@/lib/protection/view'

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
