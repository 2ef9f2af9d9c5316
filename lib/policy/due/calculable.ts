/**
 * Every timescale that can be asked for by itself: its name, the facts that decide it, the value of the pack it takes.
 * Names are those of the rules in `lib/policy/rules` where such a rule exists; a test keeps the two in step.
 */
import type { DurationParameter, Pack } from '../packs'
import { DUTY_RULES } from '../rules'
import * as choose from './choosers'
import type { DecidingFacts } from './choosers'
import type { FactName } from './facts'

export interface Calculable {
  readonly rule: string
  /** The facts that decide; none for most. */
  readonly facts: readonly FactName[]
  /** Every value it may take; the first is the ordinary one. */
  readonly parameters: readonly DurationParameter[]
  /** The value it takes, or null when a fact it cannot do without is not known. */
  choose(facts: DecidingFacts): DurationParameter | null
  /** The clause, where it is another than the value's own. */
  clause?(facts: DecidingFacts): string | null
}

const one = (rule: string, parameter: DurationParameter): Calculable => ({ rule, facts: [], parameters: [parameter], choose: () => parameter })

const by = (rule: string, facts: readonly FactName[], parameters: readonly DurationParameter[], chooser: Calculable['choose']): Calculable =>
  ({ rule, facts, parameters, choose: chooser })

