import { expect, it } from 'vitest'
import { category, cse, decided, flag, held, signs } from '@/tests/support/exploited'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const TASK = 'mase-listing-outstanding'
const listed = (meeting: string): Line => ({ when: '2016-05-18 09:00', what: 'listed-for-meeting', with: { meeting, strategy_reference: 's' } })

it.each<[string, Line, number]>([
  ['a contact', cse(), 1], ['online', cse({ concern: 'online-cse' }), 1], ['a missing report', { ...cse(), what: 'missing-reported' }, 1], ['a return', { ...cse(), what: 'child-returned' }, 1], ['the flag', flag('added', '2016-05-16 09:00'), 1], ['a category', category(1, '2016-05-16 09:00'), 1],
  ['category 0', category(0, '2016-05-16 09:00'), 0], ['another concern', cse({ concern: 'trafficking' }), 0], ['signs alone', signs(['gang-link']), 0],
])('%s', (_why, line, many) => {
  expect(owed(TASK, [line])).toHaveLength(many)
  if (many > 0) expect(owed(TASK, [line])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), rule: { task: 'list-for-mase' } })
})

it('listed for a MASE or heard at one; not for a MAP; ended with the concern', () => {
  expect(open(TASK, [cse(), listed('MASE')])).toEqual([])
  expect(open(TASK, [cse(), held('MASE', '2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse(), listed('MAP')])).toHaveLength(1)
  expect(open(TASK, [cse(), held('MAP', '2016-05-18 09:00')])).toHaveLength(1)
  expect(open(TASK, [cse(), category(0, '2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse({ indicators: ['pregnant'] }), category(0, '2016-05-18 09:00')])).toHaveLength(1)
  expect(open(TASK, [cse(), decided('nfa', '2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse(), listed('MASE'), cse({}, '2016-05-25 09:00')])).toEqual([])
})
