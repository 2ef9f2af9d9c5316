import type { EventKind, PolicyEvent } from './events'

/**
 * Two records of one person, joined and parted again. While they are joined the kept record's history holds what was told of the other, each
 * entry at the moment it happened; from the parting on, both histories are what they would be had nobody joined them, and what was done while
 * they were joined stays with the record it was done on.
 */

/** What is kept for the record it happened to: who opened it, what was done about its duties, what it was called, whom it was taken for. */
const NOT_TOLD_AGAIN: readonly EventKind[] = [
  'duty-chased', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-breached', 'duty-warned', 'act-refused', 'person-recorded',
  'identity-corrected', 'record-opened', 'record-restricted', 'restriction-lifted', 'entry-corrected', 'referral-claimed', 'referral-released', 'person-matched', 'people-parted',
  'not-the-same', 'person-looked-for',
]

/** As little of an event as is needed to tell under which joining it stands. */
type Told = Pick<PolicyEvent, 'id' | 'kind' | 'detail' | 'recordedAt'>

/** Which entries of the record that goes are told again on the one that stays: all that can start or stop a clock, and nothing that was annulled. */
export function toTellAgain<E extends Told>(events: readonly E[]): E[] {
  const annulled = new Set(events.filter((event) => event.kind === 'duty-annulled').map((event) => event.detail['of']))
  return events.filter((event) => !NOT_TOLD_AGAIN.includes(event.kind) && !annulled.has(event.id) && !isAboutJoining(event))
}

/** "Found to be the person of …" on the record that stays: about this joining, and about no other. */
const isAboutJoining = (event: Told): boolean => event.kind === 'record-updated' && event.detail['about'] === 'matched'

/** The entries of one record that a parting recorded by `now` took out of what is owed: told again under it, or what ended this record's own duties. */
export function partedFrom<E extends Told>(events: readonly E[], now: Date): ReadonlySet<string> {
  const partings = events.filter((event) => event.kind === 'people-parted' && event.recordedAt <= now)
  if (partings.length === 0) return NONE
  return new Set(events.filter((event) => partings.some((parting) => stoodUnder(event, parting))).map((event) => event.id))
}

const NONE: ReadonlySet<string> = new Set()

/** The history as it counts at `now`: without what stood only under a joining that had been parted by then. */
export function asParted<E extends Told>(events: readonly E[], now: Date): readonly E[] {
  const out = partedFrom(events, now)
  return out.size === 0 ? events : events.filter((event) => !out.has(event.id))
}

/** The history as it counted until the last parting recorded by `now`; null where nobody was parted. */
export function beforeParting<E extends Told>(events: readonly E[], now: Date): readonly E[] | null {
  const last = events.findLast((event) => event.kind === 'people-parted' && event.recordedAt <= now && !events.some((other) => other.kind === 'people-parted' && other.recordedAt <= now && other.recordedAt > event.recordedAt))
  return last === undefined ? null : asParted(events, new Date(last.recordedAt.getTime() - 1))
}

function stoodUnder(event: Told, parting: Told): boolean {
  if (event.kind !== 'person-matched' && event.detail['told_again_of'] === undefined) return false
  return typeof event.detail['join'] === 'string' && event.detail['join'] === parting.detail['join']
}
