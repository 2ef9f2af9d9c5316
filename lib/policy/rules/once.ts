import { dueAfter } from '../calendar/duration'
import { concernOf, isAnsweredWith } from '../concerns'
import { answerOf, isAfter, type PolicyEvent } from '../events'
import { durationOf } from '../packs'
import type { History } from '../rule'
import { namedSuspects } from '../suspects'

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
  const named = namedSuspects(event)
  if (named.length === 0) return false
  const known = new Set(history.events.filter((earlier) => isAfter(event, earlier)).flatMap(namedSuspects))
  return named.some((suspect) => !known.has(suspect))
}

/**
 * Does what was done before answer a further fact of the same matter: not long ago, no new person, offence, place or risk, and
 * the concern was known by then? A wrong "yes" would leave a child without a clock.
 */
export function answersAgain(event: PolicyEvent, answeredBy: PolicyEvent, history: History): boolean {
  if (bringsNew(event, history) || !stillStands(event, answeredBy, history)) return false
  const concern = concernOf(event)
  if (concern === null) return true
  const known = history.events.filter((earlier) => !isAfter(earlier, answeredBy)).map(concernOf).filter((one) => one !== null)
  return known.length === 0 || isAnsweredWith(concern, known)
}
