/** The vocabulary of case histories: what happened and what can be demanded. A word outside it is an error of the file. */

/** What happened. */
export const EVENT_WORDS: ReadonlySet<string> = new Set([
  'contact-received', 'referral-made', 'information-received', 'information-actioned', 'pac-submitted', 'intelligence-checked',
  'risk-assessed', 'case-allocated', 'child-seen', 'child-interviewed', 'family-contacted', 'appointment-cancelled',
  'complaint-withdrawn', 'medical-examination', 'safeguard-put-in-place', 'flag-changed', 'cse-category-set',
  'strategy-discussion-held', 'enquiry-visit', 'action-set', 'action-completed', 'conference-held', 'meeting-held',
  'plan-check', 'meeting-item-closed', 'missing-reported', 'episode-classified', 'missing-risk-graded',
  'informant-recontacted', 'child-returned', 'safe-and-well-check', 'return-home-interview', 'trigger-plan-made',
  'record-updated', 'police-protection', 'crime-recorded', 'suspect-action', 'warrant-executed', 'device-action',
  'wider-risk-check', 'supervisor-review', 'bail-set', 'disposal-given', 'case-closed', 'offender-registered', 'rso-visit',
  'detained', 'appropriate-adult', 'detention-review', 'custody-decision', 'self-harm-incident', 'custody-ended',
  'audit-graded', 'referred-back', 'remedial-action', 'measurement', 'referral-decided', 'minutes-confirmed',
])

/** What is raised. */
export const ALERT_WORDS: ReadonlySet<string> = new Set([
  'contact-unactioned', 'mash-assessment-overdue', 'csc-referral-overdue', 'allocation-overdue', 'child-not-seen',
  'strategy-discussion-overdue', 'strategy-discussion-quorum', 'strategy-plan-missing', 'strategy-missing-before-meeting',
  'joint-enquiry-single-agency', 'referral-wrong-route', 'pac-incomplete', 'crime-recording-overdue',
  'suspect-identification-overdue', 'suspect-action-overdue', 'suspect-contact-unplanned', 'enforcement-overdue',
  'device-examination-overdue', 'supervisor-review-overdue', 'action-overdue', 'withdrawal-unreviewed', 'bail-over-90-days',
  'absent-callback-overdue', 'absent-over-24h', 'classification-inconsistent', 'risk-grade-too-low',
  'missing-risk-review-overdue', 'repeat-missing', 'safe-and-well-check-overdue', 'return-home-interview-overdue',
  'record-update-overdue', 'cse-assessment-overdue', 'cse-category-contradicted', 'mase-hearing-overdue',
  'required-agency-absent', 'pre-meeting-research-missing', 'option-not-considered', 'plan-check-overdue',
  'plan-over-15-months', 'police-protection-expiring', 'child-at-risk-arrested', 'flag-record-mismatch',
  'wider-risk-unassessed', 'household-child-unassessed', 'linked-child-unassessed', 'cumulative-incidents',
  'rso-visit-overdue', 'rso-not-seen-at-home', 'rso-behaviour-pattern', 'appropriate-adult-overdue',
  'detention-review-child-not-spoken-to', 'custody-transfer-not-requested', 'custody-referral-missing', 'custody-risk-history',
  'custody-self-harm', 'custody-restraint-review', 'audit-finding-unactioned', 'queue-breach', 'target-missed',
  'call-untagged', 'device-preview-overdue', 'missing-risk-not-graded', 'meeting-rank-below',
])

/** What is refused. */
export const REFUSAL_WORDS: ReadonlySet<string> = new Set([
  'absent-classification-under-13', 'absent-classification-cse-flag', 'absent-classification-known-risk',
  'missing-risk-below-medium', 'risk-rationale-rejected', 'closure-child-not-seen', 'closure-unresolved-risk',
  'no-crime-without-police-enquiry', 'flag-removal-without-partner-check', 'allocation-untrained',
  'allocation-needs-specialist', 'disposal-not-eligible', 'meeting-chair-rank', 'meeting-item-unrecorded',
  'police-protection-over-72h', 'accommodation-request-without-ground',
])

/** What is set to do. */
export const TASK_WORDS: ReadonlySet<string> = new Set([
  'convene-strategy-discussion', 'refer-to-csc', 'check-all-systems', 'see-and-speak-to-child', 'assess-cse', 'list-for-mase',
  'hold-map', 'make-trigger-plan', 'safe-and-well-check', 'offer-return-home-interview', 'consider-cawn', 'check-wider-risk',
  'assess-linked-child', 'senior-review', 'review-unused-powers', 'consider-protection-order', 'offer-sarc', 'remedial-action',
  'escalate-to-lscb', 'reconcile-flags', 'visit-offender', 'review-order-application', 'request-appropriate-adult',
  'request-la-accommodation', 'tag-call', 'confirm-whereabouts', 'raise-observation', 'tell-child-of-review',
  'escalate-to-mappa-coordinator', 'consider-nrm',
])

/** What is true. */
export const STATE_WORDS: ReadonlySet<string> = new Set([
  'episode.classification', 'episode.risk-floor', 'episode.risk-proposed', 'child.is-child', 'cse.minimum-category',
  'strategy.open', 'police-protection.expires', 'case.route', 'timeline.conflict-kept',
])
