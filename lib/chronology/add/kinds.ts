import type { ActName } from '@/lib/access/permissions'
import { INDICATORS } from '@/lib/policy/concerns'
import type { EventKind } from '@/lib/policy/events'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { CONCERN_WORDS, FLAG_WORDS, INDICATOR_WORDS } from '@/lib/wording/concerns'
import { CATEGORY_WORDS } from '@/lib/wording/outcomes'

type Words = Readonly<Record<string, string>>

interface Asked {
  /** The event's own word for it, as the policy reads it; posted as `facts-KEY`. */
  readonly key: string
  /** The question on the form. */
  readonly label: string
  /** How the answer is named in the chronology; null where the heading says it. */
  readonly said: string | null
  readonly hint?: string
  readonly optional?: true
}

/** One fact that an entry of some kind is asked for. A yes-or-no answered "not known" is not written: absent means not known. */
export type Fact =
  | (Asked & { readonly as: 'one'; readonly of: Words; readonly number?: true })
  | (Asked & { readonly as: 'several'; readonly of: Words })
  | (Asked & { readonly as: 'yes-no' })
  | (Asked & { readonly as: 'words'; readonly max: number })
  /** One of the contacts and informations that wait about this child; none named means all of them. */
  | (Asked & { readonly as: 'waiting' })

export const GROUPS = ['Information', 'The child', 'Family and enquiry', 'Protection', 'Missing', 'Exploitation, flags and closing'] as const

/** Something that can be put in the chronology by hand because no act of its own asks for it. */
export interface Addable {
  /** Its name in the address: /people/ID/add?what=NAME. */
  readonly what: string
  readonly kind: EventKind
  readonly group: (typeof GROUPS)[number]
  readonly words: string
  readonly hint?: string
  /** Beside `record-entry`: domain/access.md gives some of these to few. */
  readonly right?: ActName
  /** What this choice says by itself. */
  readonly fixed?: Readonly<Record<string, string>>
  readonly facts: readonly Fact[]
  /** Where its own form stands, after /people/ID: it is recorded there alone, and its facts are here to read older entries back. */
  readonly page?: string
}

const SENDERS: Words = { ...AGENCY_WORDS, school: 'School', 'care-home': 'Children’s home', family: 'The family', public: 'A member of the public', 'another police force': 'Another police force' }
const URGENCY: Words = { high: 'Urgent', normal: 'Not urgent' }
const LEVELS: Words = { high: 'High', medium: 'Medium', low: 'Low' }

const concern: Fact = { key: 'concern', label: 'Which concern does it point to', said: 'Concern', hint: 'A concern that reaches the threshold starts the strategy discussion’s clock.', as: 'one', of: CONCERN_WORDS, optional: true }
const actedConcern: Fact = { ...concern, hint: 'Left empty: it answers everything that waits about this child.' }
const by: Fact = { key: 'by', label: 'Which agency', said: 'By', as: 'one', of: AGENCY_WORDS }
const exploited: Fact = { key: 'cse_risk', label: 'Is the child at risk of exploitation', said: 'At risk of exploitation', hint: 'Yes starts the strategy discussion’s clock.', as: 'yes-no' }

