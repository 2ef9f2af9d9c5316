import { expect, it } from 'vitest'
import { reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'powers-review-outstanding'
const notUsed: Line = { when: '2016-05-16 12:00', what: 'police-protection', with: { change: 'considered-not-used' } }

it('police protection considered and not used, or a child at risk arrested', () => {
  expect(open(ALERT, [notUsed], SIXTEEN).map((duty) => [duty.rule.task, duty.dueAt])).toEqual([['review-unused-powers', london('2016-05-17 12:00')]])
  expect(open(ALERT, [reported(), { when: '2016-05-16 12:00', what: 'detained' }], SIXTEEN)).toHaveLength(1)
  expect(owed(ALERT, [{ when: '2016-05-16 12:00', what: 'detained' }], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [{ when: '2016-05-16 12:00', what: 'police-protection', with: { change: 'taken' } }], SIXTEEN)).toEqual([])
})

it('a supervisor’s review does it, a constable’s does not; or the power used after all', () => {
  const left = (what: Line['what'], more: Record<string, unknown>): number => open(ALERT, [notUsed, { when: '2016-05-16 13:00', what, with: more }], SIXTEEN).length
  expect(left('supervisor-review', { rank: 'sergeant' })).toBe(0)
  expect(left('supervisor-review', { rank: 'constable' })).toBe(1)
  expect(left('supervisor-review', {})).toBe(0)
  expect(left('police-protection', { change: 'taken' })).toBe(0)
})

it('found with adults who are not safe, and not protected', () => {
  const found = (more: Record<string, unknown>): Line => ({ when: '2016-05-16 12:00', what: 'child-returned', with: { how: 'found', ...more } })
  expect(open(ALERT, [reported(), found({ with: 'three men' })], SIXTEEN)).toHaveLength(1)
  expect(open(ALERT, [reported(), found({ indicators: ['found-with-adults'] })], SIXTEEN)).toHaveLength(1)
  expect(open(ALERT, [reported(), found({ with: 'her sister' })], SIXTEEN)).toEqual([])
  expect(open(ALERT, [reported(), { when: '2016-05-16 11:50', what: 'police-protection', with: { change: 'taken' } }, found({ with: 'three men' })], SIXTEEN)).toEqual([])
  expect(open(ALERT, [reported(), found({ with: 'three men' }), { when: '2016-05-16 12:30', what: 'police-protection', with: { change: 'taken' } }], SIXTEEN)).toEqual([])
})
