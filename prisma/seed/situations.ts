import type { Agency } from '@/lib/access/roles'
import { officeOpen } from './hours'
import type { Concern, Indicator } from '@/lib/policy/concerns'

/** What brings a child to the MASH: everything a referral says, but for the names. Invented; nobody's case. */
export interface Situation {
  /** Null for a contact in which nobody alleges anything yet. */
  readonly concern: Concern | null
  readonly rag: 'red' | 'amber' | 'green'
  readonly urgent?: boolean
  readonly from: { readonly agency: Agency | 'public' | 'family'; readonly words: string; readonly channel: string; readonly who: string | null }
  readonly to: 'police' | 'csc'
  readonly ages: readonly [number, number]
  readonly sex?: 'female' | 'male'
  readonly siblings?: number
  /** `{child}` stands for the first child's given name. */
  readonly narrative: string
  readonly adult?: { readonly role: 'parent' | 'suspect' | 'other'; readonly relationship: string }
  readonly indicators?: readonly Indicator[]
  readonly forensicEvidence?: 'yes' | 'no' | 'unknown'
  readonly immediateAction?: boolean
  readonly lookedAfter?: boolean
  readonly complex?: boolean
  /** How often it comes, against the others. */
  readonly often: number
}

const SCHOOL = { agency: 'education', words: 'school', channel: 'online', who: 'Designated safeguarding lead' } as const
const GP = { agency: 'health', words: 'GP practice', channel: 'email', who: 'Practice safeguarding lead' } as const
const HOSPITAL = { agency: 'health', words: 'hospital emergency department', channel: 'telephone', who: 'Paediatric registrar' } as const
const POLICE = { agency: 'police', words: 'response officers', channel: 'police-system', who: null } as const
const HOUSING = { agency: 'housing', words: 'housing officer', channel: 'email', who: 'Tenancy officer' } as const
const PROJECT = { agency: 'voluntary', words: 'young people’s project', channel: 'telephone', who: 'Outreach worker' } as const
const YOT = { agency: 'youth-offending', words: 'youth offending team', channel: 'email', who: 'Case manager' } as const
const PROBATION = { agency: 'probation', words: 'probation', channel: 'email', who: 'Offender manager' } as const
const NEIGHBOUR = { agency: 'public', words: 'neighbour', channel: 'telephone', who: null } as const

