import { describe, expect, it } from 'vitest'
import { discussion, london, metInTime, midnightClosing, open, owed, plus, type Line } from '@/tests/support/story'

const STANDARD = 'strategy-discussion-overdue/standard'
const concern = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more } })

describe('strategy discussion, three working days', () => {
  it.each([
    ['a Monday', '2016-05-16 09:00', '2016-05-19'],
    ['a Friday evening', '2016-05-20 18:00', '2016-05-25'],
    ['a Saturday', '2016-05-21 03:00', '2016-05-25'],
    ['before a bank holiday Monday', '2016-05-27 10:00', '2016-06-02'],
    ['Maundy Thursday', '2016-03-24 16:30', '2016-03-31'],
    ['Good Friday', '2016-03-25 10:00', '2016-03-31'],
    ['Christmas Eve, Christmas on a weekend', '2016-12-23 23:59', '2016-12-30'],
    ['across the two holidays of June 2012', '2012-06-01 12:00', '2012-06-08'],
    ['across the moved holiday of 2020', '2020-05-07 12:00', '2020-05-13'],
    ['across a royal funeral', '2022-09-16 12:00', '2022-09-22'],
    ['across a coronation', '2023-05-05 12:00', '2023-05-11'],
    ['over the night the clocks go forward', '2016-03-26 12:00', '2016-03-31'],
    ['over the night the clocks go back', '2016-10-29 12:00', '2016-11-02'],
    ['the last minute of a day', '2016-05-16 23:59', '2016-05-19'],
    ['midnight itself, which begins the next day', '2016-05-17 00:00', '2016-05-20'],
  ])('from %s', (_what, when, lastDay) => {
    const [duty] = owed(STANDARD, [concern(when)])
    expect(duty).toMatchObject({ dueAt: midnightClosing(lastDay), dayEnd: true, clause: 'sd-default', met: null })
    expect(duty?.days.filter((day) => day.counted)).toHaveLength(3)
  })

  it('is met a minute before the midnight, and late at it and after it', () => {
    const due = midnightClosing('2016-05-19')
    const met = (minutes: number) => metInTime(owed(STANDARD, [concern('2016-05-16 09:00'), discussion(plus(due, minutes))])[0])
    expect([met(-1), met(0), met(1)]).toEqual([true, false, false])
  })

  it('counts from when the concern was identified, not from receipt; blank, from the earliest moment known', () => {
    const identified = owed(STANDARD, [concern('2016-05-18 09:00', { concern_identified_at: london('2016-05-16 12:00').toISOString(), received_at: london('2016-05-18 09:00').toISOString() })])
    expect(identified[0]?.dueAt).toEqual(midnightClosing('2016-05-19'))
    const blank = owed(STANDARD, [concern('2016-05-18 09:00', { initial_report_at: london('2016-05-17 12:00').toISOString(), received_at: london('2016-05-18 09:00').toISOString() })])
    expect(blank[0]?.dueAt).toEqual(midnightClosing('2016-05-20'))
  })

  it.each(['cse', 'online-cse', 'penetrative-abuse', 'sexual-abuse', 'serious-injury', 'physical-abuse', 'serious-neglect', 'neglect',
    'domestic-abuse', 'fgm', 'trafficking', 'repeat-missing', 'household-child', 'organised-abuse'])('starts on %s', (word) => {
    expect(owed(STANDARD, [concern('2016-05-16 09:00', { concern: word })])).toHaveLength(1)
  })

  it.each([['indecent-images'], ['offender-risk'], [null], ['no such word']])('does not start on %s', (word) => {
    expect(owed('strategy-discussion-overdue', [concern('2016-05-16 09:00', { concern: word })])).toEqual([])
  })

  it('starts on an exploitation category of 1 to 3, on exploitation known at a missing report, and not on category 0', () => {
    const on = (line: Line) => owed(STANDARD, [line]).length
    expect([0, 1, 2, 3].map((category) => on({ when: '2016-05-16 09:00', what: 'cse-category-set', with: { category } }))).toEqual([0, 1, 1, 1])
    expect(on({ when: '2016-05-16 09:00', what: 'missing-reported', with: { cse_known: true } })).toBe(1)
    expect(on({ when: '2016-05-16 09:00', what: 'missing-reported', with: {} })).toBe(0)
    expect(owed(STANDARD, [{ when: '2016-05-16 09:00', what: 'missing-reported' }], { child: { flags: ['cse-risk'] } })).toHaveLength(1)
  })

  it('a discussion of participants not known meets it; one without a manager, or without health, does not', () => {
    const with_ = (participants: string[] | null) => open(STANDARD, [concern('2016-05-16 09:00'), discussion('2016-05-17 09:00', participants)])
    expect(with_(null)).toEqual([])
    expect(with_(['social-worker', 'health', 'police'])).toHaveLength(1)
    expect(with_(['social-worker', 'social-work-manager', 'police'])).toHaveLength(1)
    expect(with_(['social-worker', 'social-work-manager', 'health', 'police'])).toEqual([])
  })

  it('once: a further fact about a concern just discussed starts nothing, a new offence or another concern does', () => {
    const before = [concern('2016-05-16 09:00'), discussion('2016-05-17 09:00')]
    expect(owed(STANDARD, [...before, concern('2016-05-18 09:00')])).toHaveLength(1)
    expect(owed(STANDARD, [...before, concern('2016-05-18 09:00', { new_offence: true })])).toHaveLength(2)
    expect(owed(STANDARD, [...before, concern('2016-05-18 09:00', { concern: 'sexual-abuse' })])).toHaveLength(2)
  })

  it('a discussion answers a further fact for ninety days, at the instant still, a minute later no more', () => {
    const held = london('2016-05-17 09:00')
    const after = (minutes: number) => owed(STANDARD, [concern('2016-05-16 09:00'), discussion(held),
      { when: plus(held, 90 * 24 * 60 + minutes), what: 'contact-received', with: { concern: 'neglect' } }]).length
    expect([after(0), after(1)]).toEqual([1, 2])
  })

  it('a further missing episode is answered for twenty-eight days by a quorate discussion', () => {
    const held = london('2016-05-17 09:00')
    const episode = (minutes: number, participants?: string[]) => owed(STANDARD, [
      { when: '2016-05-16 09:00', what: 'missing-reported', with: { concern: 'repeat-missing' } }, discussion(held, participants),
      { when: plus(held, 28 * 24 * 60 + minutes), what: 'missing-reported', with: { concern: 'repeat-missing' } }]).length
    expect([episode(0), episode(1)]).toEqual([1, 2])
    expect(owed(STANDARD, [{ when: '2016-05-16 09:00', what: 'missing-reported', with: { concern: 'repeat-missing' } }, discussion(held),
      { when: plus(held, 60), what: 'missing-reported', with: { concern: 'repeat-missing', new_place: true } }])).toHaveLength(2)
  })

  it('no strategy discussion is owed about somebody who was eighteen', () => {
    expect(owed(STANDARD, [concern('2016-05-16 09:00')], { child: { adultSince: london('2016-05-16 00:00') } })).toEqual([])
    expect(owed(STANDARD, [concern('2016-05-16 09:00')], { child: { adultSince: london('2016-05-17 00:00') } })).toHaveLength(1)
  })
})
