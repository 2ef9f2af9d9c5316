import { describe, expect, it } from 'vitest'
import { back, called, classed, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, metInTime, open, owed } from '@/tests/support/story'

const ALERT = 'absent-callback-overdue'
const absent = [reported({ answers: { cse_risk: false } }), classed('absent')]
const due = (...lines: Parameters<typeof open>[1][number][]) => open(ALERT, lines, SIXTEEN).map((duty) => duty.dueAt)

describe('the informant of an absent child is called back', () => {
  it('within an hour of the first call, not of the classing', () => {
    expect(due(...absent)).toEqual([london('2016-05-16 10:00')])
    expect(due(reported(), classed('absent', '2016-05-16 09:40'))).toEqual([london('2016-05-16 10:00')])
    const [first] = owed(ALERT, [...absent, called('2016-05-16 10:00')], SIXTEEN)
    expect(metInTime(first)).toBe(true)
    expect(metInTime(owed(ALERT, [...absent, called('2016-05-16 10:01')], SIXTEEN)[0])).toBe(false)
  })

  it('then four hours from each call, or as agreed up to eight', () => {
    expect(due(...absent, called('2016-05-16 09:50'))).toEqual([london('2016-05-16 13:50')])
    expect(due(...absent, called('2016-05-16 09:50', {}, { agreed_interval_hours: 6 }))).toEqual([london('2016-05-16 15:50')])
    // What was agreed stands until something else is.
    expect(due(...absent, called('2016-05-16 09:50', {}, { agreed_interval_hours: 8 }), called('2016-05-16 17:00'))).toEqual([london('2016-05-17 01:00')])
    expect(due(reported({ agreed_interval_hours: 5 }), classed('absent'), called('2016-05-16 09:50'))).toEqual([london('2016-05-16 14:50')])
  })

  it('an interval outside four to eight that was put on record all the same is taken as four', () => {
    for (const hours of [3, 9, 0, -1]) expect(due(...absent, called('2016-05-16 09:50', {}, { agreed_interval_hours: hours })), String(hours)).toEqual([london('2016-05-16 13:50')])
  })

  it('no longer when the child is back, is missing, or becomes so before it falls due', () => {
    expect(due(...absent, back('2016-05-16 09:30'))).toEqual([])
    expect(due(...absent, classed('missing', '2016-05-16 09:30'))).toEqual([])
    expect(due(...absent, called('2016-05-16 09:30', { cse_risk: true }))).toEqual([])
    // 09:00 the next day is the 24th hour: the child is missing then.
    expect(due(...absent, called('2016-05-17 04:59'))).toEqual([london('2016-05-17 08:59')])
    expect(due(...absent, called('2016-05-17 05:00'))).toEqual([])
    expect(due(...absent, called('2016-05-17 04:00'), { when: '2016-05-17 09:30', what: 'record-updated' })).toEqual([])
  })

  it('from the change where somebody had classed the child missing before', () => {
    expect(due(reported(), classed('missing'), classed('absent', '2016-05-16 12:00', { rank: 'inspector', reason: 'with his aunt, who rang' }))).toEqual([london('2016-05-16 13:00')])
    expect(due(reported(), graded('medium', '2016-05-16 09:30'), classed('absent', '2016-05-16 12:00', { rank: 'inspector', reason: 'with his aunt, who rang' }))).toEqual([london('2016-05-16 13:00')])
  })

  it('runs for a missing child never', () => {
    expect(owed(ALERT, [reported(), called('2016-05-16 10:00')], SIXTEEN)).toEqual([])
  })
})
