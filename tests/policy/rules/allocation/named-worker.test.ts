import { describe, expect, it } from 'vitest'
import { london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ALLOCATION = 'allocation-overdue'
const contact = (more: Record<string, unknown> = {}, when = '2016-05-20 18:00'): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more } })

describe('a named worker', () => {
  it.each([
    [{}, midnightClosing('2016-05-23'), true], [{ urgency: 'high' }, london('2016-05-21 18:00'), false], [{ concern: 'penetrative-abuse' }, london('2016-05-21 18:00'), false],
    [{ concern: 'serious-injury' }, london('2016-05-21 18:00'), false], [{ concern: 'serious-neglect' }, london('2016-05-21 18:00'), false],
    [{ concern: 'trafficking' }, midnightClosing('2016-05-23'), true], [{ concern: 'indecent-images' }, midnightClosing('2016-05-23'), true],
  ])('%j, Friday 18:00', (more, dueAt, dayEnd) => {
    expect(owed(ALLOCATION, [contact(more)])[0]).toMatchObject({ dueAt, dayEnd, clause: 'allocation' })
  })

  it.each([[null], ['offender-risk']])('concern %s: none', (concern) => expect(owed(ALLOCATION, [contact({ concern })])).toEqual([]))

  it('an urgent fact shortens it and keeps the former time; a less urgent one changes nothing', () => {
    const shortened = owed(ALLOCATION, [contact(), contact({ urgency: 'high' }, '2016-05-20 19:00')])
    expect(shortened.map((duty) => [duty.dueAt, duty.shortenedBy !== null])).toEqual([[midnightClosing('2016-05-23'), true], [london('2016-05-21 19:00'), false]])
    expect(owed(ALLOCATION, [contact({ urgency: 'high' }), contact({}, '2016-05-20 19:00')])).toHaveLength(1)
  })

  it('is met by an allocation, ended by threshold not met, left by section 47', () => {
    const decided = (outcome: string): Line => ({ when: '2016-05-20 20:00', what: 'referral-decided', with: { outcome } })
    expect(open(ALLOCATION, [contact(), { when: '2016-05-20 20:00', what: 'case-allocated' }])).toEqual([])
    for (const outcome of ['s17', 'other-services', 'nfa']) expect(open(ALLOCATION, [contact(), decided(outcome)])).toEqual([])
    for (const outcome of ['s47', 'immediate-protection']) expect(open(ALLOCATION, [contact(), decided(outcome)])).toHaveLength(1)
  })

  it('once allocated a further fact starts none; a new offence, or a referral after the case was closed, does', () => {
    const before = [contact(), { when: '2016-05-20 20:00', what: 'case-allocated' } as Line]
    expect(owed(ALLOCATION, [...before, contact({}, '2016-06-20 18:00')])).toHaveLength(1)
    expect(owed(ALLOCATION, [...before, contact({ new_offence: true }, '2016-06-20 18:00')])).toHaveLength(2)
    expect(owed(ALLOCATION, [...before, { when: '2016-06-01 09:00', what: 'case-closed' }, contact({}, '2016-06-20 18:00')])).toHaveLength(2)
  })
})
