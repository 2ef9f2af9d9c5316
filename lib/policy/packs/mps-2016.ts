/**
 * The baseline: London Child Protection Procedures, 5th edition (2015), with the Metropolitan Police's policy as it stood in
 * May 2016. Every value the policy reads, said once. Certainty C marks a default or a local value: configuration.
 */
import { allOf, atLeast, atMost, beginningWith, elapsed, given, months, onlyOf, over, sameDay, stepOrAbove, within, workingDays } from './parameter'
const { hours, minutes, days } = elapsed

const RANKS = ['constable', 'sergeant', 'inspector', 'chief-inspector', 'superintendent', 'chief-superintendent', 'commander']
const GRADES = ['low', 'medium', 'high']

export const DURATIONS = {
  'strategy.force-24h': within(hours(24), 'A', 'sd-mps-24h'),
  'strategy.same-day': within(sameDay, 'A', 'sd-serious-harm'),
  'strategy.immediate-action': within(workingDays(1), 'A', 'sd-immediate-action'),
  'strategy.standard': within(workingDays(3), 'A', 'sd-default'),
  'strategy.complex': within(workingDays(5), 'A', 'sd-complex'),
  'strategy.two-agency-followup': within(workingDays(5), 'C', 'sd-two-agency-call'),
  'strategy.circulation': within(workingDays(1), 'C', 'sd-record'),
  /** How long a quorate discussion or plan review still answers a further missing episode. */
  'strategy.standing': within(days(28), 'C', 'sd-repeat-missing'),
  /** How long a quorate discussion still answers a further fact about the same concern. */
  'strategy.standing.concern': within(days(90), 'C', 'sd-standing'),

  'ref.decision': within(workingDays(1), 'A', 'ref-decision'),
  'ref.ack': within(workingDays(1), 'A', 'ref-ack'),
  'ref.written-followup': within(hours(24), 'A', 'ref-written-followup'),
  'mash.decision.red': within(hours(4), 'C', 'mash-rag-red'),
  'mash.decision.amber': within(workingDays(1), 'C', 'mash-rag-amber'),
  'mash.decision.green': within(workingDays(3), 'C', 'mash-rag-green'),
  /** A live emergency claimed by one named person: the duty is read, the figure is a default. */
  'mash.emergency-claim': within(minutes(15), 'C', 'ref-crime-999'),
  'handover.accept': within(hours(1), 'C', 'handover'),
  'merlin-pac': within(hours(24), 'C', 'merlin-pac'),
  'escalation.dispute': within(workingDays(5), 'C', 'escalation-dispute'),
  'escalation.dispute.unsafe': within(sameDay, 'C', 'escalation-dispute'),

  /** After a breach nobody has answered: when the supervisor is told, and when the manager. */
  'ladder.supervisor': within(hours(1), 'C', 'ladder'),
  'ladder.manager': within(hours(24), 'C', 'ladder'),

  'contact-action': within(hours(24), 'C', 'contact-action'),
  'contact-action.urgent': within(hours(1), 'C', 'contact-action'),
  'csc-referral': within(hours(24), 'C', 'csc-referral'),
  'csc-referral.same-day': within(hours(4), 'C', 'csc-referral'),
  'allocation': within(workingDays(1), 'C', 'allocation'),
  'allocation.urgent': within(hours(24), 'C', 'allocation'),
  'child-seen': within(workingDays(3), 'C', 'child-seen'),
  'child-seen.urgent': within(hours(24), 'C', 'child-seen'),
  'action.own-date': within(given, 'C', 'action-overdue'),

  'assessment': within(workingDays(45), 'A', 'assess-45'),
  'conference.initial': within(workingDays(15), 'A', 'icpc-15'),
  'conference.reconvene': within(workingDays(10), 'C', 'conf-quorum'),
  'core-group.first': within(workingDays(10), 'A', 'core-group-first'),
  'core-group.repeat': within(days(42), 'B', 'core-group-repeat'),
  'conference.review.first': within(months(3), 'B', 'rcpc-3m'),
  'conference.review.later': within(months(6), 'A', 'rcpc-6m'),
  'conference.pre-birth': within(days(10), 'A', 'rcpc-prebirth'),
  'conference.pre-birth.mother-unfit': within(days(20), 'A', 'rcpc-prebirth'),
  'plan.check': within(days(42), 'A', 'police-riskcheck-6wk'),
  'plan.long': within(months(15), 'A', 'cpp-duration-watch'),

  'absent.first-callback': within(hours(1), 'A', 'mis-absent-contact-first'),
  /** The interval when none is agreed, and the shortest that may be agreed. */
  'absent.callback-interval': within(hours(4), 'A', 'mis-absent-contact-repeat'),
  'absent.callback-interval.longest': within(hours(8), 'A', 'mis-absent-contact-repeat'),
  'absent.max': within(hours(24), 'A', 'mis-absent-24h'),
  'missing.risk-grade': within(hours(1), 'C', 'missing.risk-review'),
  'missing.risk-review': within(hours(24), 'C', 'missing.risk-review'),
  'missing.risk-review.high': within(hours(8), 'C', 'missing.risk-review'),
  'safe-and-well': within(hours(24), 'C', 'mis-safe-well'),
  'safe-and-well.high': within(hours(1), 'C', 'mis-safe-well'),
  'return-home-interview': within(hours(72), 'A', 'mis-rhi-72h'),
  'return-home-interview.share': within(workingDays(2), 'C', 'mis-rhi-share'),
  'debrief.referral': within(workingDays(1), 'C', 'mis-debrief-refer'),
  'trigger-plan': within(workingDays(5), 'C', 'mis-trigger-plan'),
  'missing.information': within(hours(1), 'C', 'mis-info-channel'),
  'missing.regrade': within(hours(1), 'C', 'mis-reclass-on-info'),
  'missing.social-care': within(hours(24), 'C', 'mis-notify-csc'),
  'missing.social-care.at-once': within(hours(1), 'C', 'mis-notify-csc'),
  'missing.senior': within(minutes(15), 'C', 'mis-high-senior'),
  /** Gone so long, exploitation risk proposes a high grade. */
  'missing.long-gone': within(hours(12), 'C', 'mis-high-indicators'),
  /** How long a flag that was removed is remembered (conflict 14.18). */
  'exploitation-flag.memory': over(months(24), 'C', 'mis-cse-flag-removed'),
  'classification.window': over(days(90), 'C', 'mis-consistent'),
  'repeat-missing.window': over(days(90), 'C', 'mis-repeat-threshold'),
  'repeat-missing.long-episode': within(hours(24), 'C', 'mis-repeat-threshold'),

  'police-protection.max': within(hours(72), 'A', 's46-72h'),
  'police-protection.warning': within(hours(48), 'C', 's46-72h'),
  'police-protection.last-warning': within(hours(60), 'C', 's46-72h'),
  'police-protection.designated-officer': within(hours(1), 'C', 's46-designated'),
  'emergency-protection-order': within(beginningWith(8), 'A', 'epo-8d'),
  'emergency-protection-order.after-police-protection': within(beginningWith(8), 'A', 'epo-after-pp'),
  'emergency-protection-order.extension': within(days(7), 'A', 'epo-extend'),
  'custody.appropriate-adult.request': within(hours(1), 'C', 'cust-aa'),
  'custody.appropriate-adult.warning': within(hours(2), 'C', 'cust-aa'),
  'custody.appropriate-adult': within(hours(4), 'C', 'cust-aa'),
  'custody.transfer-request': within(hours(1), 'C', 'cust-transfer'),

  'cse.assessment': within(hours(24), 'A', 'cse-cat-daily'),
  /** A category below what the signs allow: until a second line has looked at it. */
  'cse.second-line': within(hours(24), 'C', 'cse-second-line'),
  'mase.interval': within(days(31), 'A', 'mase-monthly'),
  /** How long before a MAP or a MASE what each agency found in its own records is to be there. */
  'mase.research-before': over(workingDays(2), 'C', 'mase-prep'),
  'map.convene': within(workingDays(10), 'C', 'map-purpose'),
  'map.output': within(workingDays(1), 'C', 'map-output'),
  'flag.apply': within(sameDay, 'C', 'flag-cse-apply'),
  /** How long partners have to answer before their silence counts as one. */
  'flag.removal-answer': over(workingDays(5), 'C', 'flag-cse-remove'),
  /** How long before it ends a warning notice is looked at. */
  'cawn.end-warning': over(days(28), 'C', 'cawn-end'),

  'crime-recording': within(hours(24), 'C', 'crime-recording'),
  'suspect.identify': within(days(7), 'C', 'suspect.identify'),
  'suspect.identify.images': within(days(28), 'C', 'suspect.identify'),
  'suspect.action': within(days(7), 'C', 'suspect.action'),
  'enforcement.images': within(days(28), 'C', 'enforcement.images'),
  'enforcement.child-within-reach': within(days(7), 'C', 'enforcement.images'),
  'device.preview': within(days(14), 'C', 'device.examination'),
  'device.preview.child-within-reach': within(days(2), 'C', 'device.examination'),
  'device.examination': within(days(90), 'C', 'device.examination'),
  'supervisor.review': within(days(28), 'C', 'supervisor.review'),
  'record-update': within(hours(24), 'C', 'record-update'),
  'record-update.meeting': within(workingDays(2), 'C', 'record-update'),
  'wider-risk': within(days(7), 'C', 'wider-risk'),
  'household-child': within(hours(24), 'C', 'household-child'),
  'linked-child': within(hours(24), 'C', 'linked-child'),
  'withdrawal.review': within(hours(24), 'C', 'withdrawal.review'),
  /** Work without a time in the procedures: when it stands in the queue as late. */
  'task.check-all-systems': within(hours(24), 'C', 'check-all-systems'),
  'task.senior-review': within(hours(24), 'C', 'senior-review'),
  'task.check-wider-risk': within(days(7), 'C', 'inv-other-children'),
  'task.see-before-closing': within(hours(24), 'C', 'inv-child-seen'),
  'task.review-unused-powers': within(hours(24), 'C', 'review-unused-powers'),
  'task.confirm-whereabouts': within(hours(24), 'C', 'closure-unresolved'),
  'task.list-for-mase': within(workingDays(5), 'C', 'mase-gate'),
  'task.consider-cawn': within(hours(24), 'C', 'cawn-consider'),
  'task.escalate-to-lscb': within(workingDays(5), 'C', 'mase-members'),
  'task.reconcile-flags': within(workingDays(5), 'C', 'flag-reconcile'),
  'audit-action': within(hours(24), 'C', 'audit-action'),
  'audit-action.requires-improvement': within(workingDays(5), 'C', 'audit-action'),
  'bail.limit': within(days(90), 'A', 'cps-90'),
  'haven.child-offer': within(minutes(90), 'A', 'haven-90'),

  'rso.first-visit': within(days(14), 'C', 'rso-first-visit'),
  'rso.first-visit.very-high': within(days(5), 'C', 'rso-first-visit'),
  'rso.visit.very-high': within(months(1), 'C', 'rso-visit-very-high'),
  'rso.visit.high': within(months(3), 'C', 'rso-visit-high'),
  'rso.visit.medium': within(months(6), 'C', 'rso-visit-medium'),
  'rso.visit.low': within(months(12), 'C', 'rso-visit-low'),
  'rso.not-seen': within(days(180), 'C', 'rso-visit-counts'),
  'rso.pattern.window': over(months(12), 'C', 'rso.pattern'),
  'cumulative-incidents.window': over(months(12), 'C', 'cumulative-incidents'),
}

