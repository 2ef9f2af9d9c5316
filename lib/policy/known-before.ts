import { isAfter, numberOf, type PolicyEvent } from './events'
import type { History } from './rule'

/** What may be known from before as a number without dates. */
export const COUNTS_BEFORE = ['missing', 'absent', 'domestic_incidents'] as const
export type CountBefore = (typeof COUNTS_BEFORE)[number]

/**
 * How many there had been before this record begins, by what was stated about it up to then; 0 where nothing was. Counts without
 * dates are taken as within any window: leaving them out would treat the forty-seventh episode as the first.
 */
export function earlierCount(history: History, what: CountBefore, by: PolicyEvent): number {
  return history.events.filter((event) => event.kind === 'earlier-counts-stated' && !isAfter(event, by))
    .map((event) => numberOf(event, what)).findLast((count) => count !== null) ?? 0
}
