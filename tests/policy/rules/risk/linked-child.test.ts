import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const LINKED = 'linked-child-unassessed'
const told = (what: Line['what'] = 'contact-received', linked: unknown = ['child-2'], when = '2016-05-16 09:00'): Line => ({ when, what, with: { linked_children: linked } })
const then = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 12:00'): Line => ({ when, what, with: more })

describe('another child named in the facts', () => {
  it.each<[Line['what'], number]>([
    ['contact-received', 1], ['information-received', 1], ['child-seen', 1], ['child-returned', 1], ['missing-reported', 1], ['referral-made', 1], ['meeting-held', 1], ['risk-assessed', 0],
  ])('%s: %s clock', (what, clocks) => expect(owed(LINKED, [told(what)])).toHaveLength(clocks))

  it('within 24 hours; none named or not known starts nothing', () => {
    expect(owed(LINKED, [told()])[0]).toMatchObject({ dueAt: london('2016-05-17 09:00'), item: 'child-2' })
    for (const linked of [[], null, 3]) expect(owed(LINKED, [told('contact-received', linked)])).toEqual([])
    expect(owed(LINKED, [told('contact-received', 'unborn child')]).map((duty) => duty.item)).toEqual(['unborn child'])
  })

  it('each has a clock of its own, and a second mention starts none while it runs or once it was answered', () => {
    const two = [told('contact-received', ['child-2', 'child-3']), told('meeting-held', ['child-3', 'child-4'], '2016-05-16 10:00')]
    expect(owed(LINKED, two).map((duty) => duty.item)).toEqual(['child-2', 'child-3', 'child-4'])
    expect(open(LINKED, [...two, then('child-seen', { linked: true, linked_child: 'child-3' })]).map((duty) => duty.item)).toEqual(['child-2', 'child-4'])
    expect(owed(LINKED, [told(), then('wider-risk-check'), told('child-returned', ['child-2'], '2016-05-18 09:00')])).toHaveLength(1)
  })

  it.each<[Line, boolean]>([
    [then('wider-risk-check'), true], [then('child-seen', { linked: true }), true], [then('child-seen', { spoken_to: true }), false], [then('referral-made', { linked: true, to: 'csc' }), true],
    [then('referral-made', { to: 'csc' }), false], [then('information-actioned', { of: 'linked:child-2', linked_child: 'child-2' }), true], [then('information-actioned'), false],
    [then('information-actioned', { linked_child: 'child-9' }), false], [then('wider-risk-check', { linked_children: ['child-9'] }), false],
  ])('%j answers it: %s', (line, answers) => expect(open(LINKED, [told(), line])).toHaveLength(answers ? 0 : 1))
})
