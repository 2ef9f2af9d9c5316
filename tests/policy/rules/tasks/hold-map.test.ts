import { expect, it } from 'vitest'
import { category, cse, decided, held } from '@/tests/support/exploited'
import { discussion, midnightClosing, open, owed } from '@/tests/support/story'

const TASK = 'map-outstanding'

it('ten working days from the concern, and from the strategy discussion once it is held', () => {
  expect(owed(TASK, [cse()])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-31'), rule: { task: 'hold-map' }, clause: 'map-purpose' })
  expect(open(TASK, [cse(), discussion('2016-05-18 09:00')]).map((duty) => duty.dueAt)).toEqual([midnightClosing('2016-06-02')])
  expect(open(TASK, [cse({ concern: 'neglect' }), discussion('2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse(), discussion('2016-06-10 09:00')]).map((duty) => duty.dueAt), 'late stays late').toEqual([midnightClosing('2016-05-31')])
})

it('a MAP, not a MASE; ended when screened out or decided', () => {
  expect(open(TASK, [cse(), held('MAP', '2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse(), held('MAP', '2016-05-18 09:00'), discussion('2016-05-19 09:00')])).toEqual([])
  expect(open(TASK, [cse(), held('MASE', '2016-05-18 09:00')])).toHaveLength(1)
  expect(open(TASK, [cse(), category(0, '2016-05-18 09:00')])).toEqual([])
  expect(open(TASK, [cse(), decided('s17', '2016-05-18 09:00')])).toEqual([])
})
