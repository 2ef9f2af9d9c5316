import { GRAVE_CONCERNS, concernOf } from './concerns'
import { answerOf, numberOf, textOf, type PolicyEvent } from './events'
import type { History } from './rule'

/** The outcomes of a MASH decision (ref-outcomes). */
export const OUTCOMES = ['immediate-protection', 's47', 's17', 'other-services', 'nfa'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Outcomes that say the strategy-discussion threshold is not met. */
export const NOT_MET: readonly string[] = ['s17', 'other-services', 'nfa']

/** Roles that are no qualified social work decision maker whatever they decide. */
const NOT_QUALIFIED = /police|officer|constable|sergeant|inspector|superintendent|administrator|clerk|teacher|nurse|partner|unqualified|student|despatch|supervisor of police/i

/**
 * Is `byRole` a qualified social work decision maker? Not known (null) is neither refused nor raised, so it passes
 * a police or partner role never does.
 */
export function isQualifiedDecisionMaker(byRole: string | null): boolean {
  return byRole === null || !NOT_QUALIFIED.test(byRole)
}

/** Why a "threshold not met" needs a second line, in words; empty when it does not. */
export function secondLineReasons(concerns: readonly string[], history: History, before: PolicyEvent | null): string[] {
  const reasons = concerns.filter((concern) => GRAVE_CONCERNS.includes(concern)).map((concern) => `the concern is ${concern.replaceAll('-', ' ')}`)
  const category = history.events
    .filter((event) => event.kind === 'cse-category-set' && (before === null || event.at.getTime() <= before.at.getTime()))
    .map((event) => numberOf(event, 'category'))
    .findLast((value) => value !== null)
  if (category !== undefined && category !== null && category >= 1) reasons.push(`exploitation category ${category} stands`)
  return reasons
}

/**
 * Does this event end the strategy clocks that `start` opened, the threshold not being met? A decision of s17, other
 * services or no further action by a qualified social work decision maker does; where the concern is grave only with a
 * second line, given with the decision or later (ref-outcomes).
 */
export function endsForThresholdNotMet(event: PolicyEvent, start: PolicyEvent, history: History): boolean {
  if (event.kind === 'second-line-given') return answerOf(event, 'agrees') === true && sameReferral(event, start)
  if (event.kind !== 'referral-decided' || !sameReferral(event, start)) return false
  const outcome = textOf(event, 'outcome')
  if (outcome === null || !NOT_MET.includes(outcome)) return false
  if (!isQualifiedDecisionMaker(textOf(event, 'by_role'))) return false
  const concern = concernOf(start)
  const grave = secondLineReasons(concern === null ? [] : [concern], history, event).length > 0
  return !grave || answerOf(event, 'second_line') === true
}

/** A decision belongs to its own referral; a record that does not say which is about the child's open concern. */
export const sameReferral = (event: PolicyEvent, start: PolicyEvent): boolean =>
  event.referralId === null || start.referralId === null || event.referralId === start.referralId
