import { describe, expect, it } from 'vitest'
import { discussion, london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const SEEN = 'child-not-seen'
const contact = (more: Record<string, unknown> = {}, when = '2016-05-20 18:00'): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more } })
const then = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-21 09:00'): Line => ({ when, what, with: more })
const plan = (action: string, more: Record<string, unknown> = {}, when = '2016-05-21 10:00'): Line =>
  then('action-set', { action, owner: 'cait', due: london('2016-05-30 09:00').toISOString(), ...more }, when)

describe('the child is seen', () => {
  it.each([
    [{}, midnightClosing('2016-05-25'), true], [{ urgency: 'high' }, london('2016-05-21 18:00'), false], [{ concern: 'trafficking' }, london('2016-05-21 18:00'), false],
    [{ concern: 'penetrative-abuse' }, london('2016-05-21 18:00'), false], [{ concern: 'cse' }, midnightClosing('2016-05-25'), true],
  ])('%j, Friday 18:00', (more, dueAt, dayEnd) => expect(owed(SEEN, [contact(more)])[0]).toMatchObject({ dueAt, dayEnd }))

  it('working days step over bank holidays', () => {
    expect(owed(SEEN, [contact({}, '2016-03-24 09:00')])[0]?.dueAt).toEqual(midnightClosing('2016-03-31'))
    expect(owed(SEEN, [contact({}, '2016-05-27 23:59')])[0]?.dueAt).toEqual(midnightClosing('2016-06-02'))
  })

  it.each<[Line, boolean]>([
    [then('child-seen', { spoken_to: true }), true], [then('child-seen', { observed: true }), true], [then('child-seen', { spoken_to: false }), false], [then('child-seen'), false],
    [then('child-seen', { spoken_to: true, linked: true }), false], [then('child-interviewed'), true], [then('safe-and-well-check', { seen: true, spoken_to: true }), true],
    [then('safe-and-well-check', { seen: true }), false], [then('safe-and-well-check', { seen: true, spoken_to: false }), false], [then('family-contacted'), false],
    [then('enquiry-visit', { by: 'police' }), false], [then('enquiry-visit', { child_spoken_to: true }), true], [then('appointment-cancelled', { by: 'child' }), false],
    [then('referral-decided', { outcome: 'nfa' }), true], [then('referral-decided', { outcome: 's47' }), false], [discussion('2016-05-21 09:00'), false],
  ])('%j closes it: %s', (line, closes) => expect(open(SEEN, [contact(), line])).toHaveLength(closes ? 0 : 1))

  it('a quorate discussion that says who sees the child and when puts that date in its place', () => {
    for (const action of ['see the child after the warrant', 'Interview the girl', 'child to be spoken to at school']) {
      expect(owed(SEEN, [contact(), discussion('2016-05-21 09:00'), plan(action)])[0]?.ended?.why).toBe('planned')
    }
    expect(open(SEEN, [contact(), discussion('2016-05-21 09:00'), plan('find the school')])).toHaveLength(1)
    expect(open(SEEN, [contact(), discussion('2016-05-21 09:00'), plan('see the child', { due: null })])).toHaveLength(1)
    expect(open(SEEN, [contact(), discussion('2016-05-21 09:00'), plan('see the child', { owner: null })])).toHaveLength(1)
    expect(open(SEEN, [contact(), discussion('2016-05-21 09:00', ['police', 'social-worker']), plan('see the child')])).toHaveLength(1)
    expect(open(SEEN, [contact(), plan('see the child')])).toHaveLength(1)
  })

  it('what comes while the plan stands is answered by it; once its date is gone, or with a new person, it is not', () => {
    const planned = [contact(), discussion('2016-05-21 09:00'), plan('see the child')]
    expect(open(SEEN, [...planned, contact({}, '2016-05-23 09:00')])).toEqual([])
    expect(open(SEEN, [...planned, contact({ new_person: true }, '2016-05-23 09:00')])).toHaveLength(1)
    expect(open(SEEN, [...planned, contact({}, '2016-06-01 09:00')])).toHaveLength(1)
  })

  it('once seen a further fact starts none; a new offence, another concern, or months later does', () => {
    const before = [contact(), then('child-seen', { spoken_to: true })]
    expect(owed(SEEN, [...before, contact({}, '2016-06-01 09:00')])).toHaveLength(1)
    for (const more of [{ new_offence: true }, { concern: 'cse' }]) expect(owed(SEEN, [...before, contact(more, '2016-06-01 09:00')])).toHaveLength(2)
    expect(owed(SEEN, [...before, contact({}, '2016-08-20 09:00')])).toHaveLength(2)
  })

  it('no concern, no child identified or a grown person: none', () => {
    for (const concern of [null, 'indecent-images', 'offender-risk']) expect(owed(SEEN, [contact({ concern })])).toEqual([])
    expect(owed(SEEN, [contact()], { child: { adultSince: london('2016-05-20 00:00') } })).toEqual([])
  })
})
