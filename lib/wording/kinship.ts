import { say } from './say'

/** How one person is related to another, said from the first: "Asha is the mother of …". Closed, so that a household can be drawn. */
export const KINSHIP_WORDS = {
  'mother': 'Mother of', 'father': 'Father of', 'parent': 'Parent of', 'carer': 'Carer of', 'step-parent': 'Step-parent of', 'grandparent': 'Grandparent of',
  'sibling': 'Brother or sister of', 'relative': 'Other relative of', 'lives-with': 'Lives with', 'partner-of-parent': 'Partner of a parent of',
  'friend': 'Friend of', 'suspect': 'Person of concern to',
} as const satisfies Record<string, string>
export type Kinship = keyof typeof KINSHIP_WORDS
export const KINSHIPS = Object.keys(KINSHIP_WORDS) as [Kinship, ...Kinship[]]

/** Who may live at a child's address, as the list on a form names them. */
export const HOUSEHOLD_WORDS = {
  'mother': 'Mother', 'father': 'Father', 'step-parent': 'Step-parent', 'partner-of-parent': 'Partner of a parent', 'carer': 'Carer', 'grandparent': 'Grandparent',
  'sibling': 'Brother or sister', 'relative': 'Other relative', 'friend': 'Friend', 'lives-with': 'Somebody else, or not known',
} as const satisfies Partial<Record<Kinship, string>>
export type HouseholdKin = keyof typeof HOUSEHOLD_WORDS
export const HOUSEHOLD_KIN = Object.keys(HOUSEHOLD_WORDS) as [HouseholdKin, ...HouseholdKin[]]

/** How callers say it, in small letters without signs. */
const SAID: readonly (readonly [kin: Kinship, said: RegExp])[] = [
  ['partner-of-parent', /^((his|her|their|the) )?(mother|mum|father|dad|parent)s? (new )?(partner|boyfriend|girlfriend)$|^partner of an? parent$/],
  ['step-parent', /^step ?(mother|mum|father|dad|parent)$/], ['grandparent', /^(great )?(grand ?(mother|father|parent|ma|pa|dad)|nan|gran)$/],
  ['carer', /^(foster )?(carer|parent)$|^guardian$/], ['mother', /^(mother|mum|mummy)$/], ['father', /^(father|dad|daddy)$/],
  ['sibling', /^(half |step )?(brother|sister|sibling)$/], ['relative', /^(aunt|auntie|uncle|cousin|relative|niece|nephew)$/], ['friend', /^(family )?friend$/],
]

/** The tie that somebody's own words mean ('Mum' is the mother), or null where they mean none of ours: 'football coach'. */
export function kinshipOf(said: string): Kinship | null {
  const words = said.trim().toLowerCase().replaceAll(/[’'.]/g, '').replaceAll('-', ' ')
  if (words === 'parent') return 'parent'
  return SAID.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** The same tie said from the other end. A tie in somebody's own words stays as it was said. */
const OTHER_END: Readonly<Record<string, string>> = {
  'mother': 'Child of', 'father': 'Child of', 'parent': 'Child of', 'carer': 'Cared for by', 'step-parent': 'Step-child of', 'grandparent': 'Grandchild of',
  'suspect': 'At risk from', 'partner-of-parent': 'Child of a partner of', 'sibling': 'Brother or sister of', 'lives-with': 'Lives with', 'friend': 'Friend of',
  'relative': 'Relative of', 'named with': 'Named together with', 'other': 'Named on a referral with',
}
const FIRST_END: Readonly<Record<string, string>> = { ...KINSHIP_WORDS, 'named with': 'Named together with', 'other': 'Named on a referral about' }

/** What the other person is, for a list headed with the child: 'Mother', 'Brother or sister', 'Person of concern'. */
const AS_SEEN: Readonly<Record<string, string>> = {
  'mother': 'Mother', 'father': 'Father', 'parent': 'Parent', 'carer': 'Carer', 'step-parent': 'Step-parent', 'grandparent': 'Grandparent', 'sibling': 'Brother or sister',
  'relative': 'Other relative', 'lives-with': 'Lives in the household', 'partner-of-parent': 'Partner of a parent', 'friend': 'Friend', 'suspect': 'Person of concern',
  'named with': 'Named on the same referral', 'other': 'Named on a referral',
}
const AS_SEEN_BACK: Readonly<Record<string, string>> = {
  ...AS_SEEN, 'mother': 'Child', 'father': 'Child', 'parent': 'Child', 'carer': 'Cared-for child', 'step-parent': 'Step-child', 'grandparent': 'Grandchild',
  'suspect': 'Child at risk from this person', 'partner-of-parent': 'Child of a partner', 'other': 'Named on a referral',
}

/** What the other one is to the person whose page it is. `theirs`: the tie is stored from the other one's end. */
export const kinshipSeen = (kind: string, theirs: boolean): string => say(theirs ? AS_SEEN : AS_SEEN_BACK, kind)
export const kinshipWords = (kind: string, fromFirst = true): string => say(fromFirst ? FIRST_END : OTHER_END, kind)
/** Ties of blood or home, as against being named on one piece of paper. */
export const isHousehold = (kind: string): boolean =>
  ['mother', 'father', 'parent', 'carer', 'step-parent', 'grandparent', 'sibling', 'relative', 'lives-with', 'partner-of-parent'].includes(kind)
