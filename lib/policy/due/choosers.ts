/**
 * Which value of the pack a duty takes, from the facts that decide it. Each is said here once, for the rules that run on a
 * child's history and for the calculator alike. A fact that is not known (null or absent) gives the ordinary value, and where
 * there is none, null: the value cannot be chosen.
 */
import { GRAVE_CONCERNS } from '../concerns'
import type { DurationParameter } from '../packs'

/** The facts that choose. Words of the histories; null or absent: not known. */
export interface DecidingFacts {
  readonly rag?: string | null
  readonly urgency?: string | null
  readonly concern?: string | null
  /** Grade of a missing child. */
  readonly level?: string | null
  /** Risk of an offender. */
  readonly risk?: string | null
  /** Grade of an audit. */
  readonly grade?: string | null
  /** The event that started the clock, where two kinds start it. */
  readonly event?: string | null
  readonly unsafe?: boolean | null
  readonly child_within_reach?: boolean | null
  readonly mother_unfit?: boolean | null
}

/** A concern of the same-day kind: penetrative abuse, serious injury, serious neglect. */
export const isGrave = (concern: string | null | undefined): boolean => typeof concern === 'string' && GRAVE_CONCERNS.includes(concern)

export const isUrgent = (urgency: string | null | undefined): boolean => urgency === 'high'

/** Red runs on past closing time, green is below the threshold, anything else is taken as amber. */
export function mashParameter(facts: Pick<DecidingFacts, 'rag'>): 'mash.decision.red' | 'mash.decision.green' | 'mash.decision.amber' {
  if (facts.rag === 'red') return 'mash.decision.red'
  return facts.rag === 'green' ? 'mash.decision.green' : 'mash.decision.amber'
}

export function contactActionParameter(facts: Pick<DecidingFacts, 'urgency'>): 'contact-action' | 'contact-action.urgent' {
  return isUrgent(facts.urgency) ? 'contact-action.urgent' : 'contact-action'
}

export function allocationParameter(facts: Pick<DecidingFacts, 'urgency' | 'concern'>): 'allocation' | 'allocation.urgent' {
  return isUrgent(facts.urgency) || isGrave(facts.concern) ? 'allocation.urgent' : 'allocation'
}

export function childSeenParameter(facts: Pick<DecidingFacts, 'urgency' | 'concern'>): 'child-seen' | 'child-seen.urgent' {
  return isUrgent(facts.urgency) || isGrave(facts.concern) || facts.concern === 'trafficking' ? 'child-seen.urgent' : 'child-seen'
}

export function cscReferralParameter(facts: Pick<DecidingFacts, 'concern'>): 'csc-referral' | 'csc-referral.same-day' {
  return isGrave(facts.concern) ? 'csc-referral.same-day' : 'csc-referral'
}

export function disputeParameter(facts: Pick<DecidingFacts, 'unsafe'>): 'escalation.dispute' | 'escalation.dispute.unsafe' {
  return facts.unsafe === true ? 'escalation.dispute.unsafe' : 'escalation.dispute'
}

export function preBirthParameter(facts: Pick<DecidingFacts, 'mother_unfit'>): 'conference.pre-birth' | 'conference.pre-birth.mother-unfit' {
  return facts.mother_unfit === true ? 'conference.pre-birth.mother-unfit' : 'conference.pre-birth'
}

export function absentCallbackParameter(facts: Pick<DecidingFacts, 'event'>): 'absent.first-callback' | 'absent.callback-interval' {
  return facts.event === 'informant-recontacted' ? 'absent.callback-interval' : 'absent.first-callback'
}

export function missingReviewParameter(facts: Pick<DecidingFacts, 'level'>): 'missing.risk-review' | 'missing.risk-review.high' {
  return facts.level === 'high' ? 'missing.risk-review.high' : 'missing.risk-review'
}

export function socialCareParameter(facts: Pick<DecidingFacts, 'level'>): 'missing.social-care' | 'missing.social-care.at-once' {
  return facts.level === 'high' ? 'missing.social-care.at-once' : 'missing.social-care'
}

export function safeAndWellParameter(facts: Pick<DecidingFacts, 'level'>): 'safe-and-well' | 'safe-and-well.high' {
  return facts.level === 'high' ? 'safe-and-well.high' : 'safe-and-well'
}

export function suspectIdentifyParameter(facts: Pick<DecidingFacts, 'concern'>): 'suspect.identify' | 'suspect.identify.images' {
  return facts.concern === 'indecent-images' ? 'suspect.identify.images' : 'suspect.identify'
}

export function enforcementParameter(facts: Pick<DecidingFacts, 'concern' | 'child_within_reach'>): 'enforcement.images' | 'enforcement.child-within-reach' {
  return facts.concern === 'household-child' || facts.child_within_reach === true ? 'enforcement.child-within-reach' : 'enforcement.images'
}

export function devicePreviewParameter(facts: Pick<DecidingFacts, 'child_within_reach'>): 'device.preview' | 'device.preview.child-within-reach' {
  return facts.child_within_reach === true ? 'device.preview.child-within-reach' : 'device.preview'
}

export function recordUpdateParameter(facts: Pick<DecidingFacts, 'event'>): 'record-update' | 'record-update.meeting' {
  return facts.event === 'meeting-held' ? 'record-update.meeting' : 'record-update'
}

export function auditActionParameter(facts: Pick<DecidingFacts, 'grade'>): 'audit-action' | 'audit-action.requires-improvement' {
  return facts.grade === 'requires-improvement' ? 'audit-action.requires-improvement' : 'audit-action'
}

export function firstVisitParameter(facts: Pick<DecidingFacts, 'risk'>): 'rso.first-visit' | 'rso.first-visit.very-high' {
  return facts.risk === 'very high' ? 'rso.first-visit.very-high' : 'rso.first-visit'
}

const VISIT_BY_RISK: Readonly<Record<string, DurationParameter>> = {
  'very high': 'rso.visit.very-high', high: 'rso.visit.high', medium: 'rso.visit.medium', low: 'rso.visit.low',
}

/** Null without a risk: no visit can be dated for an offender whom nobody has graded. */
export function visitParameter(facts: Pick<DecidingFacts, 'risk'>): DurationParameter | null {
  return VISIT_BY_RISK[facts.risk ?? ''] ?? null
}
