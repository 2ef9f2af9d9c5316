export const RESULTS_OF_CLOSING = {
  charged: 'Charged', 'no-further-action': 'No further action', 'no-crime': 'No crime', 'other-agency': 'Taken on by another agency', safeguarded: 'Child safeguarded, nothing more to do',
} as const satisfies Record<string, string>
export type ClosingResult = keyof typeof RESULTS_OF_CLOSING
export const CLOSING_RESULTS = Object.keys(RESULTS_OF_CLOSING) as [ClosingResult, ...ClosingResult[]]

/** The reasons for which a supervisor may say that a child cannot be seen (inv-child-seen). */
export const NOT_SEEN_WORDS = {
  abroad: 'Abroad, and another force or authority was asked', untraceable: 'Cannot be traced, after the enquiries below', dead: 'The child has died', 'adult-now': 'An adult by now, and was asked',
} as const satisfies Record<string, string>
export const NOT_SEEN = Object.keys(NOT_SEEN_WORDS) as [keyof typeof NOT_SEEN_WORDS, ...(keyof typeof NOT_SEEN_WORDS)[]]

export const SUSPECT_WORDS = {
  identified: 'Identified', 'spoken-to': 'Spoken to', arrested: 'Arrested', interviewed: 'Interviewed under caution', 'cawn-served': 'Child abduction warning notice served',
  'released-on-bail': 'Released on bail', 'released-under-investigation': 'Released under investigation', charged: 'Charged', cautioned: 'Cautioned', 'no-further-action': 'No further action', eliminated: 'Eliminated from the enquiry', deceased: 'Has died', 'not-arrested': 'Not arrested',
} as const satisfies Record<string, string>
export const SUSPECT_ACTIONS = Object.keys(SUSPECT_WORDS) as [keyof typeof SUSPECT_WORDS, ...(keyof typeof SUSPECT_WORDS)[]]

export const SEEN_BY_WORDS = { police: 'Police', csc: 'Children’s social care', health: 'Health', education: 'School or college', 'another-force': 'Another police force' } as const satisfies Record<string, string>
export const SEEN_BY = Object.keys(SEEN_BY_WORDS) as [keyof typeof SEEN_BY_WORDS, ...(keyof typeof SEEN_BY_WORDS)[]]

export const ENQUIRY_WORDS = { visit: 'A visit', interview: 'The child interviewed', warrant: 'A search warrant executed' } as const satisfies Record<string, string>
export const ENQUIRIES = Object.keys(ENQUIRY_WORDS) as [keyof typeof ENQUIRY_WORDS, ...(keyof typeof ENQUIRY_WORDS)[]]

export const CONTRADICTION_WORDS = { found: 'The record contradicts itself', resolved: 'It was looked into, and this is what is right' } as const satisfies Record<string, string>