export const NUMBERS = {
  /** Years: younger is always missing. */
  'absent.min-age': atLeast(13, 'A', 'mis-u13'),
  /** Years: younger is high, whatever else; and at most so old where there is a risk of exploitation. */
  'missing.high-under-age': atLeast(11, 'C', 'mis-high-indicators'),
  'missing.high-young-age': atLeast(13, 'C', 'mis-high-indicators'),
  /** Changes of class in the window, and of each class where the dates are not known, before it is raised. */
  'classification.switches': atMost(3, 'C', 'mis-consistent'),
  'classification.of-each': atMost(5, 'C', 'mis-consistent'),
  /** Years: a warning notice can be given about a younger child, and about one in care while younger than the second. */
  'cawn.age': atMost(16, 'A', 'cawn-eligibility'),
  'cawn.care-age': atMost(18, 'A', 'cawn-eligibility'),
  'repeat-missing': atMost(3, 'C', 'mis-repeat-threshold'),
  'cumulative-incidents': atMost(3, 'C', 'cumulative-incidents'),
  'rso.failed-visits': atMost(2, 'C', 'rso-visit-counts'),
  'rso.pattern': atMost(3, 'C', 'rso.pattern'),
  /** Offenders for one manager. */
  'rso.caseload': atMost(60, 'C', 'rso.caseload'),
  /** Times the mean daily intake that may wait. */
  'queue.mash': atMost(2, 'C', 'queue.mash'),
  /** What comes into a borough’s MASH on a mean day where its own figure is not known: 700 notifications in 32 boroughs. */
  'queue.mash-intake': atMost(22, 'C', 'queue.mash'),
  /** Plans for one conference officer. */
  'queue.plans': atMost(50, 'C', 'queue.plans'),
  /** Overdue visits that may stand. */
  'queue.rso-visits': atMost(0, 'C', 'queue.rso-visits'),
  /** Meetings running that an agency may be away before it is raised. */
  'agency-absence': atMost(2, 'A', 'mase-members'),
  /** Per cent. */
  'conference.attendance.initial': atLeast(100, 'A', 'icpc-police-attend'),
  'conference.attendance.review': atLeast(50, 'A', 'rcpc-police-attend'),
  'haven.child-offer.target': atLeast(95, 'A', 'haven-90'),
}

