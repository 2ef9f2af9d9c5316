import { describe, expect, it } from 'vitest'
import { discussion, metInTime, midnightClosing, owed, plus, type Line } from '@/tests/support/story'

const IMMEDIATE = 'strategy-discussion-overdue/immediate-action'
const taken = (when: string): Line => ({ when, what: 'police-protection', with: { change: 'taken' } })

describe('strategy discussion, immediate action', () => {
  it.each([
    ['a Monday', '2016-05-16 09:00', '2016-05-17'], ['a Friday night', '2016-05-20 23:30', '2016-05-23'], ['a Saturday', '2016-05-21 10:00', '2016-05-23'],
    ['Maundy Thursday', '2016-03-24 09:00', '2016-03-29'], ['Christmas Eve', '2015-12-24 09:00', '2015-12-29'],
  ])('one working day from police protection on %s', (_what, when, lastDay) => {
    expect(owed(IMMEDIATE, [taken(when)])[0]).toMatchObject({ dueAt: midnightClosing(lastDay), dayEnd: true, clause: 's46-sequel' })
  })

  it('police protection runs this band and the 24 hours, and no other', () => {
    expect(owed('strategy-discussion-overdue', [taken('2016-05-16 09:00')]).map((duty) => duty.rule.id).sort())
      .toEqual(['strategy-discussion/force-24h', 'strategy-discussion/immediate-action'])
    for (const change of ['ended', 'extended', 'considered-not-used']) {
      expect(owed('strategy-discussion-overdue', [{ when: '2016-05-16 09:00', what: 'police-protection', with: { change } }])).toEqual([])
    }
  })

  it('runs on a concern with immediate action needed, and on an emergency protection order with no discussion before it', () => {
    const needed: Line = { when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'neglect', immediate_action: true } }
    expect(owed(IMMEDIATE, [needed])).toHaveLength(1)
    const order: Line = { when: '2016-05-18 09:00', what: 'emergency-protection-order' }
    expect(owed(IMMEDIATE, [order])).toHaveLength(1)
    expect(owed(IMMEDIATE, [{ when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'neglect' } }, discussion('2016-05-17 09:00'), order])).toEqual([])
  })

  it('police protection that carries out what a discussion decided within the day asks for no other; later it does', () => {
    const before: Line[] = [{ when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'neglect' } }, discussion('2016-05-17 09:00')]
    expect(owed(IMMEDIATE, [...before, taken('2016-05-18 09:00')])).toEqual([])
    expect(owed(IMMEDIATE, [...before, taken('2016-05-18 09:01')])).toHaveLength(1)
  })

  it('is in time before the midnight only', () => {
    const due = midnightClosing('2016-05-17')
    expect([-1, 0, 1].map((minutes) => metInTime(owed(IMMEDIATE, [taken('2016-05-16 09:00'), discussion(plus(due, minutes))])[0]))).toEqual([true, false, false])
  })
})
