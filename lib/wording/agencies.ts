import { say } from './say'

export const AGENCY_WORDS = {
  'police': 'Police',
  'csc': "Children's social care",
  'health': 'Health',
  'education': 'Education',
  'probation': 'Probation',
  'youth-offending': 'Youth offending',
  'housing': 'Housing',
  'voluntary': 'Voluntary sector',
  'other': 'Another agency',
} as const satisfies Record<string, string>

/** Who a contact came from or goes to, beside the agencies. */
const SENDER_WORDS: Readonly<Record<string, string>> = {
  ...AGENCY_WORDS,
  'public': 'A member of the public', 'family': 'The family', 'school': 'School', 'care-home': "Children's home", 'care home': "Children's home",
  'ceop': 'CEOP', 'marac': 'MARAC', 'idva': 'Domestic violence adviser', 'cse-team': 'Sexual exploitation team', 'cait-desk': 'CAIT referral desk',
  'another police force': 'Another police force', 'other agency': 'Another agency', '101': '101 call', '999': '999 call', 'hotel': 'Hotel',
}

/** The sender as typed where that is a word of ours ('school'), else the agency's: a heading must hold nothing that somebody typed. */
export function senderKnown(typed: string | null, agency: string): string {
  const own = typed?.trim().toLowerCase() ?? ''
  return Object.hasOwn(SENDER_WORDS, own) ? own : agency
}

export const agencyWords = (agency: string | null | undefined): string => say(AGENCY_WORDS, agency)
export const senderWords = (from: string | null | undefined): string => say(SENDER_WORDS, from)

/** The account under which the timed work writes (migration worker): nobody of another agency. */
const TIMED_WORK = 'Holdfast, timed work'

/** 'DC Oscar Umberbourne, Police'; of what nobody did, 'Holdfast by itself'. */
export const byWords = (name: string, agency: string): string => (name === TIMED_WORK ? 'Holdfast by itself' : `${name}, ${agency}`)

/** A sender inside a sentence: 'the family', 'school'. A team or a short form keeps its capital: 'Bromley MASH, police', 'CEOP'. */
export const senderInside = (words: string): string =>
  (Object.values(SENDER_WORDS).includes(words) && /^[A-Z][a-z’' ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)

/** Who was in a strategy discussion, by the part they took. */
export const PARTICIPANT_WORDS = {
  'social-worker': 'Social worker',
  'social-work-manager': 'Social work manager',
  'police': 'Police',
  'health': 'Health',
  'referrer': 'The referrer',
  'fostering': 'Fostering service',
  'education': 'Education',
  'paediatrician': 'Paediatrician',
  'probation': 'Probation',
  'youth-offending': 'Youth offending',
  'housing': 'Housing',
  'voluntary': 'Voluntary sector',
  'other': 'Another agency',
  'borough-police': 'Borough police',
  'missing-persons-unit': 'Missing persons unit',
  'sexual-exploitation-team': 'Sexual exploitation team',
  'sapphire': 'Sapphire',
  'csc': "Children's social care",
  'child-protection-manager': 'Child protection manager',
  'camhs': 'Child and adolescent mental health service',
  'parent': 'Parent or carer',
  'child': 'The child',
} as const satisfies Record<string, string>

export const participantWords = (part: string | null | undefined): string => say(PARTICIPANT_WORDS, part)