export const WORDS = {
  'strategy.quorum': allOf(['social-worker', 'social-work-manager', 'health', 'police'], 'A', 'sd-quorum'),
  /** The classes that a report may be given. */
  'missing.classes': onlyOf(['missing', 'absent'], 'A', 'mis-def-absent'),
  /** The grades there are, lowest first. */
  'missing.grades': allOf(GRADES, 'A', 'mis-no-low'),
  'missing.risk-floor': stepOrAbove('medium', GRADES, 'A', 'mis-no-low'),
  /** Who is asked to a MASE, and to a MAP. */
  'mase.members': allOf(['borough-police', 'csc', 'health', 'education', 'camhs', 'youth-offending', 'housing', 'voluntary', 'missing-persons-unit', 'sexual-exploitation-team'], 'A', 'mase-members'),
  'map.attendees': allOf(['child-protection-manager', 'referrer', 'social-worker', 'education', 'health', 'sexual-exploitation-team', 'youth-offending', 'parent', 'child'], 'A', 'map-attendees'),
  'mase.chair-rank': stepOrAbove('inspector', RANKS, 'A', 'mase-chair'),
  'mappa.rank.level-2': stepOrAbove('inspector', RANKS, 'A', 'mappa-l2-rank'),
  'mappa.rank.level-3': stepOrAbove('superintendent', RANKS, 'A', 'mappa-l3-rank'),
}