const NAMED: readonly Calculable[] = [
  one('strategy-discussion/force-24h', 'strategy.force-24h'),
  {
    ...by('strategy-discussion/same-day', ['concern'], ['strategy.same-day'], () => 'strategy.same-day'),
    clause: (facts) => (facts.concern === 'penetrative-abuse' ? 'sd-penetrative' : null),
  },
  one('strategy-discussion/immediate-action', 'strategy.immediate-action'),
  one('strategy-discussion/standard', 'strategy.standard'),
  one('strategy-discussion/complex', 'strategy.complex'),
  one('strategy-discussion/two-agency-followup', 'strategy.two-agency-followup'),
  one('strategy-discussion/circulation', 'strategy.circulation'),

  one('referral/decision', 'ref.decision'),
  one('referral/acknowledgement', 'ref.ack'),
  one('referral/written-followup', 'ref.written-followup'),
  by('referral/to-csc', ['concern'], ['csc-referral', 'csc-referral.same-day'], choose.cscReferralParameter),
  by('mash/assessment', ['rag'], ['mash.decision.amber', 'mash.decision.red', 'mash.decision.green'], choose.mashParameter),
  one('mash/red', 'mash.decision.red'),
  one('mash/amber', 'mash.decision.amber'),
  one('mash/green', 'mash.decision.green'),
  one('police/merlin-pac', 'merlin-pac'),
  by('contact/unactioned', ['urgency'], ['contact-action', 'contact-action.urgent'], choose.contactActionParameter),
  by('allocation/named-worker', ['urgency', 'concern'], ['allocation', 'allocation.urgent'], choose.allocationParameter),
  by('child/seen', ['urgency', 'concern'], ['child-seen', 'child-seen.urgent'], choose.childSeenParameter),
  one('action/own-date', 'action.own-date'),
  // A question gives its own time, as an action does.
  { ...one('mash/agency-answer', 'action.own-date'), clause: () => 'mash-info-return' },
  by('dispute/next-stage', ['unsafe'], ['escalation.dispute', 'escalation.dispute.unsafe'], choose.disputeParameter),

  one('assessment/complete', 'assessment'),
  one('conference/initial', 'conference.initial'),
  one('conference/reconvened', 'conference.reconvene'),
  one('conference/first-review', 'conference.review.first'),
  one('conference/later-review', 'conference.review.later'),
  by('conference/after-birth', ['mother_unfit'], ['conference.pre-birth', 'conference.pre-birth.mother-unfit'], choose.preBirthParameter),
  one('core-group/first', 'core-group.first'),
  one('core-group/next', 'core-group.repeat'),
  one('plan/police-check', 'plan.check'),
  one('plan/long', 'plan.long'),

  by('missing/absent-callback', ['event'], ['absent.first-callback', 'absent.callback-interval'], choose.absentCallbackParameter),
  one('missing/absent-to-missing', 'absent.max'),
  one('missing/risk-grade', 'missing.risk-grade'),
  by('missing/risk-review', ['level'], ['missing.risk-review', 'missing.risk-review.high'], choose.missingReviewParameter),
  by('missing/safe-and-well', ['level'], ['safe-and-well', 'safe-and-well.high'], choose.safeAndWellParameter),
  one('missing/return-home-interview', 'return-home-interview'),
  by('missing/social-care', ['level'], ['missing.social-care', 'missing.social-care.at-once'], choose.socialCareParameter),
  one('missing/long-gone', 'missing.long-gone'),

  one('police-protection/first-warning', 'police-protection.warning'),
  one('police-protection/expiring', 'police-protection.last-warning'),
  one('police-protection/expiry', 'police-protection.max'),
  one('police-protection/designated-officer', 'police-protection.designated-officer'),
  one('emergency-protection-order/expiry', 'emergency-protection-order'),
  one('emergency-protection-order/after-police-protection', 'emergency-protection-order.after-police-protection'),
  one('emergency-protection-order/extension', 'emergency-protection-order.extension'),

  one('custody/appropriate-adult-request', 'custody.appropriate-adult.request'),
  one('custody/appropriate-adult-warning', 'custody.appropriate-adult.warning'),
  one('custody/appropriate-adult', 'custody.appropriate-adult'),
  one('custody/transfer-request', 'custody.transfer-request'),

  one('exploitation/assessment', 'cse.assessment'),
  one('exploitation/hearing', 'mase.interval'),
  // A flag and a warning notice carry their own dates.
  { ...one('exploitation/flag-review', 'action.own-date'), clause: () => 'flag-cse-apply' },
  { ...one('exploitation/notice-ending', 'action.own-date'), clause: () => 'cawn-end' },

  one('investigation/crime-recording', 'crime-recording'),
  by('investigation/suspect-identified', ['concern'], ['suspect.identify', 'suspect.identify.images'], choose.suspectIdentifyParameter),
  one('investigation/suspect-action', 'suspect.action'),
  by('investigation/image-enforcement', ['concern', 'child_within_reach'], ['enforcement.images', 'enforcement.child-within-reach'], choose.enforcementParameter),
  by('investigation/device-preview', ['child_within_reach'], ['device.preview', 'device.preview.child-within-reach'], choose.devicePreviewParameter),
  one('investigation/device-examination', 'device.examination'),
  one('investigation/supervisor-review', 'supervisor.review'),
  one('investigation/withdrawal-review', 'withdrawal.review'),
  one('investigation/bail-mark', 'bail.limit'),
  by('record/update', ['event'], ['record-update', 'record-update.meeting'], choose.recordUpdateParameter),
  one('risk/wider', 'wider-risk'),
  one('risk/household-child', 'household-child'),
  one('risk/linked-child', 'linked-child'),
  by('audit/action', ['grade'], ['audit-action', 'audit-action.requires-improvement'], choose.auditActionParameter),
  one('medical/forensic-offer', 'haven.child-offer'),

  by('offender/first-visit', ['risk'], ['rso.first-visit', 'rso.first-visit.very-high'], choose.firstVisitParameter),
  by('offender/next-visit', ['risk'], ['rso.visit.very-high', 'rso.visit.high', 'rso.visit.medium', 'rso.visit.low'], choose.visitParameter),
  one('offender/not-seen', 'rso.not-seen'),

  one('ladder/supervisor', 'ladder.supervisor'),
  one('ladder/manager', 'ladder.manager'),
]

/** A duty of one value needs no line above: its rule file says everything, so that a new one can be asked for the day it is written. */
const FROM_RULES: readonly Calculable[] = DUTY_RULES.flatMap((rule) => {
  if (rule.form !== 'clock' || NAMED.some((named) => named.rule === rule.id)) return []
  const [parameter, ...others] = rule.parameters
  return parameter === undefined || others.length > 0 ? [] : [{ ...one(rule.id, parameter), clause: () => rule.clause }]
})

export const CALCULABLE: readonly Calculable[] = [...NAMED, ...FROM_RULES]

const byRule = new Map(CALCULABLE.map((c) => [c.rule, c]))

/** The timescale of that name, or null. */
export function calculable(rule: string): Calculable | null {
  return byRule.get(rule) ?? null
}

/** The clause that a value stands on, given the facts. */
export function clauseOfValue(c: Calculable, parameter: DurationParameter, facts: DecidingFacts, pack: Pack): string {
  return c.clause?.(facts) ?? pack.parameters[parameter].clause
}
