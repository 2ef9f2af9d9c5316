import type { EventKind } from '@/lib/policy/events'
import { agencyWords, senderWords } from './agencies'
import { concernWords, flagWords } from './concerns'
import { BASIS_WORDS, CATEGORY_WORDS, outcomeWords } from './outcomes'
import { joined, sentence } from './lists'
import { say } from './say'

/** What each entry of the chronology is called when nothing more is known of it. */
export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  'contact-received': 'Contact received',
  'referral-made': 'Referral made',
  'information-received': 'Information received',
  'information-actioned': 'Information acted on',
  'pac-submitted': 'Merlin checklist submitted',
  'intelligence-checked': 'All systems checked',
  'risk-assessed': 'Risk assessed',
  'case-allocated': 'Case allocated',
  'child-seen': 'Child seen',
  'child-interviewed': 'Child interviewed',
  'family-contacted': 'Family spoken to',
  'appointment-cancelled': 'Appointment with the child cancelled',
  'complaint-withdrawn': 'Complaint withdrawn',
  'medical-examination': 'Medical examination',
  'safeguard-put-in-place': 'Safeguard put in place',
  'flag-changed': 'Flag changed',
  'cse-category-set': 'Exploitation category set',
  'strategy-discussion-held': 'Strategy discussion held',
  'enquiry-visit': 'Section 47 visit',
  'action-set': 'Action agreed',
  'action-completed': 'Action done',
  'conference-held': 'Child protection conference held',
  'meeting-held': 'Meeting held',
  'plan-check': 'Plan checked by police',
  'meeting-item-closed': 'Meeting item closed',
  'missing-reported': 'Reported missing',
  'episode-classified': 'Episode classified',
  'missing-risk-graded': 'Risk while missing graded',
  'informant-recontacted': 'Informant called back',
  'child-returned': 'Child back',
  'safe-and-well-check': 'Safe and well check',
  'return-home-interview': 'Return home interview',
  'trigger-plan-made': 'Trigger plan made',
  'record-updated': 'Record brought up to date',
  'police-protection': 'Police protection',
  'crime-recorded': 'Crime recorded',
  'suspect-action': 'Step against the suspect',
  'warrant-executed': 'Warrant executed',
  'device-action': 'Device',
  'wider-risk-check': 'Other children and contacts checked',
  'supervisor-review': 'Supervisor review',
  'bail-set': 'Suspect bailed',
  'disposal-given': 'Disposal given',
  'case-closed': 'Case closed',
  'offender-registered': 'Offender registered',
  'rso-visit': 'Visit to the offender',
  'detained': 'Child detained',
  'appropriate-adult': 'Appropriate adult',
  'detention-review': 'Detention reviewed',
  'custody-decision': 'Custody decision',
  'self-harm-incident': 'Self-harm in custody',
  'custody-ended': 'Custody ended',
  'audit-graded': 'Audit graded',
  'referred-back': 'Referred back by the auditor',
  'remedial-action': 'Audit finding acted on',
  'measurement': 'Figure recorded',
  'referral-decided': 'Referral decided',
  'minutes-confirmed': 'Minutes signed off',
  'emergency-protection-order': 'Emergency protection order',
  'referral-claimed': 'Referral claimed',
  'referral-released': 'Referral released',
  'referral-acknowledged': 'Referral acknowledged',
  'referrer-told': 'Referrer told the outcome',
  'referral-facts-added': 'Facts added to the referral',
  'rag-set': 'Grade set',
  'second-line-given': 'Second line given',
  'minutes-circulated': 'Record circulated',
  'minutes-received': 'Record received',
  'minutes-chased': 'Receipt of the record chased',
  'discussion-called': 'Discussion called',
  'discussion-called-off': 'Discussion called off',
  'invitation-answered': 'Invitation answered',
  'dispute-settled': 'Disagreement settled',
  'position-given': "Agency's position given",
  'police-challenge': 'Police challenge',
  'duty-chased': 'Chased',
  'duty-escalated': 'Escalated',
  'duty-reassigned': 'Given to somebody else',
  'duty-acknowledged': 'Taken note of',
  'duty-annulled': 'Duty annulled: started in error',
  'duty-breached': 'Passed its time',
  'duty-warned': 'Warned that time is short',
  'information-requested': 'Agency asked for information',
  'information-answered': 'Agency answered',
  'information-request-withdrawn': 'Question to an agency withdrawn',
  'consent-recorded': 'Consent recorded',
  'research-recorded': 'System checked',
  'information-shared': 'Information shared',
  'information-withheld': 'Decided not to share information',
  'passed-to-csc': 'Passed to children’s social care',
  'act-refused': 'Refused by policy',
  'person-recorded': 'Person put on record',
  'person-looked-for': 'Looked for among those known',
  'person-matched': 'Joined to another record of the same person',
  'people-parted': 'Parted from another record',
  'not-the-same': 'Said never to be the same as somebody',
  'identity-corrected': 'Identity corrected',
  'record-opened': 'Record opened with a reason',
  'record-restricted': 'Record restricted',
  'restriction-lifted': 'Restriction lifted',
  'entry-corrected': 'Entry corrected',
  'earlier-counts-stated': 'Earlier episodes and incidents, as known from before',
  'account-changed': 'Account changed',
  'team-changed': 'Team changed',
  'policy-changed': 'Policy changed',
  'rota-changed': 'Rota changed',
  'handover-offered': 'Handed over by the outgoing shift',
  'handover-accepted': 'Hand-over accepted',
  'sighting-recorded': 'Sighting of the missing child',
  'enquiry-made': 'Enquiry to find the child',
  'social-care-notified': 'Social care told that the child is missing',
  'senior-informed': 'Senior officer or director told of the high risk',
  'interview-shared': 'Return interview shared with police',
  'forum-settled': 'Daily list of missing children: settled',
  'episode-handed-over': 'Missing episode handed over',
  'episode-accepted': 'Missing episode accepted',
  'episode-closed': 'Missing episode closed',
  'category-countersigned': 'Second line on the exploitation category',
  'flag-removal-asked': 'Partners asked about removing a flag',
  'flag-removal-answered': 'Partner answered about removing a flag',
  'flag-reviewed': 'Flag reviewed',
  'flags-reconciled': 'Flags matched with records',
  'listed-for-meeting': 'Listed for a meeting',
  'agency-research-recorded': 'Agency researched the child for the meeting',
  'option-considered': 'Option considered',
  'notice-breached': 'Child abduction warning notice breached',
  'notice-ended': 'Child abduction warning notice ended',
  'makesafe-tagged': 'Operation Makesafe call tagged',
  'lscb-escalated': 'Raised with the safeguarding board',
  'intervention-recorded': 'Intervention or disruption',
  'meeting-arranged': 'Meeting arranged',
  'chair-excepted': 'Exception for the chair of a meeting',
  'household-joined': 'Household: who lives here now',
  'adult-linked': 'Linked as a person of concern',
  'identifier-recorded': 'Telephone, vehicle or name online recorded',
  'place-recorded': 'Place of concern recorded',
  'place-changed': 'Place of concern changed',
  'place-linked': 'Linked to a place of concern',
  'premises-trained': 'Staff of premises trained',
  'makesafe-answered': 'Operation Makesafe call answered',
}

