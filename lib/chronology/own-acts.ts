import type { ActName } from '@/lib/access/permissions'
import type { EventKind } from '@/lib/policy/events'

/** Kinds that the product writes by itself and nobody records by hand. */
const OURS: readonly EventKind[] = [
  'handover-offered', 'handover-accepted', 'episode-handed-over', 'episode-accepted', 'episode-closed',
  'meeting-arranged', 'chair-excepted',
  'household-joined', 'adult-linked', 'identifier-recorded', 'place-recorded', 'place-changed', 'place-linked', 'premises-trained', 'makesafe-answered',
  'duty-chased', 'duty-escalated', 'duty-reassigned', 'duty-annulled', 'duty-breached', 'duty-warned', 'act-refused', 'person-recorded', 'person-looked-for', 'person-matched', 'people-parted', 'not-the-same',
  'identity-corrected', 'record-opened', 'record-restricted', 'restriction-lifted', 'entry-corrected', 'referral-claimed', 'referral-released', 'referral-acknowledged', 'referrer-told',
  'referral-facts-added', 'rag-set', 'second-line-given', 'minutes-circulated', 'position-given', 'police-challenge',
  'discussion-called', 'discussion-called-off', 'invitation-answered', 'minutes-received', 'minutes-chased', 'dispute-settled',
  'account-changed', 'team-changed', 'policy-changed', 'rota-changed',
  'information-requested', 'information-answered', 'information-request-withdrawn', 'consent-recorded', 'research-recorded', 'information-shared', 'information-withheld',
  'passed-to-csc',
]

/** Kinds with an act and a screen of their own: recorded there, where their own questions are asked. */
const WITH_OWN_ACT: readonly EventKind[] = [
  'contact-received', 'referral-made', 'referral-decided', 'case-allocated', 'strategy-discussion-held', 'action-set', 'action-completed',
]

/** Kinds whose plain entry needs a right beside `record-entry`: a power of the police, a mark others act upon. */
const FURTHER_RIGHT: Partial<Record<EventKind, ActName>> = {
  'police-protection': 'police-protection',
  'flag-changed': 'add-flag',
}

export const neverByHand = (kind: EventKind): boolean => OURS.includes(kind)
export const hasOwnAct = (kind: EventKind): boolean => WITH_OWN_ACT.includes(kind)
export const furtherRight = (kind: EventKind): ActName | null => FURTHER_RIGHT[kind] ?? null
