import { concernOf, isThresholdConcern } from '../../concerns'
import { isOrderMade } from '../../emergency-protection'
import { answerOf, instantOf, isAfter, numberOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { hasExploitationFlag } from '../../exploitation'
import { episodeAt } from '../../missing/episode'
import { answersIn } from '../../missing/questions'
import { repeatAt } from '../../missing/repeat'
import { rememberAt } from '../../remember'
import type { History } from '../../rule'

/** The events that can assert the threshold by carrying a concern that reaches it. */
const CARRIERS: readonly EventKind[] = [
  'contact-received', 'referral-made', 'information-received', 'missing-reported', 'pac-submitted', 'child-returned',
  'safe-and-well-check', 'return-home-interview', 'flag-changed', 'intelligence-checked', 'referral-facts-added',
]

export type Basis = 'force-24h' | 'same-day' | 'immediate-action' | 'standard' | 'complex'

/** What made the threshold at one event: which bands run, from which concern, and the facts that chose them. */
export interface Threshold {
  readonly concern: string
  readonly bases: readonly Basis[]
  readonly because: readonly string[]
}

/**
 * Does this event reach the strategy-discussion threshold, and which bands does it start (sd-threshold, sd-default,
 * sd-serious-harm, sd-penetrative, sd-immediate-action, sd-complex, sd-mps-24h, sd-mandatory-events)? Null when it does not.
 */
export const thresholdAt: (event: PolicyEvent, history: History) => Threshold | null = rememberAt(reached)

function reached(event: PolicyEvent, history: History): Threshold | null {
  // A person who was eighteen by then has no strategy discussion; one whose age is disputed or not known is a child.
  const { adultSince } = history.child
  if (adultSince !== undefined && adultSince !== null && adultSince.getTime() <= event.at.getTime()) return null
  if (event.kind === 'police-protection' && textOf(event, 'change') === 'taken') {
    return { concern: 'police-protection', bases: ['force-24h', 'immediate-action'], because: ['police protection was taken'] }
  }
  // Extended or discharged it is the same order: the discussion was called for when it was made.
  if (isOrderMade(event)) {
    return { concern: 'emergency-protection', bases: ['force-24h', 'immediate-action'], because: ['an emergency protection order was made'] }
  }
  const concern = concernOf(event)
  if (CARRIERS.includes(event.kind) && isThresholdConcern(concern)) return bandsOf(event, concern)
  const exploitation = exploitationTold(event, history)
  if (exploitation !== null) return { concern: 'cse', bases: ['force-24h', 'standard'], because: [exploitation] }
  const repeat = repeatTold(event, history)
  if (repeat !== null) return { concern: 'repeat-missing', bases: ['force-24h', 'standard'], because: repeat }
  return null
}

function bandsOf(event: PolicyEvent, concern: string): Threshold {
  const bases: Basis[] = ['force-24h']
  const because = [`the concern is ${concern.replaceAll('-', ' ')}`]
  if (concern === 'serious-injury' || concern === 'serious-neglect') bases.unshift('same-day')
  if (concern === 'penetrative-abuse' && answerOf(event, 'forensic_evidence') !== false) {
    bases.unshift('same-day')
    because.push(answerOf(event, 'forensic_evidence') === true
      ? 'forensic evidence may be secured'
      : 'whether forensic evidence may be secured is not known, so it is assumed')
  }
  if (answerOf(event, 'immediate_action') === true) {
    bases.push('immediate-action')
    because.push('an agency needs to take immediate action')
  }
  if (isComplex(event, concern)) {
    bases.push('complex')
    // The reason and the manager are typed: they stay in the words of the entry.
    because.push('it is particularly complex, for a reason on record that a named manager gave')
  } else {
    bases.push('standard')
  }
  return { concern, bases, because }
}

/**
 * The five days are a ceiling that must be claimed: in the starting facts, with a reason and a manager named (sd-complex).
 * Claimed later it changes nothing, because only a start opens clocks and the three-day clock is open by then.
 */
function isComplex(event: PolicyEvent, concern: string): boolean {
  return (concern === 'organised-abuse' || answerOf(event, 'organised') === true || answerOf(event, 'staff_concerned') === true)
    && answerOf(event, 'complex') === true && textOf(event, 'reason') !== null && textOf(event, 'manager') !== null
}

/** Exploitation known at a missing report or call-back (flag or answer), or a category of 1 to 3: as for cse (sd-before-map-mase). */
function exploitationTold(event: PolicyEvent, history: History): string | null {
  if (event.kind === 'cse-category-set') {
    const category = numberOf(event, 'category')
    return category !== null && category >= 1 && category <= 3 ? `exploitation category ${category} was set` : null
  }
  if (event.kind !== 'missing-reported' && event.kind !== 'informant-recontacted') return null
  if (saysExploitation(event)) return 'the informant says that the child is at risk of exploitation'
  if (!hasExploitationFlag(event, history)) return null
  if (event.kind === 'missing-reported') return 'the missing child is flagged at risk of exploitation'
  // At a call-back the flag is news only where it was not there when the child was reported.
  const reported = history.events.findLast((earlier) => earlier.kind === 'missing-reported' && !isAfter(earlier, event))
  return reported !== undefined && hasExploitationFlag(reported, history) ? null : 'the missing child was flagged at risk of exploitation since the report'
}

/** The report that reaches the threshold of repeated episodes, whatever concern it names (sd-repeat-missing); a second caller begins none. */
function repeatTold(event: PolicyEvent, history: History): readonly string[] | null {
  if (event.kind !== 'missing-reported' || episodeAt(event, history)?.first.id !== event.id) return null
  return repeatAt(event, history)?.because ?? null
}

const saysExploitation = (event: PolicyEvent): boolean => answersIn(event).get('cse_risk') === true

/** The three moments clocks start from; a blank one is the earliest known (conflict 14.6). */
export function momentOf(event: PolicyEvent, moment: 'concern_identified_at' | 'received_at' | 'initial_report_at'): Date {
  const own = instantOf(event, moment)
  if (own !== null) return own
  const known = (['concern_identified_at', 'received_at', 'initial_report_at'] as const)
    .map((key) => instantOf(event, key))
    .filter((at): at is Date => at !== null)
  return known.reduce((earliest, at) => (at.getTime() < earliest.getTime() ? at : earliest), known[0] ?? event.at)
}
