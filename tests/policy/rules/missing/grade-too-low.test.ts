import { describe, expect, it } from 'vitest'
import { graded, reported, SIXTEEN } from '@/tests/support/away'
import { open, owed, type Line } from '@/tests/support/story'

const ALERT = 'risk-grade-too-low'
const risky = reported({ answers: { suicide_attempt: true } })
const review = (more: Record<string, unknown>): Line => ({ when: '2016-05-16 12:00', what: 'supervisor-review', with: more })
const left = (...lines: Line[]): number => open(ALERT, [risky, graded('medium', '2016-05-16 09:30'), ...lines], SIXTEEN).length

describe('a grade below what the facts propose', () => {
  it('stands, is raised with the facts, and asks for an inspector', () => {
    expect(owed(ALERT, [risky, graded('medium')], SIXTEEN)[0]?.because).toEqual(['the facts propose high', 'self-harm or a suicide attempt is on record'])
    expect(open('senior-review-outstanding', [risky, graded('medium')], SIXTEEN)).toHaveLength(1)
    expect(owed(ALERT, [risky, graded('high')], SIXTEEN)).toEqual([])
    expect(owed(ALERT, [reported(), graded('medium')], SIXTEEN)).toEqual([])
    expect(owed(ALERT, [risky, graded(null)], SIXTEEN)).toEqual([])
  })

  it('stays open until an inspector’s reason, or a higher grade', () => {
    expect(left()).toBe(1)
    expect(left(review({ rank: 'sergeant', reason: 'spoken to by telephone at 11:00' }))).toBe(1)
    expect(left(review({ rank: 'inspector', reason: 'streetwise' }))).toBe(1)
    expect(left(review({ rank: 'inspector', reason: null }))).toBe(1)
    expect(left(review({ rank: 'inspector', reason: 'spoken to by telephone at 11:00, with her aunt' }))).toBe(0)
    expect(left(review({ rank: 'chief inspector', direction: 'medium stands: seen by police at 11:00' }))).toBe(0)
    expect(left(review({}))).toBe(0)
    expect(left(graded('high', '2016-05-16 11:00'))).toBe(0)
    expect(left(graded('medium', '2016-05-16 11:00'))).toBe(2)
  })

  it('twelve hours gone makes a grade too low that was not', () => {
    const flagged = { child: { age: 16, flags: ['cse-risk'] } }
    expect(owed(ALERT, [reported(), graded('medium', '2016-05-16 20:59')], flagged)).toEqual([])
    expect(owed(ALERT, [reported(), graded('medium', '2016-05-16 21:00')], flagged)).toHaveLength(1)
  })
})
