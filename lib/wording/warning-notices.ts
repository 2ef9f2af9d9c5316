import { say } from './say'

/** On what a child abduction warning notice can rest (cawn-eligibility, conflict 14.10). */
export const GROUND_WORDS = {
  'under-16': 'The child is under 16', 'care-order': 'Under 18 and under a care order (section 31)', 'emergency-protection-order': 'Under 18 and under an emergency protection order (section 44)',
  'police-protection': 'Under 18 and in police protection (section 46)', 'accommodated-s20': 'Under 18 and accommodated (section 20): read the legal note first',
} as const satisfies Record<string, string>
export type Ground = keyof typeof GROUND_WORDS
export const GROUNDS = Object.keys(GROUND_WORDS) as [Ground, ...Ground[]]
export const groundWords = (ground: string): string => say(SHORT_GROUNDS, ground)
const SHORT_GROUNDS: Readonly<Record<string, string>> = {
  'under-16': 'under 16', 'care-order': 'under a care order', 'emergency-protection-order': 'under an emergency protection order', 'police-protection': 'in police protection', 'accommodated-s20': 'accommodated under section 20',
}

/** The note of the ambiguous ground: shown before it can be chosen, and acknowledged by whoever serves on it. */
export const S20_NOTE = 'The sources differ. The inspectorate’s words are “under 18 if looked after”; the College of Policing advises that from 16 a notice rests on a care order. Section 49 of the Children Act 1989 covers a child in care, under an emergency protection order or in police protection, and not one who is accommodated by agreement. A notice on this ground may be given, and may not support an arrest: ask the lawyers of the local authority.'

/** What a breach supports: it is told on each page that shows a notice. */
export const BREACH_NOTE = 'Breaking the notice is not an offence by itself. It shows that the adult knew the child’s age and that there was no consent: it supports an arrest under section 2 of the Child Abduction Act 1984 (a child under 16) or section 49 of the Children Act 1989 (a child in care), and an application for a civil order.'

export const SERVED_RANKS = { constable: 'Constable', sergeant: 'Sergeant', inspector: 'Inspector', 'chief-inspector': 'Chief inspector', superintendent: 'Superintendent' } as const satisfies Record<string, string>
export const RANK_CHOICES = Object.keys(SERVED_RANKS) as [keyof typeof SERVED_RANKS, ...(keyof typeof SERVED_RANKS)[]]

export const ENDED_WORDS = { 'care-ended': 'The care has ended', 'no-longer-needed': 'No longer needed', 'replaced': 'Replaced by a civil order or bail conditions', 'served-in-error': 'Served in error', 'adult-died': 'The adult has died' } as const satisfies Record<string, string>
export const ENDINGS = Object.keys(ENDED_WORDS) as [keyof typeof ENDED_WORDS, ...(keyof typeof ENDED_WORDS)[]]
