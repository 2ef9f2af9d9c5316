import { describe, expect, it } from 'vitest'
import { london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const RECORD = 'record-update-overdue'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-20 18:00'): Line => ({ when, what, with: more })

describe('work done is on the record', () => {
  it.each<[Line, number]>([
    [line('safe-and-well-check', { recorded: false }), 1], [line('safe-and-well-check', { recorded: true }), 0], [line('safe-and-well-check'), 0], [line('safe-and-well-check', { recorded: null }), 0],
    [line('strategy-discussion-held', { recorded: false }), 1], [line('strategy-discussion-held', { decision_recorded: false }), 0],
    [line('meeting-held', { decision_recorded: false }), 1], [line('meeting-held', { recorded: false }), 0], [line('meeting-held', { decision_recorded: null }), 0], [line('child-seen', { recorded: false }), 0],
  ])('%j: %s clock', (start, clocks) => expect(owed(RECORD, [start])).toHaveLength(clocks))

  it('24 hours, and two working days after a meeting', () => {
    expect(owed(RECORD, [line('safe-and-well-check', { recorded: false })])[0]).toMatchObject({ dueAt: london('2016-05-21 18:00'), dayEnd: false })
    expect(owed(RECORD, [line('meeting-held', { decision_recorded: false })])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-24'), dayEnd: true })
    expect(owed(RECORD, [line('meeting-held', { decision_recorded: false }, '2016-05-27 18:00')])[0]?.dueAt).toEqual(midnightClosing('2016-06-01'))
  })

  it('is met by bringing it up to date: all of it, or the one that is named; a written confirmation is none', () => {
    const two = [{ ...line('safe-and-well-check', { recorded: false }), id: 'a' }, { ...line('meeting-held', { decision_recorded: false }, '2016-05-20 19:00'), id: 'b' }]
    const updated = (more: Record<string, unknown> = {}): Line => line('record-updated', more, '2016-05-21 09:00')
    expect(open(RECORD, [...two, updated()])).toEqual([])
    expect(open(RECORD, [...two, updated({ of: 'a' })]).map((duty) => duty.startedBy.id)).toEqual(['b'])
    expect(open(RECORD, [...two, updated({ about: 'written-confirmation' })])).toHaveLength(2)
    expect(open(RECORD, [updated(), { ...two[0] as Line, when: '2016-05-22 09:00' }])).toHaveLength(1)
  })
})
