import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findClause } from '@/lib/policy/clauses'
import { GATES } from '@/lib/policy/gates'
import { BASELINE } from '@/lib/policy/packs'
import { DUTY_RULES } from '@/lib/policy/rules'
import { DUTY_WORDS } from '@/lib/wording/duties'
import { historyOf, owed, type Line } from '@/tests/support/story'

describe('every rule', () => {
  it.each(DUTY_RULES.map((rule) => [rule.id, rule] as const))('%s has a clause, words and a test of its own', (id, rule) => {
    expect(findClause(rule.clause), rule.clause).not.toBeNull()
    if (rule.form === 'clock') for (const parameter of rule.parameters) expect(BASELINE.parameters[parameter], parameter).toBeDefined()
    expect(DUTY_WORDS[rule.alert], rule.alert).toBeTruthy()
    for (const said of [rule.title, rule.plain, rule.meets]) expect(said.length).toBeGreaterThan(10)
    expect(existsSync(new URL(`./${id}.test.ts`, import.meta.url)), `tests/policy/rules/${id}.test.ts`).toBe(true)
  })

  it('has an id of its own, and so has every gate', () => {
    const ids = [...DUTY_RULES.map((rule) => rule.id), ...GATES.map((gate) => gate.id)]
    expect(new Set(ids).size).toBe(ids.length)
    for (const gate of GATES) expect(findClause(gate.clause), gate.clause).not.toBeNull()
  })

  it('whatever started a duty, the clause it cites is there', () => {
    const starts: Line[] = [
      { when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'penetrative-abuse', immediate_action: true, from: 'school', channel: 'telephone', rag: 'red' } },
      { when: '2016-05-16 09:00', what: 'police-protection', with: { change: 'taken' } }, { when: '2016-05-16 09:00', what: 'emergency-protection-order' },
      { when: '2016-05-16 09:00', what: 'meeting-held', with: { meeting: 'MARAC', strategy_held: false } },
    ]
    for (const start of starts) {
      const alerts = new Set(DUTY_RULES.map((rule) => rule.alert))
      const duties = [...alerts].flatMap((alert) => owed(alert, [start]))
      expect(duties.length).toBeGreaterThan(0)
      for (const duty of duties) expect(findClause(duty.clause), `${duty.rule.id}: ${duty.clause}`).not.toBeNull()
    }
    expect(historyOf(starts).events).toHaveLength(4)
  })
})
