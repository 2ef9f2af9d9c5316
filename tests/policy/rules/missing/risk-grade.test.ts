import { describe, expect, it } from 'vitest'
import { isOpen } from '@/lib/policy/duties'
import { back, called, classed, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, metInTime, open, owed, plus } from '@/tests/support/story'

const ALERT = 'missing-risk-not-graded'

describe('a missing child is graded within the hour', () => {
  it('from the report, at the minute', () => {
    const [duty] = owed(ALERT, [reported(), graded('medium', '2016-05-16 10:00')], SIXTEEN)
    expect(duty?.dueAt).toEqual(london('2016-05-16 10:00'))
    expect(metInTime(duty)).toBe(true)
    expect(metInTime(owed(ALERT, [reported(), graded('medium', '2016-05-16 10:01')], SIXTEEN)[0])).toBe(false)
  })

  it('not while the child is absent; from the moment a call-back makes the child missing', () => {
    const absent = [reported({ answers: { cse_risk: false } }), classed('absent')]
    expect(owed(ALERT, absent, SIXTEEN).filter(isOpen).map((duty) => duty.dueAt)).toEqual([london('2016-05-17 10:00')])
    const raised = [...absent, called('2016-05-16 09:50', { cse_risk: true })]
    expect(open(ALERT, raised, SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 10:50')])
    // Setting by hand what stands already starts nothing again.
    expect(open(ALERT, [...raised, classed('missing', '2016-05-16 10:20')], SIXTEEN).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 10:50')])
  })

  it('within the hour after the 24, with nobody to write it down, over both clock changes', () => {
    for (const [from, due] of [['2016-03-26 18:00', '2016-03-27 20:00'], ['2016-10-29 18:00', '2016-10-30 18:00']] as const) {
      const lines = [reported({}, from), classed('absent', from)]
      expect(open(ALERT, lines, SIXTEEN).map((duty) => duty.dueAt)).toEqual([london(due)])
      expect(london(due)).toEqual(plus(london(from), 25 * 60))
    }
  })

  it('a grade known not to have been set is none; a graded child who is classed again is graded; the return ends it', () => {
    expect(open(ALERT, [reported(), graded(null, '2016-05-16 09:30')], SIXTEEN)).toHaveLength(1)
    expect(open(ALERT, [reported(), graded('medium', '2016-05-16 09:10'), classed('missing', '2016-05-16 09:30')], SIXTEEN)).toEqual([])
    expect(open(ALERT, [reported(), back('2016-05-16 09:30')], SIXTEEN)).toEqual([])
    expect(owed(ALERT, [reported()], { child: { age: 19, adultSince: london('2015-01-01 00:00') } })).toEqual([])
  })

  it('once for a time away, and again for the next', () => {
    const twice = [reported(), reported({ by: 'mother' }, '2016-05-16 09:20')]
    expect(owed(ALERT, twice, SIXTEEN)).toHaveLength(1)
    expect(owed(ALERT, [reported(), graded('medium'), back('2016-05-16 12:00'), reported({}, '2016-05-16 20:00')], SIXTEEN)).toHaveLength(2)
  })
})
