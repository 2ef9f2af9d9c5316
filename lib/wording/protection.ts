import { momentWords } from './london-words'
import { say } from './say'

/** In full, as a form asks for it; lowest first. */
export const RANK_WORDS = {
  constable: 'Constable', sergeant: 'Sergeant', inspector: 'Inspector', 'chief-inspector': 'Chief inspector', superintendent: 'Superintendent',
  'chief-superintendent': 'Chief superintendent', commander: 'Commander',
} as const satisfies Record<string, string>
export const rankedWords = (name: string, rank: string | null): string => (rank === null ? name : `${say(RANK_WORDS, rank)} ${name}`)
export const RANK_CHOICES = Object.entries(RANK_WORDS).map(([value, label]) => ({ value, label }))

/** Who has to be told of police protection (s46(3) and (4)). */
export const TOLD_WORDS = { parents: 'Parents, and others with parental responsibility', authority: 'The local authority where the child was found and lives', child: 'The child, what is done and why' } as const satisfies Record<string, string>
export type Told = keyof typeof TOLD_WORDS
export const TOLD = Object.keys(TOLD_WORDS) as [Told, ...Told[]]

/** How police protection ends. An order in its place is recorded as the order, which ends it by itself. */
export const ENDED_WORDS = {
  'no-longer-needed': 'The designated officer released the child: there is no cause any more', home: 'Back home, safe there', family: 'With family or friends, safe there',
  accommodated: 'In local authority accommodation, with the parents’ agreement', expired: 'The 72 hours ran out', order: 'An order took its place',
} as const satisfies Record<string, string>
export type EndedHow = Exclude<keyof typeof ENDED_WORDS, 'order'>
export const ENDED = Object.keys(ENDED_WORDS).filter((how) => how !== 'order') as [EndedHow, ...EndedHow[]]

export const APPLIED_WORDS = { csc: 'Children’s social care', police: 'Police', nspcc: 'NSPCC', other: 'Somebody else' } as const satisfies Record<string, string>
export const APPLIED = Object.keys(APPLIED_WORDS) as [keyof typeof APPLIED_WORDS, ...(keyof typeof APPLIED_WORDS)[]]

export const ROUTE_WORDS = {
  'after-police-protection': 'Yes, by the designated officer: its days count from when police protection was taken', own: 'No',
} as const satisfies Record<string, string>
export const ROUTES = Object.keys(ROUTE_WORDS) as [keyof typeof ROUTE_WORDS, ...(keyof typeof ROUTE_WORDS)[]]

export const ORDER_ENDED_WORDS = {
  discharged: 'Discharged by the court', 'interim-order': 'An interim care order took its place', 'ran-out': 'It ran out',
} as const satisfies Record<string, string>
export const ORDER_ENDED = Object.keys(ORDER_ENDED_WORDS) as [keyof typeof ORDER_ENDED_WORDS, ...(keyof typeof ORDER_ENDED_WORDS)[]]

export const endedWords = (how: string | null): string => say({ ...ENDED_WORDS, ...ORDER_ENDED_WORDS }, how, 'Ended')
export const KIND_WORDS = { 'police-protection': 'Police protection', 'emergency-protection-order': 'Emergency protection order' } as const satisfies Record<string, string>

/** Said over every page of the child while it stands: 'In police protection until Tue 24 Nov, 14:20'. */
export const standingWords = (row: { kind: string; expiresAt: Date }, now: Date): string =>
  `${row.kind === 'police-protection' ? 'Police protection' : 'Protection order'} ${row.expiresAt.getTime() < now.getTime() ? 'ran out' : 'until'} ${momentWords(row.expiresAt, now)}`
