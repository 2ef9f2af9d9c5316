import { GRAVE_CONCERNS, concernOf, isThresholdConcern } from './concerns'
import { answerOf, isAfter, numberOf, textOf, type PolicyEvent } from './events'
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
 * Is this a decision that the threshold is not met, made by somebody who may make it (ref-outcomes)? Whether it needs a
 * second line is asked of each concern by itself.
 */
function saysNotMet(event: PolicyEvent): boolean {
  return event.kind === 'referral-decided' && NOT_MET.includes(textOf(event, 'outcome') ?? '')
    && isQualifiedDecisionMaker(textOf(event, 'by_role'))
}

/**
 * Does this event end the strategy clocks that `start` opened, the threshold not being met? A decision of s17, other
 * services or no further action by a qualified social work decision maker does; where the concern is grave only with a
 * second line, given with the decision or later (ref-outcomes).
 */
export function endsForThresholdNotMet(event: PolicyEvent, start: PolicyEvent, history: History): boolean {
  if (!sameMatter(event, start, history)) return false
  // A second line by itself decides nothing: it agrees to a decision that was made before it.
  if (event.kind === 'second-line-given') {
    return answerOf(event, 'agrees') === true
      && history.events.some((earlier) => saysNotMet(earlier) && sameReferral(event, earlier) && !isAfter(earlier, event))
  }
  if (!saysNotMet(event)) return false
  return secondLineReasons(concernsBehind(start, history), history, event).length === 0 || answerOf(event, 'second_line') === true
}

/** The concern a start asserts; for one that asserts none (a discussion, police protection) those the child was known for by then. */
function concernsBehind(start: PolicyEvent, history: History): string[] {
  const own = concernOf(start)
  if (own !== null) return [own]
  return history.events.filter((earlier) => !isAfter(earlier, start) && sameReferral(earlier, start)).map(concernOf).filter(isThresholdConcern)
}

/**
 * Is a decision about the matter that `start` belongs to? Its own referral; and what a referral takes up: the contacts and
 * facts that came before it, and an earlier referral of the same concern.
 */
export function sameMatter(decision: PolicyEvent, start: PolicyEvent, history: History): boolean {
  if (sameReferral(decision, start)) return true
  const decided = history.events.find((event) => event.kind === 'referral-made' && event.referralId === decision.referralId)
  if (decided === undefined || isAfter(start, decided)) return false
  return start.kind !== 'referral-made' || concernOf(start) === concernOf(decided)
}

/** A decision belongs to its own referral; a record that does not say which is about the child's open concern. */
export const sameReferral = (event: PolicyEvent, start: PolicyEvent): boolean =>
  event.referralId === null || start.referralId === null || event.referralId === start.referralId
