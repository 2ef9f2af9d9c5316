import { say } from './say'

/** Who rings: the control room asks it first, because what is asked next depends on it. */
export const CALLER_WORDS = {
  parent: 'Parent, or somebody with parental responsibility', carer: 'Foster carer', 'care-home': 'Children’s home or other placement', school: 'School or college',
  'social-worker': 'Social worker', police: 'Police', other: 'Somebody else',
} as const satisfies Record<string, string>
export type CallerKind = keyof typeof CALLER_WORDS
export const CALLERS = Object.keys(CALLER_WORDS) as [CallerKind, ...CallerKind[]]
export const callerWords = (kind: string): string => say(CALLER_WORDS, kind, 'Somebody')

/** As what a child that is away is classed. Absent is not searched for: the words say so wherever it stands. */
export const CLASS_WORDS = { missing: 'Missing', absent: 'Absent' } as const satisfies Record<string, string>
export type EpisodeClass = keyof typeof CLASS_WORDS
export const CLASSES = Object.keys(CLASS_WORDS) as [EpisodeClass, ...EpisodeClass[]]
export const classWords = (value: string): string => say(CLASS_WORDS, value, 'Missing')

/** Of both packs, lowest first; which of them are open is the policy’s. */
export const GRADE_WORDS = { 'no-apparent-risk': 'No apparent risk', low: 'Low', medium: 'Medium', high: 'High' } as const satisfies Record<string, string>
export type EpisodeGrade = keyof typeof GRADE_WORDS
export const GRADES = Object.keys(GRADE_WORDS) as [EpisodeGrade, ...EpisodeGrade[]]
export const gradeWords = (value: string | null): string => (value === null ? 'Not graded' : say(GRADE_WORDS, value, 'Not graded'))

/** The answer to a question of the call. */
export const ANSWER_WORDS = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const satisfies Record<string, string>
