import { describe, expect, it } from 'vitest'
import { discussion, metInTime, midnightClosing, open, owed, plus } from '@/tests/support/story'

const SENT = 'strategy-record-not-circulated'

describe('the record goes to those who took part', () => {
  it.each([['2016-05-17 09:00', '2016-05-18'], ['2016-05-20 17:30', '2016-05-23'], ['2016-03-24 10:00', '2016-03-29']])('held %s: by the end of %s', (when, lastDay) => {
    expect(owed(SENT, [discussion(when)])[0]).toMatchObject({ dueAt: midnightClosing(lastDay), dayEnd: true, clause: 'sd-record' })
  })

  it('is owed for each discussion, and met by its own circulation', () => {
    const lines = [{ ...discussion('2016-05-17 09:00', null, { meeting_id: 'm1' }), id: 'd1' }, { ...discussion('2016-05-18 09:00', null, { meeting_id: 'm2' }), id: 'd2' }]
    expect(open(SENT, [...lines, { when: '2016-05-18 10:00', what: 'minutes-circulated', with: { of: 'm1' } }]).map((duty) => duty.startedBy.id)).toEqual(['d2'])
    expect(open(SENT, [...lines, { when: '2016-05-18 10:00', what: 'minutes-circulated', with: { of: 'd2' } }]).map((duty) => duty.startedBy.id)).toEqual(['d1'])
  })

  it('is in time before the midnight only', () => {
    const due = midnightClosing('2016-05-18')
    expect([-1, 0].map((minutes) => metInTime(owed(SENT, [{ ...discussion('2016-05-17 09:00'), id: 'd1' }, { when: plus(due, minutes), what: 'minutes-circulated', with: { of: 'd1' } }])[0])))
      .toEqual([true, false])
  })
})
