import { textOf, type PolicyEvent } from './events'

/** Outcomes of a MASH decision by which the concern stays a child protection matter. */
const PROTECTIVE: readonly string[] = ['immediate-protection', 's47']

/**
 * Does this event close the matter it belongs to? What was done before it does not answer a concern raised after it:
 * a child referred again after "no further action" is a new concern and gets new clocks.
 */
export function closesMatter(event: PolicyEvent): boolean {
  if (event.kind === 'case-closed') return true
  if (event.kind !== 'referral-decided') return false
  const outcome = textOf(event, 'outcome')
  return outcome !== null && !PROTECTIVE.includes(outcome)
}
