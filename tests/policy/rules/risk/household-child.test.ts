import { describe, expect, it } from 'vitest'
import { discussion, london, open, owed, type Line } from '@/tests/support/story'

const HOME = 'household-child-unassessed'
const told = (what: Line['what'] = 'intelligence-checked', more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: { concern: 'household-child', ...more } })
const then = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 12:00'): Line => ({ when, what, with: more })

describe('a child in the suspect’s household', () => {
  it.each<[Line['what'], number]>([['contact-received', 1], ['information-received', 1], ['intelligence-checked', 1], ['referral-made', 0], ['missing-reported', 0]])('%s: %s clock', (what, clocks) => {
    expect(owed(HOME, [told(what)])).toHaveLength(clocks)
    expect(owed(HOME, [told(what, { concern: 'neglect' })])).toEqual([])
  })

  it('is assessed within 24 hours', () => expect(owed(HOME, [told()])[0]).toMatchObject({ dueAt: london('2016-05-17 09:00'), dayEnd: false }))

  it.each<[Line, boolean]>([
    [then('child-seen'), true], [then('referral-made', { to: 'csc' }), true], [then('referral-made', { to: 'police' }), false], [discussion('2016-05-16 12:00', []), true],
    [then('wider-risk-check'), true], [then('family-contacted'), false], [then('suspect-action', { action: 'arrested' }), false],
  ])('%j meets it: %s', (line, meets) => expect(open(HOME, [told(), line])).toHaveLength(meets ? 0 : 1))

  it('what was done before anybody knew of the access answers nothing; what was done since does, unless a new person is named', () => {
    const seen = then('child-seen')
    expect(open(HOME, [then('child-seen', {}, '2016-05-15 09:00'), told()])).toHaveLength(1)
    expect(open(HOME, [told(), seen, told('information-received', {}, '2016-05-20 09:00')])).toEqual([])
    expect(open(HOME, [told(), seen, told('information-received', { new_person: true }, '2016-05-20 09:00')])).toHaveLength(1)
  })

  it('is a child: a grown person in the household is none', () => {
    expect(owed(HOME, [told()], { child: { adultSince: new Date(0) } })).toEqual([])
  })
})
