import { expect, it } from 'vitest'
import { back, before, reported, SIXTEEN } from '@/tests/support/away'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'trigger-plan-outstanding'
const many = before({ missing: 4 })
const made = (when: string): Line => ({ when, what: 'trigger-plan-made' })

it('at the threshold, within five working days', () => {
  expect(open(ALERT, [many, reported()], SIXTEEN).map((duty) => [duty.rule.task, duty.dueAt])).toEqual([['make-trigger-plan', midnightClosing('2016-05-23')]])
  expect(owed(ALERT, [reported()], SIXTEEN)).toEqual([])
  expect(open(ALERT, [many, reported(), made('2016-05-17 09:00')], SIXTEEN)).toEqual([])
})

it('a plan of the last weeks is not written anew, unless the child has been away since or something is new', () => {
  expect(open(ALERT, [many, made('2016-05-02 09:00'), reported()], SIXTEEN)).toEqual([])
  expect(open(ALERT, [many, made('2016-04-18 08:59'), reported()], SIXTEEN)).toHaveLength(1)
  expect(open(ALERT, [many, made('2016-05-02 09:00'), reported({ new_place: true })], SIXTEEN)).toHaveLength(1)
  expect(open(ALERT, [many, made('2016-05-02 09:00'), reported({}, '2016-05-05 09:00'), back('2016-05-05 12:00'), reported()], SIXTEEN)).toHaveLength(1)
})
