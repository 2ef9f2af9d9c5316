import { textOf, type PolicyEvent } from '../events'
import { knownAt } from '../missing/as-known'
import type { History } from '../rule'

/** A meeting that was held, and which: the word of the record, in capitals. A merged MASE and MAP is both. */
export const meetingOf = (event: PolicyEvent): string | null => textOf(event, 'meeting')?.trim().toUpperCase() ?? null

const says = (word: string, kind: string): boolean => new RegExp(`(^|[^A-Z])${kind}([^A-Z]|$)`).test(word) || (/MERGED|COMBINED/.test(word) && ['MASE', 'MAP'].includes(kind))

/** Is the entry about a meeting of that kind? */
export function isOf(event: PolicyEvent, kind: string): boolean {
  const word = meetingOf(event)
  return word !== null && says(word, kind)
}

export const isHeld = (event: PolicyEvent, ...kinds: readonly string[]): boolean => event.kind === 'meeting-held' && kinds.some((kind) => isOf(event, kind))

/** The child was heard at a MAP or a MASE. */
export const isHeard = (event: PolicyEvent): boolean => isHeld(event, 'MASE', 'MAP')

/** The meeting that an entry about its record is of: by its reference, else the last of that kind on record by then. */
export function meetingBehind(event: PolicyEvent, history: History): PolicyEvent | null {
  const held = knownAt(event, history).events.filter((earlier) => earlier.kind === 'meeting-held' && earlier.id !== event.id)
  const id = textOf(event, 'meeting_id')
  const named = id === null ? undefined : held.findLast((one) => textOf(one, 'meeting_id') === id)
  if (named !== undefined) return named
  const kind = meetingOf(event)
  return held.findLast((one) => (id === null || textOf(one, 'meeting_id') === null) && (kind === null || meetingOf(one) === kind)) ?? null
}
