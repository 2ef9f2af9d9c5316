import type { PolicyEvent } from '../events'
import type { History } from '../rule'

/** Was the person known to be eighteen by then? What is owed to a child is not owed; disputed or not known is a child. */
export function isGrown(event: PolicyEvent, history: History): boolean {
  const { adultSince } = history.child
  return adultSince !== undefined && adultSince !== null && adultSince.getTime() <= event.at.getTime()
}
