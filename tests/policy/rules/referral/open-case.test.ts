import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const OPEN = 'referral-on-open-case'
const allocated: Line = { when: '2016-05-10 09:00', what: 'case-allocated', with: { worker: 'Ms Adeyemi' } }
const referral: Line = { when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'neglect' }, referral: 'r2' }

describe('a referral on an open case', () => {
  it('names whose case it is', () => {
    expect(owed(OPEN, [allocated, referral])[0]).toMatchObject({ clause: 'ref-open-case', because: ['the case is open and allocated to Ms Adeyemi'] })
  })

  it('is not raised without an allocation, nor when the case was closed since', () => {
    expect(owed(OPEN, [referral])).toEqual([])
    expect(owed(OPEN, [allocated, { when: '2016-05-12 09:00', what: 'case-closed' }, referral])).toEqual([])
    expect(owed(OPEN, [allocated, { when: '2016-05-12 09:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'mash-decision-maker' }, referral: 'r1' }, referral])).toEqual([])
  })

  it('is over when this referral is given to the worker or decided', () => {
    const later = (what: 'case-allocated' | 'referral-decided', ref: string): Line => ({ when: '2016-05-16 10:00', what, referral: ref })
    expect(open(OPEN, [allocated, referral, later('case-allocated', 'r2')])).toEqual([])
    expect(open(OPEN, [allocated, referral, later('referral-decided', 'r2')])).toEqual([])
    expect(open(OPEN, [allocated, referral, later('case-allocated', 'r9')])).toHaveLength(1)
  })
})
