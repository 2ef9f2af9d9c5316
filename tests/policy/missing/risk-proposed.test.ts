import { expect, it } from 'vitest'
import { riskProposed } from '@/lib/policy/missing/risk-proposed'
import type { ChildFacts } from '@/lib/policy/events'
import { historyOf, type Line } from '@/tests/support/story'

const proposed = (child: Partial<ChildFacts>, ...lines: Line[]): string | null => {
  const history = historyOf(lines, { child: { age: 16, ...child } })
  const last = history.events.at(-1)
  return last === undefined ? null : riskProposed(last, history)
}
const gone = (more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what: 'missing-reported', with: more })
const asked = (when: string): Line => ({ when, what: 'missing-risk-graded', with: { level: 'medium' } })

it('medium, unless the facts say more', () => {
  expect(proposed({}, gone())).toBe('medium')
  expect(proposed({ age: null }, gone())).toBe('medium')
  expect(proposed({}, gone({ indicators: ['poses-risk-to-others', 'alcohol-or-drugs'] }))).toBe('medium')
  expect(proposed({ flags: ['cse-risk'] }, gone())).toBe('medium')
})

it('whatever else: under eleven, self-harm, medication, trafficking', () => {
  expect(proposed({ age: 10 }, gone())).toBe('high')
  expect(proposed({ age: 11 }, gone())).toBe('medium')
  for (const more of [{ answers: { self_harm: true } }, { answers: { suicide_attempt: true } }, { medication: true }, { concern: 'trafficking' }]) expect(proposed({}, gone(more)), JSON.stringify(more)).toBe('high')
  expect(proposed({}, gone({ answers: { self_harm: false } }))).toBe('medium')
})

it('exploitation together with another fact', () => {
  const flagged = { flags: ['cse-risk'] }
  expect(proposed({ ...flagged, age: 13 }, gone())).toBe('high')
  expect(proposed({ ...flagged, age: 14 }, gone())).toBe('medium')
  for (const indicator of ['older-adult-contact', 'found-with-adults', 'poses-risk-to-others', 'alcohol-or-drugs']) expect(proposed(flagged, gone({ indicators: [indicator] })), indicator).toBe('high')
  expect(proposed(flagged, gone({ indicators: ['school-absence'] }))).toBe('medium')
  expect(proposed(flagged, { when: '2016-01-01 09:00', what: 'earlier-counts-stated', with: { missing: 2 } }, gone())).toBe('high')
  expect(proposed(flagged, { when: '2016-01-01 09:00', what: 'earlier-counts-stated', with: { missing: 1 } }, gone())).toBe('medium')
  expect(proposed(flagged, gone(), asked('2016-05-16 20:59'))).toBe('medium')
  expect(proposed(flagged, gone(), asked('2016-05-16 21:00'))).toBe('high')
  expect(proposed({}, gone(), { when: '2016-05-16 10:00', what: 'cse-category-set', with: { category: 1 } }, { ...asked('2016-05-16 11:00'), with: { indicators: ['alcohol-or-drugs'] } })).toBe('high')
})
