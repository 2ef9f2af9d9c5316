import { say } from './say'

/** How one person is related to another, said from the first: "Asha is the mother of …". Closed, so that a household can be drawn. */
export const KINSHIP_WORDS = {
  'mother': 'Mother of', 'father': 'Father of', 'parent': 'Parent of', 'carer': 'Carer of', 'step-parent': 'Step-parent of', 'grandparent': 'Grandparent of',
  'sibling': 'Brother or sister of', 'relative': 'Other relative of', 'lives-with': 'Lives with', 'partner-of-parent': 'Partner of a parent of',
  'friend': 'Friend of', 'suspect': 'Person of concern to',
} as const satisfies Record<string, string>
export type Kinship = keyof typeof KINSHIP_WORDS
export const KINSHIPS = Object.keys(KINSHIP_WORDS) as [Kinship, ...Kinship[]]

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
