import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const REVIEW = 'supervisor-review-overdue'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })
const review = (when: string): Line => line('supervisor-review', {}, when)

describe('a supervisor reviews an open case', () => {
  it.each<[Line, number]>([
    [line('contact-received', { concern: 'cse' }), 1], [line('contact-received'), 0], [line('referral-made', { concern: 'offender-risk' }), 1], [line('information-received', { concern: 'indecent-images' }), 1],
    [line('case-allocated'), 1], [line('offender-registered', { risk: null }), 1], [line('missing-reported', { concern: 'cse' }), 0], [review('2016-05-16 09:00'), 0],
  ])('%j: %s clock', (start, clocks) => expect(owed(REVIEW, [start])).toHaveLength(clocks))

  it('every 28 days from each review, while the case is open', () => {
    const all = owed(REVIEW, [line('case-allocated'), review('2016-05-20 09:00'), review('2016-07-01 09:00')])
    expect(all.map((duty) => duty.dueAt)).toEqual([london('2016-06-13 09:00'), london('2016-06-17 09:00'), london('2016-07-29 09:00')])
    expect(all.map((duty) => duty.met !== null)).toEqual([true, true, false])
  })

  it('sooner where the supervisor sets a date; a later date is none', () => {
    const next = (when: string) => owed(REVIEW, [line('case-allocated'), line('supervisor-review', { next_review: when, next_review_day_end: true }, '2016-05-20 09:00')])[1]
    expect(next('2016-05-25T23:00:00.000Z')).toMatchObject({ dueAt: london('2016-05-26 00:00'), dayEnd: true })
    expect(next('2016-09-25T23:00:00.000Z')).toMatchObject({ dueAt: london('2016-06-17 09:00'), dayEnd: false })
  })

  it('further facts neither restart nor lengthen it', () => {
    expect(owed(REVIEW, [line('contact-received', { concern: 'cse' }), line('case-allocated', {}, '2016-05-20 09:00'), line('information-received', { concern: 'cse' }, '2016-06-01 09:00')])).toHaveLength(1)
  })

  it('ends with the case; a review after it starts none, a new concern does', () => {
    const closed = [line('case-allocated'), line('case-closed', {}, '2016-05-20 09:00')]
    expect(owed(REVIEW, closed)[0]?.ended?.why).toBe('case-closed')
    expect(open(REVIEW, [...closed, review('2016-05-21 09:00')])).toEqual([])
    expect(open(REVIEW, [...closed, line('contact-received', { concern: 'cse' }, '2016-06-01 09:00')])[0]?.dueAt).toEqual(london('2016-06-29 09:00'))
  })

  it('a decision that the threshold is not met ends what stood on the concern; an allocated case goes on', () => {
    const decided = line('referral-decided', { outcome: 'nfa', by_role: 'mash-decision-maker' }, '2016-05-17 09:00')
    expect(open(REVIEW, [line('referral-made', { concern: 'neglect' }), decided])).toEqual([])
    expect(open(REVIEW, [line('referral-made', { concern: 'neglect' }), line('case-allocated', {}, '2016-05-16 12:00'), decided])[0]?.dueAt).toEqual(london('2016-06-13 12:00'))
  })
})
