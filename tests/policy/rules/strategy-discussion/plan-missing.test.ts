import { describe, expect, it } from 'vitest'
import { discussion, open, owed } from '@/tests/support/story'

const PLAN = 'strategy-plan-missing'

describe('a discussion without a plan', () => {
  it.each([[true, 0], [false, 1], [null, 0], [undefined, 0]])('plan recorded %s: %s raised', (plan_recorded, raised) => {
    expect(owed(PLAN, [discussion('2016-05-17 09:00', null, { plan_recorded })])).toHaveLength(raised)
  })

  it('is remedied by a dated action or a discussion with a plan, and by nothing else', () => {
    const held = discussion('2016-05-17 09:00', null, { plan_recorded: false })
    expect(open(PLAN, [held, { when: '2016-05-17 10:00', what: 'case-allocated' }])).toHaveLength(1)
    // Nobody is late with what has no date.
    expect(open(PLAN, [held, { when: '2016-05-17 10:00', what: 'action-set', with: { action: 'medical' } }])).toHaveLength(1)
    expect(open(PLAN, [held, { when: '2016-05-17 10:00', what: 'action-set', with: { action: 'medical', due: '2016-05-18T10:00:00Z' } }])).toEqual([])
    expect(open(PLAN, [held, discussion('2016-05-18 09:00', null, { plan_recorded: true })])).toEqual([])
  })
})
