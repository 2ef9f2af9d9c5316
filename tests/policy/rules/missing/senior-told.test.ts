import { expect, it } from 'vitest'
import { back, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed } from '@/tests/support/story'

const ALERT = 'high-risk-senior-not-told'

it('at once when the grade is high, once for a time away', () => {
  expect(open(ALERT, [reported(), graded('high', '2016-05-16 09:30')], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 09:45')])
  expect(open(ALERT, [reported(), graded('medium')], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [reported(), graded('high'), graded('high', '2016-05-16 17:00')], SIXTEEN)).toHaveLength(1)
  expect(owed(ALERT, [reported(), graded('high'), graded('medium', '2016-05-16 12:00'), graded('high', '2016-05-16 17:00')], SIXTEEN)).toHaveLength(2)
  expect(open(ALERT, [reported(), graded('high'), { when: '2016-05-16 09:10', what: 'senior-informed', with: { role: 'duty inspector' } }], SIXTEEN)).toEqual([])
  expect(open(ALERT, [reported(), graded('high'), back('2016-05-16 09:10')], SIXTEEN)).toEqual([])
})
