import type { Grade, QueueChild } from '@/lib/referrals/view'
import type { TimeLeft } from '@/lib/wording/time-left'

/** What the page of hand-overs shows: plain data, chosen field by field. */

/** One referral on a list that is left or taken. */
export interface HandoverLine {
  readonly referralId: string
  readonly reference: string
  readonly children: readonly QueueChild[]
  readonly concern: string
  readonly rag: Grade | null
  /** A live emergency, with the state of its 999 call. */
  readonly emergency: string | null
  readonly next: { readonly words: string; readonly left: TimeLeft } | null
  /** 'You', a name, or null when nobody has it. */
  readonly heldBy: string | null
  /** What the outgoing person wrote for the next shift, where it opens to the reader. */
  readonly note: string | null
}

/** A list that a shift left and nobody has wholly accepted. */
export interface OfferedHandover {
  readonly id: string
  readonly borough: string
  readonly by: string
  /** 'Emergency duty worker' */
  readonly as: string
  readonly since: string
  /** The hour in which it is accepted has gone. */
  readonly late: boolean
  readonly own: boolean
  /** What the outgoing shift wrote of itself as a whole, where words open to the reader. */
  readonly note: string | null
  readonly lines: readonly HandoverLine[]
}

export interface AcceptedLine {
  readonly reference: string
  readonly referralId: string
  readonly by: string
  readonly at: string
  readonly from: string
}

export interface HandoverPage {
  /** Lists that wait to be accepted, the oldest first. */
  readonly offered: readonly OfferedHandover[]
  /** What this actor could leave now, by borough. */
  readonly leave: readonly { readonly borough: string; readonly code: string; readonly lines: readonly (HandoverLine & { readonly ticked: boolean })[]; readonly more: number }[]
  /** What was accepted in the last day, newest first. */
  readonly accepted: readonly AcceptedLine[]
  readonly may: boolean
  /** Whether the actor works for the emergency duty team. */
  readonly outOfHours: boolean
}
