import { dueAfter } from '../calendar/duration'
import { answerOf, isAfter, listOf, textOf, type PolicyEvent } from '../events'
import { durationOf } from '../packs'
import type { History } from '../rule'

const NEW: readonly string[] = ['new_person', 'new_offence', 'new_place', 'new_risk', 'new_incident']

/** Does the fact name a new person, offence, place or incident? Then nothing that was done before it answers it. */
export function bringsNew(event: PolicyEvent, history: History): boolean {
  return NEW.some((key) => answerOf(event, key) === true) || namesNewSuspect(event, history)
}

/** Did it happen recently enough to answer a further fact about the same concern (sd-standing)? */
export function stillStands(event: PolicyEvent, answeredBy: PolicyEvent, history: History): boolean {
  return event.at.getTime() <= dueAfter(answeredBy.at, durationOf(history.packAt(event), 'strategy.standing.concern')).dueAt.getTime()
}

/** A suspect named by reference who was in no earlier entry is a new person. */
function namesNewSuspect(event: PolicyEvent, history: History): boolean {
  const named = suspectsOf(event)
  if (named.length === 0) return false
  const known = new Set(history.events.filter((earlier) => isAfter(event, earlier)).flatMap(suspectsOf))
  return named.some((suspect) => !known.has(suspect))
}

/** Who is suspected, by reference: as a history names them, and as a referral does ("known" and "unidentified" name nobody). */
function suspectsOf(event: PolicyEvent): string[] {
  const suspect = textOf(event, 'suspect')
  return [...listOf(event, 'suspect_ids'), ...(suspect === null || ['known', 'unidentified'].includes(suspect) ? [] : [suspect])]
}
