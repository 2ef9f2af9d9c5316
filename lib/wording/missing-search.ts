import { say } from './say'

/** How news of a missing child came in. An e-mail once lay fourteen hours: where it lay is said with it. */
export const CHANNEL_WORDS = { telephone: 'By telephone', 'in-person': 'In person', email: 'By e-mail', radio: 'By radio', system: 'From a police system', other: 'Another way' } as const satisfies Record<string, string>
export type NewsChannel = keyof typeof CHANNEL_WORDS
export const CHANNELS = Object.keys(CHANNEL_WORDS) as [NewsChannel, ...NewsChannel[]]

export const NEWS_WORDS = { sighting: 'Sighting', information: 'Information' } as const satisfies Record<string, string>
export type NewsKind = keyof typeof NEWS_WORDS
export const NEWS = Object.keys(NEWS_WORDS) as [NewsKind, ...NewsKind[]]
export const newsWords = (kind: string): string => say(NEWS_WORDS, kind, 'Information')

/** The lines along which a missing child is looked for. An absent child is not looked for: the page says so. */
export const ENQUIRY_WORDS = {
  home: 'Home, or the place missing from, searched', telephone: 'The child’s telephone rung and located', friends: 'Friends and those last with the child asked', family: 'Family and carers asked',
  places: 'Places of the trigger plan, and where the child was found before', school: 'School or college asked', hospitals: 'Hospitals asked', custody: 'Custody records checked',
  transport: 'Transport: Oyster, stations, taxis', online: 'Social media and messages', cctv: 'Cameras', money: 'Bank account', records: 'All systems checked: people who pose a risk, addresses', other: 'Something else',
} as const satisfies Record<string, string>
export type EnquiryLine = keyof typeof ENQUIRY_WORDS
export const ENQUIRY_LINES = Object.keys(ENQUIRY_WORDS) as [EnquiryLine, ...EnquiryLine[]]
export const enquiryWords = (line: string): string => say(ENQUIRY_WORDS, line, 'Enquiry')

/** Which authority was told. For a child in care two are: the one where the child lives and the one responsible for it (R220). */
export const AUTHORITY_WORDS = {
  local: 'Children’s social care where the child lives', placing: 'The authority where the child is placed', responsible: 'The authority responsible for the child',
} as const satisfies Record<string, string>
export type ToldAuthority = keyof typeof AUTHORITY_WORDS
export const TOLD_AUTHORITIES = Object.keys(AUTHORITY_WORDS) as [ToldAuthority, ...ToldAuthority[]]
export const authorityWords = (authority: string): string => say(AUTHORITY_WORDS, authority, 'Children’s social care')

export const SENIOR_WORDS = { 'duty-inspector': 'Duty inspector', superintendent: 'Superintendent on call', 'assistant-director': 'Assistant director of children’s social care', director: 'Director of children’s services' } as const satisfies Record<string, string>
export type Senior = keyof typeof SENIOR_WORDS
export const SENIORS = Object.keys(SENIOR_WORDS) as [Senior, ...Senior[]]
export const seniorWords = (senior: string): string => say(SENIOR_WORDS, senior, 'A senior')

/** Who has a live episode in hand. */
export const SIDE_WORDS = { 'control-room': 'Control room', unit: 'Missing persons unit' } as const satisfies Record<string, string>
export type Side = keyof typeof SIDE_WORDS
export const SIDES = Object.keys(SIDE_WORDS) as [Side, ...Side[]]
export const sideWords = (side: string): string => say(SIDE_WORDS, side, 'Control room')
export const otherSide = (side: string): Side => (side === 'unit' ? 'control-room' : 'unit')

