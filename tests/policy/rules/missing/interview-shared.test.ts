import { expect, it } from 'vitest'
import { back, interviewed, reported, SIXTEEN } from '@/tests/support/away'
import { midnightClosing, open, owed } from '@/tests/support/story'

const ALERT = 'interview-findings-not-shared'
const done = [reported(), back('2016-05-16 21:00'), interviewed('2016-05-26 12:00')]

it('two working days after the interview, past the bank holiday', () => {
  expect(open(ALERT, done, SIXTEEN).map((duty) => duty.dueAt)).toEqual([midnightClosing('2016-05-31')])
  expect(open(ALERT, [...done, { when: '2016-05-27 09:00', what: 'interview-shared' }], SIXTEEN)).toEqual([])
  expect(open(ALERT, [...done, { when: '2016-05-27 09:00', what: 'trigger-plan-made' }], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [reported(), back('2016-05-16 21:00'), interviewed('2016-05-17 12:00', { declined_by_child: true, reason: 'no' })], SIXTEEN)).toEqual([])
  expect(owed(ALERT, [interviewed('2016-05-17 12:00')], SIXTEEN)).toHaveLength(1)
})
