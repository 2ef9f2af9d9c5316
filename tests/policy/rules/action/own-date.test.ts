import { describe, expect, it } from 'vitest'
import { london, metInTime, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ACTION = 'action-overdue'
const due = london('2016-06-01 12:00')
const set = (more: Record<string, unknown> = {}, id = 'a1'): Line => ({ when: '2016-05-16 09:00', what: 'action-set', with: { action: 'medical', owner: 'health', due: due.toISOString(), ...more }, id })
const done = (more: Record<string, unknown>, when: string | Date = '2016-05-20 09:00'): Line => ({ when, what: 'action-completed', with: more })

describe('an action by its own date', () => {
  it('is due when it says; without a date nothing is due', () => {
    expect(owed(ACTION, [set()])[0]).toMatchObject({ dueAt: due, dayEnd: false, clause: 'action-overdue' })
    expect(owed(ACTION, [set({ due: null })])).toEqual([])
    expect(owed(ACTION, [set({ due: 'soon' })])).toEqual([])
  })

  it('agreed for an instant it is in time at it; agreed for a day it is not at the midnight', () => {
    expect([0, 60_000].map((ms) => metInTime(owed(ACTION, [set(), done({ action: 'medical' }, new Date(due.getTime() + ms))])[0]))).toEqual([true, false])
    const midnight = midnightClosing('2016-06-01')
    const day = set({ due: midnight.toISOString(), due_day_end: true })
    expect([-1, 0].map((ms) => metInTime(owed(ACTION, [day, done({ action: 'medical' }, new Date(midnight.getTime() + ms))])[0]))).toEqual([true, false])
  })

  it('is met by its own completion, by id where both have one, else by its words', () => {
    expect(open(ACTION, [set(), done({ action: 'medical' })])).toEqual([])
    expect(open(ACTION, [set(), done({ action: 'school visit' })])).toHaveLength(1)
    expect(open(ACTION, [set({ action_id: 'x' }), done({ action_id: 'y', action: 'medical' })])).toHaveLength(1)
    expect(open(ACTION, [set({ action_id: 'x' }), done({ action_id: 'x', action: 'other words' })])).toEqual([])
  })

  it('carried, the first ends as carried and keeps its date; the new date is a clock of its own', () => {
    const carried: Line = { when: '2016-06-02 09:00', what: 'action-set', with: { action: 'medical', action_id: 'y', carried_from: 'x', due: london('2016-06-10 12:00').toISOString() } }
    const duties = owed(ACTION, [set({ action_id: 'x' }), carried])
    expect(duties.map((duty) => [duty.dueAt, duty.ended?.why ?? null])).toEqual([[due, 'carried'], [london('2016-06-10 12:00'), null]])
  })
})
