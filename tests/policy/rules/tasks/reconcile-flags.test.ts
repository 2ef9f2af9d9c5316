import { expect, it } from 'vitest'
import { category, countersigned, flag, signs } from '@/tests/support/exploited'
import { open, owed, type Line } from '@/tests/support/story'

const TASK = 'flag-against-category'
const FLAGGED = { child: { flags: ['cse-risk'] } }
const zero = category(0, '2016-05-16 09:00')

it('screened out and still flagged', () => {
  expect(owed(TASK, [zero], FLAGGED)[0]?.rule.task).toBe('reconcile-flags')
  expect(owed(TASK, [zero])).toEqual([])
  expect(owed(TASK, [category(1, '2016-05-16 09:00')], FLAGGED)).toEqual([])
  expect(owed(TASK, [signs(['pregnant'], '2016-05-15 09:00'), zero], FLAGGED), 'contradicted: nobody is screened out yet').toEqual([])
  expect(owed(TASK, [signs(['pregnant'], '2016-05-15 09:00'), zero, countersigned('2016-05-17 09:00')], FLAGGED)).toHaveLength(1)
})

it('kept or removed with a reason', () => {
  const left = (line: Line): number => open(TASK, [zero, line], FLAGGED).length
  expect(left({ when: '2016-05-17 09:00', what: 'flags-reconciled', with: { flag: 'cse-risk' } })).toBe(0)
  expect(left({ when: '2016-05-17 09:00', what: 'flag-reviewed', with: { flag: 'cse-risk' } })).toBe(0)
  expect(left(category(2, '2016-05-17 09:00'))).toBe(0)
  expect(left(signs(['gang-link'], '2016-05-17 09:00'))).toBe(1)
  expect(open(TASK, [flag('added', '2016-05-01 09:00'), zero, flag('removed', '2016-05-17 09:00')])).toEqual([])
})
