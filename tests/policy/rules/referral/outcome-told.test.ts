import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const TOLD = 'referrer-not-told'
const lines = (from: string): Line[] => [
  { when: '2016-05-16 09:00', what: 'referral-made', with: { from }, referral: 'r1' },
  { when: '2016-05-17 09:00', what: 'referral-decided', with: { outcome: 's17' }, referral: 'r1' },
]

describe('the referrer is told the outcome', () => {
  it.each([['school', 1], ['health visitor', 1], ['public', 0], ['police', 0]])('from %s: %s', (from, raised) => {
    expect(owed(TOLD, lines(from))).toHaveLength(raised)
  })

  it('is remedied by telling the referrer of this referral', () => {
    expect(open(TOLD, [...lines('school'), { when: '2016-05-17 10:00', what: 'referrer-told', referral: 'r1' }])).toEqual([])
    expect(open(TOLD, [...lines('school'), { when: '2016-05-17 10:00', what: 'referrer-told', referral: 'r2' }])).toHaveLength(1)
    expect(open(TOLD, [...lines('school'), { when: '2016-05-17 10:00', what: 'referral-acknowledged', referral: 'r1' }])).toHaveLength(1)
  })
})
