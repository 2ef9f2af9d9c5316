import { expect, it } from 'vitest'
import { back, classed, interviewed, reported, SIXTEEN } from '@/tests/support/away'
import { london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const ALERT = 'return-home-interview-overdue'
const away = [reported(), back('2016-05-16 21:00')]
const left = (...lines: Line[]): number => open(ALERT, [...away, ...lines], SIXTEEN).length

it('72 elapsed hours from the return, absent or missing, owed by the local authority', () => {
  const [duty] = owed(ALERT, away, SIXTEEN)
  expect(duty?.dueAt).toEqual(london('2016-05-19 21:00'))
  expect(duty?.rule).toMatchObject({ owedBy: 'local-authority', task: 'offer-return-home-interview' })
  expect(owed(ALERT, [reported(), classed('absent'), back('2016-05-16 15:00')], SIXTEEN)).toHaveLength(1)
  const autumn = [reported({}, '2016-10-28 09:00'), back('2016-10-28 21:00')]
  expect(owed(ALERT, autumn, SIXTEEN)[0]?.dueAt).toEqual(plus(london('2016-10-28 21:00'), 72 * 60))
  expect(metInTime(owed(ALERT, [...away, interviewed('2016-05-19 21:00')], SIXTEEN)[0])).toBe(true)
  expect(metInTime(owed(ALERT, [...away, interviewed('2016-05-19 21:01')], SIXTEEN)[0])).toBe(false)
})

it('an offer alone does not meet it, a refusal with its reason does', () => {
  expect(left(interviewed('2016-05-17 09:00', { offered: true }))).toBe(1)
  expect(left(interviewed('2016-05-17 09:00', { offered: true, done: false }))).toBe(1)
  expect(left(interviewed('2016-05-17 09:00', { offered: false, reason: 'nobody free' }))).toBe(1)
  expect(left(interviewed('2016-05-17 09:00', { declined_by_child: true, reason: 'does not want to talk' }))).toBe(0)
  expect(left(interviewed('2016-05-17 09:00', { declined_by_child: true, reason: null }))).toBe(1)
  expect(left(interviewed('2016-05-17 09:00', { declined_by_child: true }))).toBe(0)
  expect(left(interviewed('2016-05-17 09:00', { done: true }))).toBe(0)
})