type Detail = Readonly<Record<string, unknown>>
type Heading = (detail: Detail) => string | null

const text = (detail: Detail, key: string): string | null => {
  const value = detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The general words, then a comma, then what is known: 'Contact received, sexual exploitation'. */
const withTail = (kind: EventKind, tail: string | null): string | null => (tail === null ? null : `${EVENT_WORDS[kind]}, ${tail}`)

const plain = (code: string | null): string | null => (code === null ? null : code.replaceAll('-', ' '))

const received = (kind: EventKind): Heading => (detail) => {
  const from = text(detail, 'from')
  const concern = text(detail, 'concern')
  const said = [from === null ? '' : ` from ${lower(senderWords(from))}`, concern === null ? '' : `: ${lower(concernWords(concern))}`].join('')
  return said === '' ? null : EVENT_WORDS[kind] + said
}

/** Lower case for the middle of a sentence, but never of a name or a short form (CEOP, Merlin). */
const lower = (words: string): string => (/^[A-Z][a-z' ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)

const HEADINGS: Partial<Record<EventKind, Heading>> = {
  'contact-received': received('contact-received'),
  'referral-made': received('referral-made'),
  'information-received': received('information-received'),
  'case-allocated': (detail) => {
    const to = text(detail, 'officer') ?? text(detail, 'team')
    return to === null ? null : `Case allocated to ${to}`
  },
  'flag-changed': (detail) => {
    const flag = text(detail, 'flag')
    const change = text(detail, 'change')
    return flag === null ? null : `Flag ${change ?? 'changed'}: ${lower(flagWords(flag))}`
  },
  'cse-category-set': (detail) => {
    const category = detail['category']
    return category === undefined || category === null ? null : `Exploitation category set: ${lower(say(CATEGORY_WORDS, String(category)))}`
  },
  'category-countersigned': (detail) => (typeof detail['agrees'] === 'boolean' ? `Second line ${detail['agrees'] ? 'agrees' : 'does not agree'} with the exploitation category` : null),
  'flag-removal-asked': (detail) => {
    const flag = text(detail, 'flag')
    return flag === null ? null : `Partners asked about removing a flag: ${lower(flagWords(flag))}`
  },
  'flag-removal-answered': (detail) => {
    const agency = text(detail, 'agency')
    return agency === null ? null : `${agencyWords(agency)} answered about removing a flag`
  },
  'listed-for-meeting': (detail) => {
    const meeting = text(detail, 'meeting')
    return meeting === null ? null : `Listed for the ${meeting}`
  },
  'agency-research-recorded': (detail) => {
    const agency = text(detail, 'agency')
    return agency === null ? null : `${agencyWords(agency)} researched the child for the meeting`
  },
  'lscb-escalated': (detail) => {
    const agency = text(detail, 'agency')
    return agency === null ? null : `Raised with the safeguarding board: ${lower(agencyWords(agency))}`
  },
  'intervention-recorded': (detail) => (text(detail, 'what') === 'disruption' ? 'Disruption' : text(detail, 'what') === 'intervention' ? 'Intervention' : null),
  'meeting-item-closed': (detail) => withTail('meeting-item-closed', text(detail, 'meeting')),
  'strategy-discussion-held': (detail) => (detail['quorate'] === false ? 'Strategy discussion held, not everyone it needs was there' : null),
  'action-set': (detail) => withTail('action-set', text(detail, 'action')),
  'action-completed': (detail) => withTail('action-completed', text(detail, 'action')),
  'meeting-held': (detail) => {
    const meeting = text(detail, 'meeting')
    return meeting === null ? null : `${meeting} held`
  },
  'conference-held': (detail) => {
    const type = text(detail, 'type')
    return type === null ? null : `${sentence(type)} child protection conference held`
  },
  'missing-reported': (detail) => {
    const by = text(detail, 'by')
    return by === null ? null : `Reported missing by ${lower(senderWords(by))}`
  },
  'episode-classified': (detail) => {
    const as = text(detail, 'as')
    return as === null ? null : `Classed as ${as}`
  },
  'missing-risk-graded': (detail) => withTail('missing-risk-graded', plain(text(detail, 'level'))),
  'police-protection': (detail) => {
    const change = plain(text(detail, 'change'))
    return change === null ? null : `Police protection ${change === 'considered not used' ? 'considered, not used' : change}`
  },
  'suspect-action': (detail) => {
    const action = text(detail, 'action')
    if (action === null) return null
    if (action === 'no-further-action') return 'No further action against the suspect'
    return action === 'cawn-served' ? 'Child abduction warning notice served' : `Suspect ${plain(action) ?? ''}`
  },
  'device-action': (detail) => {
    const action = text(detail, 'action')
    return action === null ? null : `Device ${plain(action) ?? ''}`
  },
  'appropriate-adult': (detail) => withTail('appropriate-adult', plain(text(detail, 'action'))),
  'custody-decision': (detail) => withTail('custody-decision', plain(text(detail, 'decision'))),
  'case-closed': (detail) => withTail('case-closed', plain(text(detail, 'result'))),
  'referral-decided': (detail) => {
    const outcome = text(detail, 'outcome')
    return outcome === null ? null : `Referral decided: ${lower(outcomeWords(outcome))}`
  },
  'rag-set': (detail) => {
    const rag = text(detail, 'rag')
    return rag === null ? null : `Graded ${rag}`
  },
  'position-given': (detail) => {
    const agency = text(detail, 'agency')
    if (agency === null) return null
    const agrees = detail['agrees']
    return `${agencyWords(agency)} ${agrees === false ? 'dissents' : agrees === true ? 'agrees' : 'gave its position'}`
  },
  'duty-chased': (detail) => {
    const agency = text(detail, 'agency')
    return agency === null ? null : `${agencyWords(agency)} chased`
  },
  'act-refused': (detail) => withTail('act-refused', text(detail, 'says')),
}

/** The heading of one entry of the chronology, as exact as its detail allows. */
export function eventHeading(kind: string, detail: Detail = {}): string {
  if (!Object.hasOwn(EVENT_WORDS, kind)) return say(EVENT_WORDS, kind)
  const known = kind as EventKind
  return HEADINGS[known]?.(detail) ?? EVENT_WORDS[known]
}

/** 'within 24 hours and within 3 working days': the bases of a discussion that wait together. */
export const basesWords = (bases: readonly string[]): string => joined(bases.map((basis) => say(BASIS_WORDS, basis)))

/** How an entry stands out in the timeline. */
export function eventTone(kind: string): 'red' | 'plum' | 'amber' | 'green' | undefined {
  if (kind === 'duty-breached' || kind === 'self-harm-incident') return 'red'
  if (kind === 'act-refused' || kind === 'police-challenge' || kind === 'duty-escalated') return 'plum'
  if (kind === 'duty-warned') return 'amber'
  return kind === 'child-returned' || kind === 'safe-and-well-check' ? 'green' : undefined
}
