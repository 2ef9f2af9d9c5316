import { expect, it } from 'vitest'
import { back, called, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'missing-risk-to-regrade'
const news = (more: Record<string, unknown>, when = '2016-05-16 12:00'): Line => ({ when, what: 'information-received', with: more })

it('a fact that raises the proposal above the grade that stands: an hour', () => {
  const lines = [reported(), graded('medium')]
  expect(open(ALERT, [...lines, called('2016-05-16 12:00', { suicide_attempt: true })], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 13:00')])
  expect(open(ALERT, [...lines, news({ concern: 'trafficking' })], SIXTEEN)).toHaveLength(1)
  expect(open(ALERT, [...lines, news({ about: 'nothing of weight' })], SIXTEEN)).toEqual([])
  expect(open(ALERT, [...lines, news({ concern: 'trafficking' }), graded('high', '2016-05-16 12:30')], SIXTEEN)).toEqual([])
  expect(open(ALERT, [...lines, news({ concern: 'trafficking' }), back('2016-05-16 12:30')], SIXTEEN)).toEqual([])
})

it('none where no grade stands, where it is high, or where it was too low from the first', () => {
  expect(owed(ALERT, [reported(), news({ concern: 'trafficking' })], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [reported(), graded('high'), news({ concern: 'trafficking' })], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [reported({ answers: { self_harm: true } }), graded('medium'), news({ concern: 'trafficking' })], SIXTEEN)).toEqual([])
  // Twelve hours gone is the passing of time and no fact: a review by the clock asks for that.
  expect(owed(ALERT, [reported(), graded('medium'), news({ about: 'nothing of weight' }, '2016-05-16 22:00')], { child: { age: 16, flags: ['cse-risk'] } })).toEqual([])
})
