import { describe, expect, it } from 'vitest'
import { discussion, open, owed, type Line } from '@/tests/support/story'

const ADD_UP = 'cumulative-incidents'
const incident = (when: string, more: Record<string, unknown> = {}, what: Line['what'] = 'contact-received'): Line => ({ when, what, with: { concern: 'domestic-abuse', ...more } })
const before = (count: unknown): Line => ({ when: '2015-01-01 09:00', what: 'earlier-counts-stated', with: { domestic_incidents: count } })

describe('domestic incidents in a family', () => {
  it('the third in twelve months is raised, and every one after it', () => {
    const three = [incident('2016-01-10 09:00'), incident('2016-03-10 09:00'), incident('2016-05-10 09:00')]
    expect(owed(ADD_UP, three.slice(0, 2))).toEqual([])
    expect(owed(ADD_UP, three).map((duty) => duty.startedBy.id)).toEqual(['e3'])
    expect(owed(ADD_UP, [...three, incident('2016-05-20 09:00')])).toHaveLength(2)
  })

  it('twelve months back and no further', () => {
    const told = (first: string) => owed(ADD_UP, [incident(first), incident('2016-03-10 09:00'), incident('2016-05-10 09:00')])
    expect(told('2015-05-10 09:00')).toHaveLength(1)
    expect(told('2015-05-09 09:00')).toEqual([])
  })

  it('those known from before count though nobody knows when', () => {
    expect(owed(ADD_UP, [before(2), incident('2016-05-10 09:00')])).toHaveLength(1)
    expect(owed(ADD_UP, [before(1), incident('2016-05-10 09:00')])).toEqual([])
    for (const unknown of [null, 'many', undefined]) expect(owed(ADD_UP, [before(unknown), incident('2016-05-10 09:00')])).toEqual([])
  })

  it('the number that an entry gives counts, whatever its concern, and one incident told twice is one', () => {
    expect(owed(ADD_UP, [incident('2016-05-10 09:00', { concern: 'neglect', incident_number: 3 })])).toHaveLength(1)
    expect(owed(ADD_UP, [incident('2016-05-10 09:00', { incident_number: 2 })])).toEqual([])
    expect(owed(ADD_UP, [incident('2016-05-10 09:00', { incident_number: 1 }), incident('2016-05-10 10:00', { incident_number: 1 }, 'pac-submitted'), incident('2016-05-11 09:00', { incident_number: 2 })])).toEqual([])
  })

  it('passing it on is no further incident', () => {
    const two = [incident('2016-01-10 09:00'), incident('2016-03-10 09:00')]
    expect(owed(ADD_UP, [...two, incident('2016-03-10 12:00', { from: 'police', to: 'csc' }, 'referral-made')])).toEqual([])
    expect(owed(ADD_UP, [...two, incident('2016-03-10 12:00', { contact_id: 'x' }, 'referral-made')])).toEqual([])
    expect(owed(ADD_UP, [...two, incident('2016-05-10 12:00', { from: 'idva' }, 'referral-made')])).toHaveLength(1)
  })

  it('is put right by looking at them together', () => {
    const raised = [before(5), incident('2016-05-10 09:00')]
    expect(open(ADD_UP, [...raised, discussion('2016-05-11 09:00')])).toEqual([])
    expect(open(ADD_UP, [...raised, { when: '2016-05-11 09:00', what: 'child-seen' }])).toHaveLength(1)
  })
})
