import { describe, expect, it } from 'vitest'
import { back, checked, classed, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, metInTime, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'safe-and-well-check-overdue'
const due = (...lines: Line[]) => open(ALERT, lines, SIXTEEN).map((duty) => duty.dueAt)

describe('police see and speak to the child who is back', () => {
  it('within 24 hours, within one where the grade was high at last', () => {
    expect(due(reported(), back('2016-05-16 21:00'))).toEqual([london('2016-05-17 21:00')])
    expect(due(reported(), graded('medium'), graded('high', '2016-05-16 12:00'), back('2016-05-16 21:00'))).toEqual([london('2016-05-16 22:00')])
    expect(due(reported(), graded('high'), graded('medium', '2016-05-16 12:00'), back('2016-05-16 21:00'))).toEqual([london('2016-05-17 21:00')])
    expect(due(reported(), classed('absent'), back('2016-05-16 21:00'))).toEqual([london('2016-05-17 21:00')])
    expect(metInTime(owed(ALERT, [reported(), back('2016-05-16 21:00'), checked('2016-05-17 21:00')], SIXTEEN)[0])).toBe(true)
    expect(metInTime(owed(ALERT, [reported(), back('2016-05-16 21:00'), checked('2016-05-17 21:01')], SIXTEEN)[0])).toBe(false)
  })

  it('a grade of an earlier time away is of that one', () => {
    const lines = [reported(), graded('high'), back('2016-05-16 12:00'), checked('2016-05-16 12:30'), reported({}, '2016-05-16 18:00'), graded('medium', '2016-05-16 18:30'), back('2016-05-16 23:00')]
    expect(due(...lines)).toEqual([london('2016-05-17 23:00')])
  })

  it('seen and spoken to, or it does not count', () => {
    const lines = [reported(), back('2016-05-16 21:00')]
    for (const not of [{ seen: true, spoken_to: false }, { seen: false, spoken_to: true }, { spoken_to: null }, { seen: null }, { adequate: false }]) expect(due(...lines, checked('2016-05-16 22:00', not)), JSON.stringify(not)).toHaveLength(1)
    expect(due(...lines, checked('2016-05-16 22:00', { adequate: true }))).toEqual([])
  })

  it('returned and missing again the same day: each return has its own, one check answers both', () => {
    const lines = [reported(), back('2016-05-16 12:00'), reported({}, '2016-05-16 14:00'), back('2016-05-16 20:00')]
    expect(due(...lines)).toEqual([london('2016-05-17 12:00'), london('2016-05-17 20:00')])
    expect(due(...lines, checked('2016-05-16 21:00'))).toEqual([])
  })

  it('checked where found, before the return was written down: nothing is owed; a return told twice owes once', () => {
    expect(due(reported(), checked('2016-05-16 11:00'), back('2016-05-16 11:10', { how: 'found' }))).toEqual([])
    expect(due(reported(), back('2016-05-16 12:00'), back('2016-05-16 13:00', { how: 'brought' }))).toHaveLength(1)
    // A return without a report presupposes a time away.
    expect(due(back('2016-05-16 12:00'))).toHaveLength(1)
    expect(due(reported(), back('2016-05-16 12:00', { how: 'found dead' }))).toEqual([])
  })
})
