import { isChild } from '@/lib/policy/child'
import type { ChildFacts } from '@/lib/policy/events'
import { openAt, type Row } from './ledger'

/** What a state is read from: the rows and facts of one person, at one instant. */
export interface StateOf {
  readonly rows: readonly Row[]
  readonly person: ChildFacts
  readonly at: Date
}

/** A clock of the strategy discussion that is not met runs, late ones too. */
const strategyOpen = ({ rows, at }: StateOf): boolean => rows.some((row) => row.alert === 'strategy-discussion-overdue' && openAt(row, at))

/** The states that can be read, by field. */
export const STATES: ReadonlyMap<string, (of: StateOf) => unknown> = new Map<string, (of: StateOf) => unknown>([
  ['strategy.open', strategyOpen],
  ['child.is-child', ({ person }) => isChild(person)],
])
