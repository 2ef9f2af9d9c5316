import { dueAfter } from '../calendar/duration'
import { answerOf, isAfter, textOf, type PolicyEvent } from '../events'
import { durationOf } from '../packs'
import type { History } from '../rule'

const NEW: readonly string[] = ['new_person', 'new_offence', 'new_place', 'new_risk']

/** Does the fact name a new person, offence or place? Then nothing that was done before it answers it. */
export function bringsNew(event: PolicyEvent, history: History): boolean {
  return NEW.some((key) => answerOf(event, key) === true) || namesNewSuspect(event, history)
}

/** Did it happen recently enough to answer a further fact about the same concern (sd-standing)? */
export function stillStands(event: PolicyEvent, answeredBy: PolicyEvent, history: History): boolean {
  return event.at.getTime() <= dueAfter(answeredBy.at, durationOf(history.packAt(event), 'strategy.standing.concern')).dueAt.getTime()
}

/** A suspect named by reference who was in no earlier entry is a new person ("known" and "unidentified" name nobody). */
function namesNewSuspect(event: PolicyEvent, history: History): boolean {
  const suspect = textOf(event, 'suspect')
  if (suspect === null || ['known', 'unidentified'].includes(suspect)) return false
  return !history.events.some((earlier) => isAfter(event, earlier) && textOf(earlier, 'suspect') === suspect)
}
