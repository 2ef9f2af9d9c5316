import { expect, it } from 'vitest'
import { back, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, metInTime, open, owed } from '@/tests/support/story'

const ALERT = 'missing-risk-review-overdue'

it('24 hours from each grade, eight where it is high, until the child is back', () => {
  expect(open(ALERT, [reported(), graded('medium')], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-17 09:00')])
  expect(open(ALERT, [reported(), graded('high')], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 17:00')])
  const again = owed(ALERT, [reported(), graded('medium'), graded('high', '2016-05-17 09:00'), graded('high', '2016-05-17 17:01')], SIXTEEN)
  expect(again.map((duty) => duty.dueAt)).toEqual([london('2016-05-17 09:00'), london('2016-05-17 17:00'), london('2016-05-18 01:01')])
  expect(again.map(metInTime)).toEqual([true, false, false])
  expect(open(ALERT, [reported(), graded('high'), back('2016-05-16 16:00')], SIXTEEN)).toEqual([])
})

it('a grade set after the return starts none, nor one known not to be set', () => {
  expect(open(ALERT, [reported(), back('2016-05-16 10:00'), graded('medium', '2016-05-16 11:00')], SIXTEEN)).toEqual([])
  expect(open(ALERT, [reported(), graded(null)], SIXTEEN)).toEqual([])
  // A grade without a report presupposes one.
  expect(open(ALERT, [graded('medium')], SIXTEEN)).toHaveLength(1)
})

it('the clocks go forward in the night: eight hours are eight hours', () => {
  expect(open(ALERT, [reported({}, '2016-03-26 22:00'), graded('high', '2016-03-26 22:00')], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-03-27 07:00')])
})
