import { isAfter, type PolicyEvent } from '../events'
import { rememberAt } from '../remember'
import type { History } from '../rule'

/** A child's record as it stood at a moment: what a classification or a grade is judged by. */
export interface AsKnown {
  readonly history: History
  /** What had happened by then, in order, the entry asked about among it. */
  readonly events: readonly PolicyEvent[]
  readonly at: Date
}

/** As it stood with this entry. The entry may be one that is not on record yet: a gate is asked before it is written. */
export const knownAt = rememberAt((event: PolicyEvent, history: History): AsKnown =>
  ({ history, events: [...history.events.filter((earlier) => earlier.id !== event.id && !isAfter(earlier, event)), event], at: event.at }))

/** As it stands at the history's own `now`. */
export const knownNow = (history: History): AsKnown =>
  ({ history, events: history.events.filter((event) => event.at.getTime() <= history.now.getTime()), at: history.now })