export const SITUATIONS: readonly Situation[] = [
  { concern: 'neglect', rag: 'amber', from: SCHOOL, to: 'csc', ages: [4, 10], siblings: 1, often: 14, adult: { role: 'parent', relationship: 'mother' },
    narrative: '{child} has come to school hungry and in the same clothes for most of three weeks. Two meetings with the parent were not kept.' },
  { concern: 'neglect', rag: 'green', from: GP, to: 'csc', ages: [1, 6], siblings: 1, often: 8, adult: { role: 'parent', relationship: 'mother' },
    narrative: 'Four appointments for {child} were missed, two of them for immunisations. Weight has fallen across two centiles.' },
  { concern: 'neglect', rag: 'green', from: NEIGHBOUR, to: 'csc', ages: [5, 11], siblings: 1, often: 6,
    narrative: 'The caller says that {child} and a younger child are often alone in the flat in the evening and play on the stairs.' },
  { concern: 'domestic-abuse', rag: 'amber', from: POLICE, to: 'csc', ages: [2, 12], siblings: 2, often: 14, adult: { role: 'suspect', relationship: 'stepfather' },
    narrative: 'Officers were called to a violent argument. {child} had hidden behind the bed and was seen and spoken to. Third call to this address.' },
  { concern: 'domestic-abuse', rag: 'green', from: HOUSING, to: 'csc', ages: [3, 14], siblings: 1, often: 7, adult: { role: 'parent', relationship: 'father' },
    narrative: 'A door was broken in and neighbours heard shouting. {child} lives at the address. The tenant asks for a move.' },
  { concern: 'physical-abuse', rag: 'amber', from: SCHOOL, to: 'csc', ages: [6, 13], often: 9, adult: { role: 'suspect', relationship: 'father' }, immediateAction: true,
    narrative: '{child} has a bruise on the upper arm in the shape of fingers and says it was for being late. Does not want to go home today.' },
  { concern: 'serious-injury', rag: 'red', urgent: true, from: HOSPITAL, to: 'csc', ages: [0, 2], often: 4, adult: { role: 'parent', relationship: 'mother' },
    narrative: '{child} was brought in with a broken arm. Two accounts of how it came about do not agree and neither explains the break. Kept in tonight.' },
  { concern: 'serious-neglect', rag: 'red', urgent: true, from: POLICE, to: 'csc', ages: [1, 7], siblings: 2, often: 4, adult: { role: 'parent', relationship: 'mother' },
    narrative: 'Officers found {child} and other children alone in a flat without food, heating or bedding. Taken to a place of safety for the night.' },
  { concern: 'penetrative-abuse', rag: 'red', urgent: true, from: SCHOOL, to: 'police', ages: [12, 15], sex: 'female', often: 4, forensicEvidence: 'yes',
    adult: { role: 'suspect', relationship: 'uncle' },
    narrative: '{child} told a teacher this morning what was done to her at home last night. She has not washed and has her clothes in a bag.' },
  { concern: 'penetrative-abuse', rag: 'red', urgent: true, from: HOSPITAL, to: 'police', ages: [11, 15], often: 2, forensicEvidence: 'unknown',
    narrative: '{child} came to the emergency department with injuries and has named nobody. A nurse is with {child}.' },
  { concern: 'sexual-abuse', rag: 'amber', from: SCHOOL, to: 'csc', ages: [7, 13], often: 6, adult: { role: 'suspect', relationship: 'mother’s partner' },
    narrative: '{child} drew and then described touching by an adult at home some months ago. Lives with a younger sister.' , siblings: 1 },
  { concern: 'cse', rag: 'amber', from: PROJECT, to: 'police', ages: [13, 16], often: 7, indicators: ['gifts-or-money', 'older-adult-contact', 'missing-out-of-character'],
    narrative: '{child} has a new telephone and money that nobody can explain, and is collected from the project in different cars.' },
  { concern: 'cse', rag: 'red', urgent: true, from: YOT, to: 'police', ages: [14, 16], often: 3, indicators: ['sexual-activity-adult', 'found-with-adults', 'alcohol-or-drugs'],
    narrative: '{child} was found at a hotel with two men in their thirties and says that one of them is a boyfriend.', adult: { role: 'suspect', relationship: 'not related' } },
  { concern: 'online-cse', rag: 'amber', from: POLICE, to: 'police', ages: [11, 15], often: 6, indicators: ['online-contact-adult', 'sexual-messages'],
    narrative: 'A device that was examined holds messages in which an adult asks {child} for pictures and proposes a meeting.' },
  { concern: 'repeat-missing', rag: 'amber', from: { agency: 'other', words: 'children’s home', channel: 'telephone', who: 'Shift leader' }, to: 'police', ages: [13, 16], often: 5,
    lookedAfter: true, indicators: ['missing-out-of-character', 'associates-at-risk'],
    narrative: 'Fourth time in a month that {child} has not come back. Returned this morning, will not say where she or he slept.' },
  { concern: 'household-child', rag: 'amber', from: PROBATION, to: 'police', ages: [3, 12], often: 4, adult: { role: 'suspect', relationship: 'mother’s partner' },
    narrative: 'A man with a conviction for offences against children gave the address where {child} lives as his own.' },
  { concern: 'fgm', rag: 'amber', from: GP, to: 'csc', ages: [5, 11], sex: 'female', often: 3,
    narrative: '{child} is to travel for the whole summer for a celebration in her honour. An older sister went through the procedure.' },
  { concern: 'trafficking', rag: 'red', urgent: true, from: PROJECT, to: 'csc', ages: [14, 17], often: 2, indicators: ['recent-arrival'],
    narrative: '{child} does not know the address of the flat, hands over what is earned and is watched by a man who speaks for {child}.' },
  { concern: 'organised-abuse', rag: 'amber', from: SCHOOL, to: 'police', ages: [10, 15], siblings: 1, often: 1, complex: true,
    narrative: 'Three pupils, {child} among them, name the same volunteer at a sports club. Other pupils went to the same sessions.' },
]

const contact = (agency: Agency | 'public' | 'family', words: string, narrative: string): Situation =>
  ({ concern: null, rag: 'green', from: { agency, words, channel: 'telephone', who: null }, to: 'csc', ages: [2, 12], often: 1, narrative })

/** What reaches the MASH before it is a referral. */
export const CONTACTS: readonly Situation[] = [
  contact('public', 'passer-by', 'Saw {child} in a thin shirt at a bus stop late in the evening and was worried. Knows the school from the bag.'),
  contact('family', 'grandmother', 'Has not been allowed to see {child} for two months and asks whether anybody has.'),
  contact('health', 'health visitor', 'Asks for advice about {child}: nobody opened on the last two visits. Will try again this week.'),
  contact('education', 'nursery', '{child} was collected by somebody the nursery did not know. It has been cleared up; passed on for information.'),
]

/** Who is there at any hour: police, hospitals and homes work in shifts, and families and neighbours see what they see. */
const AT_ANY_HOUR: readonly string[] = [HOSPITAL.words, POLICE.words, NEIGHBOUR.words, 'children’s home', 'passer-by', 'grandmother']

/** Whether this referrer is at work at the moment: no school refers on a Sunday night. */
export const refersAt = ({ from }: Pick<Situation, 'from'>, at: Date): boolean => AT_ANY_HOUR.includes(from.words) || officeOpen(at)

export const DECISION_REASONS = {
  s47: 'Reasonable cause to suspect significant harm: what was said is consistent and the child cannot be kept safe by those who care for the child alone.',
  s17: 'A child in need of help that the family accepts; nothing points to significant harm. Assessment with the parent’s consent.',
  'other-services': 'Early help is already working with the family and takes this up; the school and the family have agreed.',
  nfa: 'Checked with school, health and police: explained and consistent, no earlier concerns. The threshold is not met.',
} as const
