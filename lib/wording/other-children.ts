import { say } from './say'

/** How another child comes into the matter of the one: each is assessed for itself. */
export const RELATION_WORDS = {
  sibling: 'Brother or sister', household: 'Lives in the same home', 'suspect-household': 'Lives with the suspect', 'suspect-contact': 'The suspect can reach the child: family, work, club or online',
  unborn: 'Unborn child', 'child-suspect': 'A child who is the suspect', peer: 'Friend, or another child named',
} as const satisfies Record<string, string>
export type Relation = keyof typeof RELATION_WORDS
export const RELATIONS = Object.keys(RELATION_WORDS) as [Relation, ...Relation[]]
export const relationWords = (relation: string): string => say(RELATION_WORDS, relation)

/** A suspect or an offender has access: the household-child clock and the threshold of a strategy discussion. */
export const hasSuspectAccess = (relation: string): boolean => relation === 'suspect-household' || relation === 'suspect-contact'

/** The tie that the naming puts between the two, said from the other child's end; null where it says none. */
export const TIES: Readonly<Record<Relation, string | null>> = {
  sibling: 'sibling', household: 'lives-with', 'suspect-household': null, 'suspect-contact': null, unborn: 'relative', 'child-suspect': 'suspect', peer: 'friend',
}

export const RESULT_WORDS = {
  'at-risk': 'At risk: referred, or to be discussed', 'in-hand': 'Seen, and in hand with those who know the child', 'not-at-risk': 'Not at risk',
} as const satisfies Record<string, string>
export type Result = keyof typeof RESULT_WORDS
export const RESULTS = Object.keys(RESULT_WORDS) as [Result, ...Result[]]

export const REACHED_WORDS = { home: 'At home', family: 'In the family', work: 'At work or as a volunteer', online: 'Online', vehicles: 'Vehicles and other addresses' } as const satisfies Record<string, string>
export const REACHED = Object.keys(REACHED_WORDS) as [keyof typeof REACHED_WORDS, ...(keyof typeof REACHED_WORDS)[]]
