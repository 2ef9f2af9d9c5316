import { describe, expect, it } from 'vitest'
import { back, called, classed, graded, reported, SIXTEEN } from '@/tests/support/away'
import { london, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'social-care-not-told'
const told = (more: Record<string, unknown> = {}, when = '2016-05-16 09:30'): Line => ({ when, what: 'social-care-notified', with: more })
const due = (lines: readonly Line[], child: Record<string, unknown> = {}) => open(ALERT, lines, { child: { age: 16, ...child } }).map((duty) => [duty.item, duty.dueAt])

describe('social care hears of a missing child', () => {
  it('within 24 hours; within one for a child in care, on a plan or at high risk', () => {
    expect(due([reported()])).toEqual([['local', london('2016-05-17 09:00')]])
    expect(due([reported()], { planCategory: 'neglect' })).toEqual([['local', london('2016-05-16 10:00')]])
    expect(due([reported(), graded('high', '2016-05-16 09:20')])).toEqual([['local', london('2016-05-16 10:20')]])
    expect(due([reported()], { lookedAfter: true })).toEqual([['placing', london('2016-05-16 10:00')], ['responsible', london('2016-05-16 10:00')]])
  })

  it('each authority by itself; who was told of a time away is not told again because it is graded high', () => {
    const care = { lookedAfter: true }
    expect(due([reported(), told({ authority: 'responsible' })], care).map(([item]) => item)).toEqual(['placing'])
    expect(due([reported(), told({ authority: 'local' })], care).map(([item]) => item)).toEqual(['responsible'])
    expect(due([reported(), told()], care)).toEqual([])
    expect(due([reported(), { when: '2016-05-16 09:30', what: 'referral-made', with: { from: 'police', to: 'csc' } }], care).map(([item]) => item)).toEqual(['responsible'])
    expect(due([reported(), told(), graded('high', '2016-05-16 10:00')])).toEqual([])
    expect(owed(ALERT, [reported(), told(), back('2016-05-16 12:00'), reported({}, '2016-05-16 20:00')], SIXTEEN)).toHaveLength(2)
  })

  it('not of an absent child, until the child is missing', () => {
    expect(due([reported(), classed('absent')])).toEqual([])
    expect(due([reported(), classed('absent'), called('2016-05-16 09:50', { harm: true })])).toEqual([['local', london('2016-05-17 09:50')]])
    expect(due([reported(), back('2016-05-16 12:00')])).toEqual([])
  })
})
