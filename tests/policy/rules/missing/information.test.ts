import { expect, it } from 'vitest'
import { back, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'missing-information-waiting'
const news = (when: string, id: string, what: Line['what'] = 'information-received'): Line => ({ when, what, id, with: { about: 'e-mail: seen at the bus station' } })

it('an hour for each item while the child is out', () => {
  expect(open(ALERT, [reported(), news('2016-05-16 20:00', 'a'), news('2016-05-16 21:00', 'b', 'sighting-recorded')], SIXTEEN).map((duty) => [duty.item, duty.dueAt]))
    .toEqual([['a', london('2016-05-16 21:00')], ['b', london('2016-05-16 22:00')]])
  expect(owed(ALERT, [news('2016-05-16 08:00', 'a'), reported()], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [reported(), back('2016-05-16 12:00'), news('2016-05-16 13:00', 'a')], SIXTEEN)).toEqual([])
})

it('until somebody acts on it: the item named, an enquiry, a grade, the child back', () => {
  const two = [reported(), news('2016-05-16 20:00', 'a'), news('2016-05-16 20:10', 'b')]
  const left = (line: Line) => open(ALERT, [...two, line], SIXTEEN).map((duty) => duty.item)
  expect(left({ when: '2016-05-16 20:30', what: 'information-actioned', with: { of: 'a' } })).toEqual(['b'])
  expect(left({ when: '2016-05-16 20:30', what: 'enquiry-made', with: { of: ['b'] } })).toEqual(['a'])
  expect(left({ when: '2016-05-16 20:30', what: 'enquiry-made' })).toEqual([])
  expect(left(graded('high', '2016-05-16 20:30'))).toEqual([])
  expect(left(back('2016-05-16 20:30'))).toEqual([])
  expect(left({ when: '2016-05-16 20:30', what: 'record-updated' })).toEqual(['a', 'b'])
})
