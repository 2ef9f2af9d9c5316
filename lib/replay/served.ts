import { GATES } from '@/lib/policy/gates'
import { DUTY_RULES } from '@/lib/policy/rules'
import { findState } from '@/lib/policy/states'
import type { Demand } from './history'

const ALERTS: ReadonlySet<string> = new Set(DUTY_RULES.map((rule) => rule.alert))
const BASES: ReadonlySet<string> = new Set(DUTY_RULES.flatMap((rule) => (rule.form === 'clock' && rule.basis !== undefined ? [rule.basis] : [])))
const TASKS: ReadonlySet<string> = new Set(DUTY_RULES.flatMap((rule) => (rule.task === undefined ? [] : [rule.task])))
const REFUSALS: ReadonlySet<string> = new Set(GATES.map((gate) => gate.id))

/** Does the product serve what is demanded? Read off the rules themselves: a new rule is served the day it is written. */
export function isServed(demand: Demand): boolean {
  switch (demand.kind) {
    case 'alert': case 'quiet': return ALERTS.has(demand.rule) && (demand.basis === null || BASES.has(demand.basis))
    case 'task': return TASKS.has(demand.rule)
    case 'refuse': return REFUSALS.has(demand.rule)
    case 'state': return findState(demand.rule) !== null
  }
}
