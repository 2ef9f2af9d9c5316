import type { History } from '../rule'
import { caseRoute } from './case-route'
import { childIsChild } from './child-is-child'
import { episodeClassification, episodeRiskFloor, episodeRiskProposed, timelineConflictKept } from './episode'
import { cseMinimumCategory } from './minimum-category'
import { policeProtectionExpires } from './police-protection-expires'
import { asAt, type State, type StateValue } from './state'
import { strategyOpen } from './strategy-open'

export type { State, StateValue } from './state'
export { asAt } from './state'

/** Every state Holdfast computes. A new one is a file, its clause, its test, and its line here. */
export const STATES: readonly State[] = [
  strategyOpen, childIsChild, policeProtectionExpires, caseRoute, episodeClassification, episodeRiskFloor, episodeRiskProposed, timelineConflictKept, cseMinimumCategory,
]

const byField = new Map(STATES.map((state) => [state.field, state]))

export const findState = (field: string): State | null => byField.get(field) ?? null

/** What a state was at an instant, from the record as it stood then. */
export const stateAt = (state: State, history: History, at: Date): StateValue => state.read(asAt(history, at))
