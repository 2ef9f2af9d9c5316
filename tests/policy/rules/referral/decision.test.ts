import { describe, expect, it } from 'vitest'
import { london, metInTime, midnightClosing, open, owed, plus, type Line } from '@/tests/support/story'

const DECISION = 'referral-decision-overdue'
const referral = (when: string, ref = 'r1', more: Record<string, unknown> = {}): Line => ({ when, what: 'referral-made', with: more, referral: ref })

describe('a decision within one working day', () => {
  it.each([
    ['in hours', '2016-05-16 09:00', '2016-05-17'], ['Friday at 18:00 keeps its receipt', '2016-05-20 18:00', '2016-05-23'], ['Saturday', '2016-05-21 12:00', '2016-05-23'],
    ['Sunday night', '2016-05-22 23:59', '2016-05-23'], ['Maundy Thursday', '2016-03-24 17:01', '2016-03-29'], ['27 December 2016', '2016-12-27 10:00', '2016-12-28'],
  ])('%s', (_what, when, lastDay) => {
    expect(owed(DECISION, [referral(when)])[0]).toMatchObject({ dueAt: midnightClosing(lastDay), dayEnd: true, clause: 'ref-decision' })
  })

  it('counts from receipt, however late it is written down', () => {
    expect(owed(DECISION, [referral('2016-05-18 09:00', 'r1', { received_at: london('2016-05-16 09:00').toISOString() })])[0]?.dueAt).toEqual(midnightClosing('2016-05-17'))
  })

  it('each referral has its own, met by its own decision, whatever its outcome', () => {
    const lines = [referral('2016-05-16 09:00'), referral('2016-05-16 10:00', 'r2')]
    expect(open(DECISION, [...lines, { when: '2016-05-16 12:00', what: 'referral-decided', with: { outcome: 's47' }, referral: 'r2' }]).map((duty) => duty.startedBy.referralId)).toEqual(['r1'])
  })

  it('is in time before the midnight only', () => {
    const due = midnightClosing('2016-05-17')
    expect([-1, 0, 1].map((minutes) => metInTime(owed(DECISION, [referral('2016-05-16 09:00'), { when: plus(due, minutes), what: 'referral-decided', referral: 'r1' }])[0]))).toEqual([true, false, false])
  })
})
