import { GRAVE_CONCERNS, concernOf, isThresholdConcern } from './concerns'
import { answerOf, isAfter, numberOf, textOf, type PolicyEvent } from './events'
import type { History } from './rule'

/** The outcomes of a MASH decision (ref-outcomes). */
export const OUTCOMES = ['immediate-protection', 's47', 's17', 'other-services', 'nfa'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Outcomes that say the strategy-discussion threshold is not met. */
export const NOT_MET: readonly string[] = ['s17', 'other-services', 'nfa']

/** Words of a qualified social work decision maker. */
const QUALIFIED = /decision[- ]?maker|social|csc|manager|team leader|head of|principal|practitioner|director|emergency[- ]duty|\bedt\b|\batm\b/i
/** Words that say otherwise, whatever stands beside them: a police decision maker is no social worker. */
const NOT_QUALIFIED = /police|officer|constable|sergeant|inspector|superintendent|detective|\bpc\b|\bd[cs]\b|\bdi\b|administrat|\badmin\b|clerk|teacher|nurse|school|health|partner|unqualified|not qualified|student|trainee|assistant social|social work assistant|support worker|volunteer|despatch|dispatch|call[- ]?(handler|taker)|business support/i

/**
 * Is `byRole` a qualified social work decision maker? Not known (null) is neither refused nor raised, so it passes; a role
 * that is not one in so many words never does: a wrong "yes" would stop a child's clocks.
 */
export function isQualifiedDecisionMaker(byRole: string | null): boolean {
  return byRole === null || (QUALIFIED.test(byRole) && !NOT_QUALIFIED.test(byRole))
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
  if (!sameMatter(event, start, history) || isRecordedAfter(start, event)) return false
  // A second line by itself decides nothing: it agrees to a decision that was made before it.
  if (event.kind === 'second-line-given') {
    return answerOf(event, 'agrees') === true
      && history.events.some((earlier) => saysNotMet(earlier) && sameReferral(event, earlier) && !isAfter(earlier, event))
  }
  if (!saysNotMet(event)) return false
  return secondLineReasons(concernsBehind(start, history), history, event).length === 0 || answerOf(event, 'second_line') === true
}

/** What was put on record after a decision was not before whoever decided, whenever it happened. */
export const isRecordedAfter = (start: PolicyEvent, decision: PolicyEvent): boolean => start.recordedAt.getTime() > decision.recordedAt.getTime()

/** Ends a clock that stands on the concern: "threshold not met" about the matter it belongs to (ref-outcomes). */
export const endedByDecision = (event: PolicyEvent, start: PolicyEvent, history: History): { how: 'ended'; why: string } | null =>
  (event.kind === 'referral-decided' && NOT_MET.includes(textOf(event, 'outcome') ?? '') && sameMatter(event, start, history)
    && !isRecordedAfter(start, event)
    ? { how: 'ended', why: 'threshold-not-met' } : null)

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
  const decided = history.events.find((event) => event.kind === 'referral-made' && event.referralId === decision.referralId && isAfter(decision, event))
  if (decided === undefined || isAfter(start, decided)) return false
  return start.kind !== 'referral-made' || concernOf(start) === concernOf(decided)
}

/** A decision belongs to its own referral; a record that does not say which is about the child's open concern. */
export const sameReferral = (event: PolicyEvent, start: PolicyEvent): boolean =>
  event.referralId === null || start.referralId === null || event.referralId === start.referralId
