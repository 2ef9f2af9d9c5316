import type { EventKind } from '@/lib/policy/events'

/** An entry an act wants written. `body` carries the event's details in the policy's words (snake_case keys). */
export interface NewEntry {
  readonly id?: string
  /** The ledger: a borough's code, or 'london' for the central teams. */
  readonly ledger: string
  readonly kind: EventKind
  /** One line that says what happened, without the words that belong to the narrative. */
  readonly heading: string
  readonly occurredAt: Date
  /** The people it is about: children first. */
  readonly subjects: readonly string[]
  readonly referralId?: string | null
  readonly source?: string | null
  readonly corrects?: string | null
  readonly membershipId?: string | null
  readonly agency?: string
  /** Told again on another record: it was put to the policy when it was first recorded, and no gate undoes what happened. */
  readonly toldAgain?: boolean
  readonly body: Readonly<Record<string, unknown>>
}
