import { describe, expect, it } from 'vitest'
import { back, classed, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed, plus, type Line } from '@/tests/support/story'

const ALERT = 'absent-over-24h'
const absent = [reported(), classed('absent', '2016-05-16 09:30')]
const left = (...lines: Line[]): number => open(ALERT, [...absent, ...lines], SIXTEEN).length

describe('absent for 24 hours', () => {
  it('runs from the report, whenever it was classed', () => {
    expect(owed(ALERT, absent, SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-17 09:00')])
    expect(owed(ALERT, [reported()], SIXTEEN)).toEqual([])
  })

  it('is 24 elapsed hours on both nights on which the clocks change', () => {
    for (const [from, due] of [['2016-03-26 20:00', '2016-03-27 21:00'], ['2016-10-29 20:00', '2016-10-30 19:00']] as const) {
      const [duty] = owed(ALERT, [reported({}, from), classed('absent', from)], SIXTEEN)
      expect(duty?.dueAt).toEqual(london(due))
      expect(duty?.dueAt).toEqual(plus(london(from), 24 * 60))
    }
  })

  it('is over when the child is back or classed missing before', () => {
    expect(left(back('2016-05-17 08:59'))).toBe(0)
    expect(left(classed('missing', '2016-05-17 08:59'))).toBe(0)
  })

  it('Holdfast’s own change does not answer it; a person who takes it up does', () => {
    const own: Line = { when: '2016-05-17 09:00', what: 'episode-classified', with: { as: 'missing', by: 'Holdfast', automatic: true } }
    expect(left(own)).toBe(1)
    expect(left({ ...own, with: { as: 'missing' } })).toBe(1)
    expect(left({ ...own, with: { as: 'missing', by: 'system' } })).toBe(1)
    expect(left(own, graded('medium', '2016-05-17 09:30'))).toBe(0)
    expect(left(classed('missing', '2016-05-17 09:10'))).toBe(0)
    expect(left(own, back('2016-05-17 10:00'))).toBe(0)
  })
})
