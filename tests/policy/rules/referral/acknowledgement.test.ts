import { describe, expect, it } from 'vitest'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ACK = 'referral-acknowledgement-overdue'
const referral = (from: string, ref = 'r1'): Line => ({ when: '2016-05-20 18:00', what: 'referral-made', with: { from }, referral: ref })

describe('the referrer hears within one working day', () => {
  it.each([['school', 1], ['GP', 1], ['housing', 1], ['public', 0], ['mother', 0], ['police', 0], ['csc', 0]])('from %s: %s', (from, clocks) => {
    const duties = owed(ACK, [referral(from)])
    expect(duties).toHaveLength(clocks)
    if (clocks === 1) expect(duties[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), clause: 'ref-ack' })
  })

  it.each(['referral-acknowledged', 'referrer-told'] as const)('%s of this referral meets it, of another not', (what) => {
    expect(open(ACK, [referral('school'), { when: '2016-05-21 09:00', what, referral: 'r1' }])).toEqual([])
    expect(open(ACK, [referral('school'), { when: '2016-05-21 09:00', what, referral: 'r2' }])).toHaveLength(1)
  })
})
