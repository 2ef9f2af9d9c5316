import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const WIDER = 'wider-risk-unassessed'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })
const checked = (more: Record<string, unknown> = {}, when = '2016-05-18 09:00'): Line => line('wider-risk-check', more, when)

describe('other children within the suspect’s reach', () => {
  it.each<[Line, number]>([
    [line('contact-received', { suspect: 'known' }), 1], [line('information-received', { suspect: 'known' }), 1], [line('child-returned', { suspect: 'known' }), 1],
    [line('contact-received', { suspect: 'suspect-1' }), 1], [line('contact-received', { suspect: 'unidentified' }), 0], [line('contact-received'), 0], [line('referral-made', { suspect: 'known' }), 0],
    [line('suspect-action', { action: 'identified' }), 1], [line('suspect-action', { action: 'arrested' }), 1], [line('suspect-action', { action: 'spoken-to' }), 1],
    [line('suspect-action', { action: 'interviewed' }), 0], [line('suspect-action', { action: 'not-arrested' }), 0],
  ])('%j: %s clock', (start, clocks) => expect(owed(WIDER, [start])).toHaveLength(clocks))

  it('seven days of 24 hours, over the change of the clocks', () => {
    expect(owed(WIDER, [line('suspect-action', { action: 'arrested' }, '2016-03-22 12:00')])[0]).toMatchObject({ dueAt: london('2016-03-29 13:00'), dayEnd: false })
  })

  it('each suspect has a clock, met by a check of that suspect or of all', () => {
    const two = [line('contact-received', { suspect: 'suspect-1' }), line('information-received', { suspect: 'suspect-2' }, '2016-05-17 09:00')]
    expect(owed(WIDER, two).map((duty) => duty.item)).toEqual(['suspect-1', 'suspect-2'])
    expect(open(WIDER, [...two, checked({ suspect: 'suspect-1' })]).map((duty) => duty.item)).toEqual(['suspect-2'])
    expect(open(WIDER, [...two, checked()])).toEqual([])
    expect(owed(WIDER, [line('contact-received', { suspect_ids: ['a', 'b'] })]).map((duty) => duty.item)).toEqual(['a', 'b'])
  })

  it('once checked, the same suspect starts none, nor does the first name given; another suspect or offence does', () => {
    const before = [line('contact-received', { suspect: 'known' }), checked()]
    expect(owed(WIDER, [...before, line('suspect-action', { action: 'arrested' }, '2016-05-20 09:00')])).toHaveLength(1)
    expect(owed(WIDER, [...before, line('suspect-action', { action: 'arrested', suspect: 'suspect-1' }, '2016-05-20 09:00')])).toHaveLength(1)
    expect(owed(WIDER, [...before, line('information-received', { suspect: 'known', new_person: true }, '2016-05-20 09:00')])).toHaveLength(2)
    const named = [line('contact-received', { suspect: 'suspect-1' }), checked({ suspect: 'suspect-1' })]
    expect(owed(WIDER, [...named, line('information-received', { suspect: 'suspect-2' }, '2016-05-20 09:00')])).toHaveLength(2)
  })
})
