import { describe, expect, it } from 'vitest'
import { back, checked, interviewed, reported, SIXTEEN } from '@/tests/support/away'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'debrief-not-referred'
const away = [reported(), back('2016-05-16 21:00')]
const due = (...lines: Line[]) => open(ALERT, [...away, ...lines], SIXTEEN).map((duty) => duty.dueAt)

describe('what the child said goes to social care by the next working day', () => {
  it('counted over the weekend and the bank holiday', () => {
    expect(due(checked('2016-05-17 09:00', { concern: 'cse' }))).toEqual([midnightClosing('2016-05-18')])
    expect(due(checked('2016-05-20 09:00', { findings: 'was with a man of 30' }))).toEqual([midnightClosing('2016-05-23')])
    // Spring bank holiday, Monday 30 May 2016: Friday's debrief is due on Tuesday, Saturday's too.
    expect(due(checked('2016-05-27 09:00', { indicators: ['found-with-adults'] }))).toEqual([midnightClosing('2016-05-31')])
    expect(due(checked('2016-05-28 23:59', { disclosure: 'was hit' }))).toEqual([midnightClosing('2016-05-31')])
    expect(due(interviewed('2016-05-18 09:00', { done: true, concern: 'cse' }))).toEqual([midnightClosing('2016-05-19')])
  })

  it('nothing said, nothing to refer', () => {
    for (const findings of ['none', 'Nothing said.', 'No concerns', 'nothing disclosed']) expect(due(checked('2016-05-17 09:00', { findings })), findings).toEqual([])
    expect(due(checked('2016-05-17 09:00'))).toEqual([])
    expect(due(interviewed('2016-05-18 09:00', { offered: true, concern: 'cse' }))).toEqual([])
  })

  it('referred, passed on, or discussed', () => {
    const found = checked('2016-05-17 09:00', { concern: 'cse' })
    expect(due(found, { when: '2016-05-17 12:00', what: 'referral-made', with: { from: 'police', to: 'csc' } })).toEqual([])
    expect(due(found, { when: '2016-05-17 12:00', what: 'referral-made', with: { from: 'police', to: 'cait' } })).toHaveLength(1)
    expect(due(found, { when: '2016-05-17 12:00', what: 'passed-to-csc' })).toEqual([])
  })

  it('what reaches the threshold opens the strategy discussion too, at the check, the interview and the return', () => {
    for (const line of [checked('2016-05-17 09:00', { concern: 'penetrative-abuse' }), interviewed('2016-05-17 09:00', { done: true, concern: 'penetrative-abuse' })]) {
      expect(open('strategy-discussion-overdue/same-day', [...away, line], SIXTEEN).map((duty) => duty.dueAt)).toEqual([midnightClosing('2016-05-17')])
    }
    expect(open('strategy-discussion-overdue/standard', [reported(), back('2016-05-16 21:00', { concern: 'cse' })], SIXTEEN)).toHaveLength(1)
    expect(owed('strategy-discussion-overdue', [...away, checked('2016-05-17 09:00')], SIXTEEN)).toEqual([])
  })
})
