import { concernOf, isThresholdConcern } from './concerns'
import { NOT_MET, endsForThresholdNotMet, isQualifiedDecisionMaker, isRecordedAfter } from './decisions'
import { textOf, type PolicyEvent } from './events'
import type { History } from './rule'

/**
 * Does this event close the matter it belongs to? What was done before it does not answer a concern raised after it:
 * a child referred again after "no further action" is a new concern and gets new clocks. A decision that may not end the
 * clocks (nobody qualified made it, or a grave concern lacks its second line) closes nothing either.
 */
export function closesMatter(event: PolicyEvent, history: History): boolean {
  if (event.kind === 'case-closed') return true
  if (event.kind !== 'referral-decided' && event.kind !== 'second-line-given') return false
  const concerned = history.events.filter((start) => start.at.getTime() <= event.at.getTime() && start.id !== event.id && !isRecordedAfter(start, event)
    && isThresholdConcern(concernOf(start)) && (event.referralId === null || start.referralId === event.referralId))
  if (concerned.length > 0) return concerned.every((start) => endsForThresholdNotMet(event, start, history))
  return event.kind === 'referral-decided' && NOT_MET.includes(textOf(event, 'outcome') ?? '') && isQualifiedDecisionMaker(textOf(event, 'by_role'))
}
