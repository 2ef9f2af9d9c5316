import { expect, it } from 'vitest'
import { back, reported, SIXTEEN } from '@/tests/support/away'
import { open, owed, type Line } from '@/tests/support/story'

const ALERT = 'child-at-risk-arrested'
const detained = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'detained', with: { offence: 'assault', ...more } })
const raised = (lines: readonly Line[], child: Record<string, unknown> = {}): number => owed(ALERT, lines, { child: { age: 15, ...child } }).length

it('missing, just found, or at risk of exploitation', () => {
  expect(raised([reported(), detained('2016-05-16 12:00')])).toBe(1)
  expect(raised([reported(), back('2016-05-16 11:00', { how: 'found' }), detained('2016-05-16 11:30')])).toBe(1)
  expect(raised([reported(), back('2016-05-16 11:00'), detained('2016-05-17 11:00')])).toBe(1)
  expect(raised([reported(), back('2016-05-16 11:00'), detained('2016-05-17 11:01')])).toBe(0)
  expect(raised([reported(), back('2016-05-16 11:00', { how: 'arrested' })])).toBe(1)
  expect(raised([detained('2016-05-16 12:00')], { flags: ['cse-risk'] })).toBe(1)
  expect(raised([{ when: '2016-05-01 09:00', what: 'cse-category-set', with: { category: 2 } }, detained('2016-05-16 12:00')])).toBe(1)
  expect(raised([detained('2016-05-16 12:00', { prior_risk: ['cse'] })])).toBe(1)
  expect(raised([detained('2016-05-16 12:00')])).toBe(0)
})

it('an inspector’s review, or protection instead', () => {
  const lines = [reported(), detained('2016-05-16 12:00')]
  const left = (what: Line['what'], more: Record<string, unknown>): number => open(ALERT, [...lines, { when: '2016-05-16 13:00', what, with: more }], SIXTEEN).length
  expect(left('supervisor-review', { rank: 'sergeant' })).toBe(1)
  expect(left('supervisor-review', { rank: 'inspector' })).toBe(0)
  expect(left('police-protection', { change: 'taken' })).toBe(0)
  expect(left('police-protection', { change: 'considered-not-used' })).toBe(1)
  expect(open('senior-review-outstanding', lines, SIXTEEN)).toHaveLength(1)
  expect(open('powers-review-outstanding', lines, SIXTEEN)).toHaveLength(1)
})
