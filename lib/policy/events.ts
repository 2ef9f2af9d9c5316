/**
 * The words of the chronology as the policy reads them: a closed union of kinds, and what an event may carry.
 * Null or an absent key means "not known": a rule neither refuses nor raises on it.
 */

import type { PlainDate } from './calendar/plain-date'

export const EVENT_KINDS = [
  'contact-received', 'referral-made', 'information-received', 'information-actioned', 'pac-submitted',
  'intelligence-checked', 'risk-assessed', 'case-allocated', 'child-seen', 'child-interviewed', 'family-contacted',
  'appointment-cancelled', 'complaint-withdrawn', 'medical-examination', 'safeguard-put-in-place', 'flag-changed',
  'cse-category-set', 'strategy-discussion-held', 'enquiry-visit', 'action-set', 'action-completed', 'conference-held',
  'meeting-held', 'plan-check', 'meeting-item-closed', 'missing-reported', 'episode-classified', 'missing-risk-graded',
  'informant-recontacted', 'child-returned', 'safe-and-well-check', 'return-home-interview', 'trigger-plan-made',
  'record-updated', 'police-protection', 'crime-recorded', 'suspect-action', 'warrant-executed', 'device-action',
  'wider-risk-check', 'supervisor-review', 'bail-set', 'disposal-given', 'case-closed', 'offender-registered', 'rso-visit',
  'detained', 'appropriate-adult', 'detention-review', 'custody-decision', 'self-harm-incident', 'custody-ended',
  'audit-graded', 'referred-back', 'remedial-action', 'measurement', 'referral-decided', 'minutes-confirmed',
  // Our own, beside the words of the histories.
  'emergency-protection-order', 'referral-claimed', 'referral-released', 'referral-acknowledged', 'referrer-told',
  'referral-facts-added', 'rag-set', 'second-line-given', 'minutes-circulated', 'position-given', 'police-challenge',
  'discussion-called', 'discussion-called-off', 'invitation-answered', 'minutes-received', 'minutes-chased', 'dispute-settled',
  'duty-chased', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-breached', 'duty-warned',
  'act-refused', 'person-recorded', 'person-looked-for', 'person-matched', 'people-parted', 'not-the-same', 'identity-corrected', 'record-opened', 'record-restricted', 'restriction-lifted', 'entry-corrected',
  'earlier-counts-stated',
  // About the house itself: accounts, teams, what a borough follows, who is on duty. They are about no child.
  'account-changed', 'team-changed', 'policy-changed', 'rota-changed',
  // The enquiry.
  'information-requested', 'information-answered', 'information-request-withdrawn', 'consent-recorded', 'research-recorded', 'information-shared',
  'information-withheld', 'passed-to-csc',
  'handover-offered', 'handover-accepted',
  // The search for a missing child, beside the words of the histories.
  'sighting-recorded', 'enquiry-made', 'social-care-notified', 'senior-informed', 'interview-shared',
  // What the missing persons’ co-ordinator did about a child of the daily list.
  'forum-settled',
  'episode-handed-over', 'episode-accepted', 'episode-closed',
  // Exploitation, its meetings and its flags, beside the words of the histories.
  'category-countersigned', 'flag-removal-asked', 'flag-removal-answered', 'flag-reviewed', 'flags-reconciled', 'listed-for-meeting', 'agency-research-recorded',
  'option-considered', 'notice-breached', 'notice-ended', 'makesafe-tagged', 'lscb-escalated', 'intervention-recorded',
  // A meeting that goes through an agenda: who is asked, when and where; why its record stands although its chair was another.
  'meeting-arranged', 'chair-excepted',
  // Who came to live with whom: starts the clocks of a linked child and of a child in the household.
  'household-joined',
  // Adults who pose a risk and places: about an adult, or about nobody; no duty hangs on them.
  'adult-linked', 'identifier-recorded', 'place-recorded', 'place-changed', 'place-linked', 'premises-trained', 'makesafe-answered',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]

export const isEventKind = (word: string): word is EventKind => (EVENT_KINDS as readonly string[]).includes(word)

/** One entry of one child's chronology, as the policy sees it. `order` settles events of one instant. */
export interface PolicyEvent {
  readonly id: string
  readonly kind: EventKind
  /** When it happened. */
  readonly at: Date
  /** When it was put on record: a decision cannot have known what was recorded after it. */
  readonly recordedAt: Date
  readonly order: number
  readonly referralId: string | null
  readonly detail: EventDetail
}

/** Did the one come after the other? `order` settles events of one instant. */
export const isAfter = (later: PolicyEvent, earlier: PolicyEvent): boolean =>
  later.at.getTime() > earlier.at.getTime() || (later.at.getTime() === earlier.at.getTime() && later.order > earlier.order)

/** The keys that rules read. Unknown keys are kept on the record and ignored here. */
export interface EventDetail {
  readonly [key: string]: unknown
}

/** What is known of the child beside the chronology. Null means not known. */
export interface ChildFacts {
  readonly id: string
  /** Whole years at the moment asked about, or null. */
  readonly age: number | null
  readonly ageDisputed: boolean
  /** The date of birth where it is known: only from it can the age at an earlier or later day be told. */
  readonly bornOn?: PlainDate | null
  /** From when the person is known to be eighteen, whenever asked; null or absent while not, disputed or not known. */
  readonly adultSince?: Date | null
  readonly lookedAfter: boolean | null
  readonly flags: readonly string[]
  readonly planCategory: string | null
  readonly indicators: readonly string[]
  /** Health needs and medicine, in the words of the record. */
  readonly health?: readonly string[]
}

/** A text value of an event, or null when absent or of another type. */
export function textOf(event: PolicyEvent, key: string): string | null {
  const value = event.detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** True or false as recorded, or null when not known. */
export function answerOf(event: PolicyEvent, key: string): boolean | null {
  const value = event.detail[key]
  return typeof value === 'boolean' ? value : null
}

/** A list of words as recorded, or an empty list. */
export function listOf(event: PolicyEvent, key: string): readonly string[] {
  const value = event.detail[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** A number as recorded (CSE category, count), written as a number or in digits; else null. */
export function numberOf(event: PolicyEvent, key: string): number | null {
  const said = event.detail[key]
  const value = typeof said === 'string' && /^\d{1,9}$/.test(said.trim()) ? Number(said) : said
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** An instant carried as ISO text (a clock's own start), or null when absent or not an instant. */
export function instantOf(event: PolicyEvent, key: string): Date | null {
  const value = textOf(event, key)
  if (value === null) return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at
}
