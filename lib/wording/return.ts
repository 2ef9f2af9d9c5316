import { say } from './say'

/** How a child came back. Arrested is one of them so that nobody hides it in another. */
export const RETURNED_WORDS = {
  'came-back': 'Came back by themselves', 'found-police': 'Found by police', 'found-others': 'Found or brought back by somebody else', hospital: 'Found in hospital', arrested: 'Arrested: in custody', died: 'Found dead',
} as const satisfies Record<string, string>
export type ReturnedHow = keyof typeof RETURNED_WORDS
export const RETURNED = Object.keys(RETURNED_WORDS) as [ReturnedHow, ...ReturnedHow[]]
export const returnedWords = (how: string | null): string => say(RETURNED_WORDS, how, 'How is not known')

/** What became of the return home interview. */
export const INTERVIEW_WORDS = { done: 'Done', declined: 'The child declined', 'not-offered': 'Not offered' } as const satisfies Record<string, string>
export type InterviewHow = keyof typeof INTERVIEW_WORDS
export const INTERVIEW_HOW = Object.keys(INTERVIEW_WORDS) as [InterviewHow, ...InterviewHow[]]
export const interviewWords = (how: string | null): string => say(INTERVIEW_WORDS, how, 'Not done yet')

/** Whether somebody is suspected, where the child tells of harm. */
export const SUSPECTED_WORDS = { known: 'Somebody who is known', unidentified: 'Somebody not identified yet', none: 'Nobody' } as const satisfies Record<string, string>
export const SUSPECTED = Object.keys(SUSPECTED_WORDS) as ['known', 'unidentified', 'none']

/** What a version of a trigger plan is to the one before it. */
export const PLAN_HOW_WORDS = { made: 'Made', changed: 'Changed', reviewed: 'Reviewed: it stands as it was' } as const satisfies Record<string, string>

/** Why a child stands on the daily list for a multi-agency forum. */
export const GROUND_WORDS = { repeat: 'Away again and again', 'under-13': 'Under 13', exploitation: 'Linked to exploitation', 'looked-after': 'Looked after' } as const satisfies Record<string, string>
export type Ground = keyof typeof GROUND_WORDS
export const groundWords = (ground: string): string => say(GROUND_WORDS, ground)

export const FORUM_WORDS = {
  mase: 'Multi-agency sexual exploitation meeting (MASE)', strategy: 'Strategy discussion', map: 'Multi-agency planning meeting (MAP)', missing: 'Missing children panel of the borough', other: 'Another forum',
} as const satisfies Record<string, string>
export const FORUMS = Object.keys(FORUM_WORDS) as [keyof typeof FORUM_WORDS, ...(keyof typeof FORUM_WORDS)[]]
export const FORUM_DECISION_WORDS = { referred: 'Refer', 'set-aside': 'Set aside' } as const satisfies Record<string, string>
