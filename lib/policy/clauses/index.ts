/** Every clause, by the id of its row in the catalogue of rules. */
import { ASSESSMENT_AND_CONFERENCE } from './assessment-and-conference'
import type { Clause } from './clause'
import { DEFAULTS } from './defaults'
import { EXPLOITATION } from './exploitation'
import { INVESTIGATION } from './investigation'
import { MASH } from './mash'
import { MEASURES_CLAUSES } from './measures'
import { MISSING } from './missing'
import { OFFENDERS } from './offenders'
import { PROTECTION } from './protection'
import { REFERRAL } from './referral'
import { STRATEGY_DISCUSSION } from './strategy-discussion'
import { TIME } from './time'

export type { Certainty, Clause } from './clause'

export const CLAUSES: readonly Clause[] = [
  ...TIME, ...STRATEGY_DISCUSSION, ...REFERRAL, ...MASH, ...ASSESSMENT_AND_CONFERENCE,
  ...MISSING, ...PROTECTION, ...EXPLOITATION, ...OFFENDERS, ...INVESTIGATION, ...MEASURES_CLAUSES, ...DEFAULTS,
]

const byId = new Map(CLAUSES.map((c) => [c.id, c]))

/** The clause of that id. Throws where there is none: a rule that cites nothing must not run. */
export function clause(id: string): Clause {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`No clause "${id}"`)
  return found
}

/** The clause of that id, or null: for an id that came from outside, such as a page's address. */
export function findClause(id: string): Clause | null {
  return byId.get(id) ?? null
}
