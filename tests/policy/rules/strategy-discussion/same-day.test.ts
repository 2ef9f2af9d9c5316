import { describe, expect, it } from 'vitest'
import { discussion, london, metInTime, midnightClosing, owed, plus, type Line } from '@/tests/support/story'

const SAME_DAY = 'strategy-discussion-overdue/same-day'
const concern = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'referral-made', with: { concern: 'serious-injury', ...more } })

describe('strategy discussion, same day', () => {
  it.each([
    ['09:00', '2016-05-16 09:00', '2016-05-16'],
    ['23:59, with a minute left', '2016-05-16 23:59', '2016-05-16'],
    ['midnight, which opens the next day', '2016-05-17 00:00', '2016-05-17'],
    ['a Saturday', '2016-05-21 10:00', '2016-05-21'],
    ['Christmas Day', '2016-12-25 10:00', '2016-12-25'],
    ['Good Friday', '2016-03-25 22:00', '2016-03-25'],
    ['the short day of March', '2016-03-27 00:30', '2016-03-27'],
    ['the long day of October', '2016-10-30 00:30', '2016-10-30'],
  ])('received at %s', (_what, when, day) => {
    expect(owed(SAME_DAY, [concern(when)])[0]).toMatchObject({ dueAt: midnightClosing(day), dayEnd: true })
  })

  it('lasts 23 hours on the short day and 25 on the long one', () => {
    const left = (when: string) => ((owed(SAME_DAY, [concern(when)])[0]?.dueAt.getTime() ?? 0) - london(when).getTime()) / 3_600_000
    expect([left('2016-03-27 00:00'), left('2016-10-30 00:00'), left('2016-05-16 00:00')]).toEqual([23, 25, 24])
  })

  it('is in time a minute before midnight, and late at midnight', () => {
    const due = midnightClosing('2016-05-16')
    const met = (minutes: number) => metInTime(owed(SAME_DAY, [concern('2016-05-16 23:50'), discussion(plus(due, minutes))])[0])
    expect([met(-1), met(0), met(1)]).toEqual([true, false, false])
  })

  it('counts from receipt, not from when the concern was identified', () => {
    const [duty] = owed(SAME_DAY, [concern('2016-05-18 09:00', { concern_identified_at: london('2016-05-16 12:00').toISOString(), received_at: london('2016-05-18 09:00').toISOString() })])
    expect(duty?.dueAt).toEqual(midnightClosing('2016-05-18'))
  })

  it.each([
    [true, 1, 'sd-penetrative'], [null, 1, 'sd-penetrative'], [undefined, 1, 'sd-penetrative'], [false, 0, undefined],
  ])('penetrative abuse with forensic evidence %s', (forensic_evidence, clocks, clause) => {
    const duties = owed(SAME_DAY, [concern('2016-05-16 09:00', { concern: 'penetrative-abuse', forensic_evidence })])
    expect(duties).toHaveLength(clocks)
    expect(duties[0]?.clause).toBe(clause)
  })

  it.each([['serious-injury', 1], ['serious-neglect', 1], ['neglect', 0], ['physical-abuse', 0], ['sexual-abuse', 0], ['cse', 0]])('%s: %s clock', (word, clocks) => {
    const duties = owed(SAME_DAY, [concern('2016-05-16 09:00', { concern: word })])
    expect(duties).toHaveLength(clocks)
    if (clocks === 1) expect(duties[0]?.clause).toBe('sd-serious-harm')
  })
})
