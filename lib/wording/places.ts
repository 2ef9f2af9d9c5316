import { say } from './say'

export const PLACE_KIND_WORDS = {
  hotel: 'Hotel or guest house', takeaway: 'Takeaway or café', park: 'Park or open space', address: 'Private address', online: 'Online service', transport: 'Station or transport', 'licensed-premises': 'Pub, club or off-licence',
  'mini-cab': 'Mini-cab or taxi office', other: 'Other place',
} as const satisfies Record<string, string>
export type PlaceKind = keyof typeof PLACE_KIND_WORDS
export const PLACE_KINDS = Object.keys(PLACE_KIND_WORDS) as [PlaceKind, ...PlaceKind[]]
export const placeKindWords = (kind: string): string => say(PLACE_KIND_WORDS, kind)

/** How a caller from such premises is put down, in the words the policy reads. */
export const FROM_PREMISES: Readonly<Record<PlaceKind, string>> = {
  hotel: 'hotel', takeaway: 'shop', park: 'park', address: 'informant', online: 'online service', transport: 'transport staff', 'licensed-premises': 'licensed premises', 'mini-cab': 'taxi', other: 'premises',
}

/** Why somebody has to do with a place. A word for the index; the words themselves are a note of the record. */
export const PLACE_WHY_WORDS = {
  'found-there': 'Found there', 'seen-there': 'Seen there', 'goes-there': 'Goes there', 'lives-there': 'Lives there', 'works-there': 'Works there', 'owns-it': 'Owns or runs it', 'taken-there': 'Taken there by somebody', 'contacted-there': 'Contacted there (online)', 'missing-from': 'Went missing from there',
} as const satisfies Record<string, string>
export const PLACE_WHYS = Object.keys(PLACE_WHY_WORDS) as [keyof typeof PLACE_WHY_WORDS, ...(keyof typeof PLACE_WHY_WORDS)[]]
export const placeWhyWords = (why: string): string => say(PLACE_WHY_WORDS, why)

export const TACTIC_WORDS = {
  visit: 'Visit by police', 'joint-visit': 'Visit with licensing, trading standards or fire', 'licence-review': 'Review of the licence', 'closure-notice': 'Closure notice or order', 'community-protection': 'Community protection notice',
  'guest-information': 'Guest information required (section 116, 2014 Act)', patrol: 'Patrols', cctv: 'CCTV asked for', 'vehicle-stop': 'Vehicle stopped or marked', 'online-report': 'Reported to the service', arrest: 'Arrest', order: 'Civil order applied for', other: 'Other tactic',
} as const satisfies Record<string, string>
export const TACTICS = Object.keys(TACTIC_WORDS) as [keyof typeof TACTIC_WORDS, ...(keyof typeof TACTIC_WORDS)[]]
export const TACTIC_RESULT_WORDS = { 'nothing-found': 'Nothing found', 'children-found': 'Children found', 'offence-found': 'Offence found', warned: 'Warned', granted: 'Granted or made', refused: 'Refused', waiting: 'Not known yet' } as const satisfies Record<string, string>
export const TACTIC_RESULTS = Object.keys(TACTIC_RESULT_WORDS) as [keyof typeof TACTIC_RESULT_WORDS, ...(keyof typeof TACTIC_RESULT_WORDS)[]]
export const tacticWords = (what: string): string => say(TACTIC_WORDS, what)
export const tacticResultWords = (result: string | null): string => say(TACTIC_RESULT_WORDS, result, 'Not known yet')

export const IDENTIFIER_WORDS = { telephone: 'Telephone', vehicle: 'Vehicle', 'online-name': 'Name online', 'e-mail': 'E-mail address' } as const satisfies Record<string, string>
export const IDENTIFIERS = Object.keys(IDENTIFIER_WORDS) as [keyof typeof IDENTIFIER_WORDS, ...(keyof typeof IDENTIFIER_WORDS)[]]
export const identifierWords = (kind: string): string => say(IDENTIFIER_WORDS, kind)

/** How an adult comes to be linked to a child: each is a tie of a person of concern, none of them a finding. */
export const LINK_HOW_WORDS = { 'suspect': 'Suspected of harming the child', 'suspect-found-with': 'The child was found with this adult', 'suspect-reported-with': 'The child was reported with this adult', 'suspect-online': 'In contact with the child online' } as const satisfies Record<string, string>
export const LINK_HOWS = Object.keys(LINK_HOW_WORDS) as [keyof typeof LINK_HOW_WORDS, ...(keyof typeof LINK_HOW_WORDS)[]]
const EDGE_WORDS: Readonly<Record<string, string>> = {
  'suspect': 'person of concern to', 'suspect-found-with': 'found with', 'suspect-reported-with': 'reported with', 'suspect-online': 'in contact online with', 'notice': 'warning notice about', 'same telephone': 'same telephone as', 'same vehicle': 'same vehicle as',
  'same online-name': 'same name online as', 'same e-mail': 'same e-mail address as',
}
/** 'found with': how one stands to the other, from the adult's end. */
export const edgeWords = (as: string): string => (Object.hasOwn(EDGE_WORDS, as) ? EDGE_WORDS[as] ?? as : placeWhyWords(as).toLowerCase())

export const CALL_OUTCOME_WORDS = { 'child-safeguarded': 'Child found and made safe', 'nobody-found': 'Nobody found', 'no-concern': 'No concern after checks', arrest: 'Arrest made', intelligence: 'Recorded as intelligence' } as const satisfies Record<string, string>
export const CALL_OUTCOMES = Object.keys(CALL_OUTCOME_WORDS) as [keyof typeof CALL_OUTCOME_WORDS, ...(keyof typeof CALL_OUTCOME_WORDS)[]]
export const callOutcomeWords = (outcome: string | null): string => say(CALL_OUTCOME_WORDS, outcome, 'None recorded')

/** What is asked while the caller is on the line, in this order. */
export const CALL_SCRIPT: readonly string[] = [
  'Are you safe to talk? If not: stay on the line, answer yes or no.', 'Which premises, which room or table or car; are they still there?', 'How many young people: about what age, what do they look like, any name?', 'How many adults: who booked or paid, what do they look like?',
  'What made you ring: what did you see or hear?', 'Any vehicle: make, colour, registration?', 'Is there CCTV, a booking, a card payment? Please keep them.',
]
/** The response that is settled beforehand, so that nobody has to think of it at four in the morning (R461). */
export const CALL_RESPONSE: readonly string[] = [
  'A child is there now or in danger: 999 grade, nearest car. Officers speak to the child away from the adults and see every room that was named.', 'They have left: circulate the vehicle and the descriptions; search the names with the caller on the line.',
  'Do not ask the caller to hold anybody or to ask questions.', 'Police protection is considered at the scene; an inspector is told.', 'The tag stays on the call whatever comes of it: the outcome is recorded before the shift ends.',
]