const KINDS: readonly Addable[] = [
  {
    what: 'information-received', kind: 'information-received', group: 'Information', words: 'Information received', hint: 'New information or intelligence about this child, from anywhere',
    facts: [
      { key: 'from', label: 'Who it came from', said: null, as: 'one', of: SENDERS },
      { key: 'urgency', label: 'How urgent', said: 'Urgency', hint: 'Urgent: somebody acts within an hour. Otherwise within 24 hours.', as: 'one', of: URGENCY },
      { ...concern, said: null },
      { key: 'new_person', label: 'Does it name a new suspect', said: 'New suspect', as: 'yes-no' },
      { key: 'new_incident', label: 'Is it a new incident', said: 'New incident', hint: 'Yes: nothing done before answers it.', as: 'yes-no' },
      { key: 'immediate_action', label: 'Does an agency need to act at once', said: 'Immediate action needed', as: 'yes-no' },
      { key: 'forensic_evidence', label: 'May forensic evidence be lost', said: 'Forensic evidence', hint: 'Not known counts as yes for penetrative abuse.', as: 'yes-no' },
      { key: 'indicators', label: 'Indicators of exploitation', said: 'Indicators', as: 'several', of: Object.fromEntries(INDICATORS.map((code) => [code, INDICATOR_WORDS[code]])), optional: true },
    ],
  },
  {
    what: 'information-actioned', kind: 'information-actioned', group: 'Information', words: 'Information acted on', hint: 'Somebody has taken up what was waiting',
    facts: [{ key: 'of', label: 'What was acted on', said: null, as: 'waiting' }],
  },
  {
    what: 'intelligence-checked', kind: 'intelligence-checked', group: 'Information', words: 'All systems checked', hint: 'Records of the child, the household and any suspect',
    facts: [{ key: 'found', label: 'Was anything found', said: 'Anything found', as: 'yes-no' }, concern],
  },
  {
    what: 'pac-submitted', kind: 'pac-submitted', group: 'Information', words: 'Merlin checklist submitted', hint: 'The police report of a child who came to notice', facts: [
      { key: 'complete', label: 'Is it full enough for the other agencies', said: 'Complete', as: 'yes-no' },
    ],
  },
  {
    what: 'risk-assessed', kind: 'risk-assessed', group: 'Information', words: 'Risk assessed', hint: 'The first risk assessment is done',
    facts: [{ key: 'level', label: 'Level of risk', said: 'Level', as: 'one', of: LEVELS }],
  },
  {
    what: 'child-seen', page: '/closing/child-seen', kind: 'child-seen', group: 'The child', words: 'Child seen', facts: [
      by,
      { key: 'spoken_to', label: 'Was the child spoken to', said: 'Spoken to', hint: 'Alone where that was safe', as: 'yes-no' },
      { key: 'observed', label: 'If too young or unable to speak: was the child observed', said: 'Observed', as: 'yes-no' },
      actedConcern,
    ],
  },
  { what: 'child-interviewed', kind: 'child-interviewed', group: 'The child', words: 'Child interviewed', hint: 'The child gave an account in interview', facts: [by] },
  {
    what: 'medical-examination', kind: 'medical-examination', group: 'The child', words: 'Medical examination', facts: [
      { key: 'done', label: 'Was the child examined', said: 'Examined', as: 'yes-no' }, { key: 'declined', label: 'Was it declined', said: 'Declined', as: 'yes-no' },
    ],
  },
  {
    what: 'appointment-cancelled', kind: 'appointment-cancelled', group: 'The child', words: 'Appointment with the child cancelled',
    facts: [{ key: 'by', label: 'Who cancelled', said: 'Cancelled by', as: 'one', of: { ...AGENCY_WORDS, family: 'The family', child: 'The child' } }],
  },
  {
    what: 'family-contacted', kind: 'family-contacted', group: 'Family and enquiry', words: 'Family contacted', hint: 'Parents, carers or others of the household spoken to',
    facts: [{ key: 'who', label: 'Who was spoken to', said: 'Spoken to', hint: 'Mother, foster carer, grandfather', as: 'words', max: 160 }, actedConcern],
  },
  {
    what: 'enquiry-visit', kind: 'enquiry-visit', group: 'Family and enquiry', words: 'Section 47 visit', facts: [
      { key: 'by', label: 'Who made it', said: 'Made by', as: 'several', of: { police: AGENCY_WORDS.police, csc: AGENCY_WORDS.csc, health: AGENCY_WORDS.health } },
      { key: 'joint_agreed', label: 'Was a joint enquiry agreed', said: 'Joint enquiry agreed', as: 'yes-no' },
    ],
  },
  {
    what: 'suspect-action', page: '/closing/suspect', kind: 'suspect-action', group: 'Family and enquiry', words: 'Step against a suspect', facts: [
      { key: 'action', label: 'What was done', said: null, as: 'one', of: { identified: 'Identified', 'spoken-to': 'Spoken to', arrested: 'Arrested', interviewed: 'Interviewed', 'cawn-served': 'Child abduction warning notice served', 'not-arrested': 'Not arrested' } },
      actedConcern,
    ],
  },
  { what: 'complaint-withdrawn', kind: 'complaint-withdrawn', group: 'Family and enquiry', words: 'Complaint withdrawn', hint: 'By the child or a parent', facts: [{ key: 'by', label: 'Who withdrew it', said: 'Withdrawn by', as: 'one', of: { child: 'The child', family: 'A parent or carer' } }] },
  {
    what: 'police-protection', page: '/protection', kind: 'police-protection', group: 'Protection', words: 'Police protection', hint: 'Section 46: taken, extended, ended, or considered and not used', right: 'police-protection', facts: [
      { key: 'change', label: 'What happened', said: null, hint: 'Taken starts the strategy discussion’s clock: within 24 hours and by the next working day. It never lasts more than 72 hours.', as: 'one', of: { taken: 'Taken', extended: 'Extended', ended: 'Ended', 'considered-not-used': 'Considered, not used' } },
      { key: 'officer', label: 'Designated officer, with rank', said: 'Officer', as: 'words', max: 160 },
      { key: 'place', label: 'Where the child is kept', said: 'Where the child is', as: 'words', max: 200, optional: true },
    ],
  },
  {
    what: 'emergency-protection-order', page: '/protection', kind: 'emergency-protection-order', group: 'Protection', words: 'Emergency protection order made', hint: 'Starts the strategy discussion’s clock',
    facts: [{ key: 'by', label: 'Who applied', said: 'Applied for by', as: 'one', of: { csc: AGENCY_WORDS.csc, police: AGENCY_WORDS.police, other: AGENCY_WORDS.other } }, { key: 'court', label: 'Court, and until when', said: 'Court', as: 'words', max: 200, optional: true }],
  },
  {
    what: 'safeguard', kind: 'safeguard-put-in-place', group: 'Protection', words: 'Safeguard put in place', hint: 'Placement, safe address, marker, support service',
    facts: [{ key: 'safeguard', label: 'What was put in place', said: 'Safeguard', as: 'words', max: 200 }],
  },
  {
    what: 'missing-reported', page: '/missing', kind: 'missing-reported', group: 'Missing', words: 'Reported missing', right: 'report-missing', facts: [
      { key: 'by', label: 'Who reported it', said: null, as: 'one', of: SENDERS }, exploited, concern,
    ],
  },
  { what: 'informant-recontacted', page: '/missing', kind: 'informant-recontacted', group: 'Missing', words: 'Informant called back', right: 'report-missing', facts: [exploited] },
  {
    what: 'child-returned', page: '/missing', kind: 'child-returned', group: 'Missing', words: 'Child back', facts: [
      { key: 'how', label: 'How', said: 'How', as: 'one', of: { 'came-back': 'Came back', 'found-by-police': 'Found by police', 'found-by-others': 'Found by others', brought: 'Was brought back' } }, concern,
    ],
  },
  {
    what: 'safe-and-well-check', page: '/missing', kind: 'safe-and-well-check', group: 'Missing', words: 'Safe and well check', right: 'safe-and-well-check',
    facts: [{ key: 'seen', label: 'Was the child seen', said: 'Seen', as: 'yes-no' }, { ...concern, label: 'What it points to' }],
  },
  {
    what: 'return-home-interview', page: '/missing', kind: 'return-home-interview', group: 'Missing', words: 'Return home interview', right: 'return-home-interview', facts: [
      { key: 'offered', label: 'Was it offered', said: 'Offered', as: 'yes-no' }, { key: 'done', label: 'Was it done', said: 'Done', as: 'yes-no' }, { key: 'declined_by_child', label: 'Did the child decline', said: 'Declined by the child', as: 'yes-no' },
    ],
  },
  {
    what: 'category', page: '/exploitation', kind: 'cse-category-set', group: 'Exploitation, flags and closing', words: 'Exploitation category set', right: 'set-category',
    facts: [{ key: 'category', label: 'Category', said: null, hint: 'Category 1 to 3 starts the strategy discussion’s clock.', as: 'one', of: CATEGORY_WORDS, number: true }],
  },
  {
    what: 'flag-removed', page: '/exploitation', kind: 'flag-changed', group: 'Exploitation, flags and closing', words: 'Flag removed', hint: 'Of exploitation only after partners have been asked', right: 'remove-flag', fixed: { change: 'removed' }, facts: [
      { key: 'flag', label: 'Which flag', said: null, as: 'one', of: FLAG_WORDS },
      { key: 'partners_checked', label: 'Which agencies were asked', said: 'Partners asked', hint: 'At least children’s social care and health. None asked: it cannot be removed.', as: 'several', of: AGENCY_WORDS },
    ],
  },
  {
    what: 'case-closed', page: '/closing', kind: 'case-closed', group: 'Exploitation, flags and closing', words: 'Case closed', hint: 'An enquiry or investigation. A referral closes on its decision instead.', right: 'close-enquiry', facts: [
      { key: 'result', label: 'With what result', said: null, as: 'one', of: { charged: 'Charged', 'no-further-action': 'No further action', 'no-crime': 'No crime', 'other-agency': 'Taken on by another agency', safeguarded: 'Child safeguarded, nothing more to do' } },
    ],
  },
]

/** Kinds that a person records plainly, and those with a form of their own: the list leads there, the plain form takes none of them. */
export const ADDABLE = KINDS.filter((addable) => addable.page === undefined)
export const OFFERED: readonly Addable[] = KINDS

export const addableNamed = (what: string | undefined): Addable | undefined => ADDABLE.find((addable) => addable.what === what)

/** What an entry of this kind may say beside its account, for reading it back. */
export const factsOfKind = (kind: string): readonly Fact[] => KINDS.find((addable) => addable.kind === kind)?.facts ?? []
