import { expect, it } from 'vitest'
import { held } from '@/tests/support/exploited'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const WAITS = 'map-output-outstanding'
const map = held('MAP', '2016-05-20 15:00', { decision_recorded: false, meeting_id: 'm1' })
const later = (what: Line['what'], more: Record<string, unknown>): Line => ({ when: '2016-05-23 09:00', what, with: more })

it('by the end of the next working day, where it is not on record', () => {
  expect(owed(WAITS, [map])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), dayEnd: true, clause: 'map-output' })
  for (const said of [true, null, undefined]) expect(owed(WAITS, [held('MAP', '2016-05-20 15:00', { decision_recorded: said })])).toEqual([])
  expect(owed(WAITS, [held('MASE', '2016-05-20 15:00', { decision_recorded: false })])).toEqual([])
})

it('is met by the item closed, the minutes or the record of that MAP', () => {
  expect(open(WAITS, [map, later('meeting-item-closed', { meeting: 'MAP', meeting_id: 'm1' })])).toEqual([])
  expect(open(WAITS, [map, later('minutes-confirmed', { meeting: 'MAP' })])).toEqual([])
  expect(open(WAITS, [map, later('record-updated', {})])).toEqual([])
  expect(open(WAITS, [map, later('meeting-item-closed', { meeting: 'MAP', meeting_id: 'm2' })])).toHaveLength(1)
  expect(open(WAITS, [map, later('minutes-confirmed', { meeting: 'MASE' })])).toHaveLength(1)
})
