import { expect, it } from 'vitest'
import { findState, stateAt } from '@/lib/policy/states'
import type { ChildFacts } from '@/lib/policy/events'
import { back, called, classed, reported } from '@/tests/support/away'
import { historyOf, london, type Line } from '@/tests/support/story'

const read = (field: string, when: string, lines: readonly Line[], child: Partial<ChildFacts> = {}): unknown => {
  const state = findState(field)
  return state === null ? undefined : stateAt(state, historyOf(lines, { child: { age: 16, ...child } }), london(when))
}
const absent = [reported({ answers: { cse_risk: false } }), classed('absent')]

it('class and floor, by the minute', () => {
  expect(read('episode.classification', '2016-05-17 08:59', absent)).toBe('absent')
  expect(read('episode.risk-floor', '2016-05-17 08:59', absent)).toBeNull()
  expect(read('episode.classification', '2016-05-17 09:00', absent)).toBe('missing')
  expect(read('episode.risk-floor', '2016-05-17 09:00', absent)).toBe('medium')
  expect(read('episode.classification', '2016-05-15 09:00', absent)).toBeNull()
  expect(read('episode.risk-floor', '2016-05-16 09:00', [reported()], { age: 19, adultSince: london('2015-01-01 00:00') })).toBeNull()
})

it('the proposal as the hours pass, and not after the return', () => {
  const flagged = { flags: ['cse-risk'] }
  expect(read('episode.risk-proposed', '2016-05-16 20:59', [reported()], flagged)).toBe('medium')
  expect(read('episode.risk-proposed', '2016-05-16 21:00', [reported()], flagged)).toBe('high')
  expect(read('episode.risk-proposed', '2016-05-18 21:00', [reported(), back('2016-05-16 12:00')], flagged)).toBe('medium')
  expect(read('episode.risk-proposed', '2016-05-16 21:00', [])).toBeNull()
})

it('conflicting answers are both kept', () => {
  expect(read('timeline.conflict-kept', '2016-05-16 09:30', [...absent, called('2016-05-16 10:00', { cse_risk: true })])).toBe(false)
  expect(read('timeline.conflict-kept', '2016-05-16 10:00', [...absent, called('2016-05-16 10:00', { cse_risk: true })])).toBe(true)
  expect(read('timeline.conflict-kept', '2016-05-16 10:00', [{ when: '2016-05-16 09:00', what: 'child-seen', with: { contradicts: true } }])).toBe(true)
})
