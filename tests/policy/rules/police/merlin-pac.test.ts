import { describe, expect, it } from 'vitest'
import { london, metInTime, open, owed, type Line } from '@/tests/support/story'

const PAC = 'pac-not-submitted'
const told = (more: Record<string, unknown> = {}, when = '2016-05-20 18:00'): Line => ({ when, what: 'contact-received', with: { from: 'school', to: 'police', concern: 'neglect', ...more } })
const checklist = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'pac-submitted', with: more })

describe('police told of a child submit a Merlin checklist', () => {
  it('within 24 elapsed hours', () => {
    expect(owed(PAC, [told()])).toMatchObject([{ dueAt: london('2016-05-21 18:00'), dayEnd: false, clause: 'merlin-pac', parameter: 'merlin-pac' }])
    expect(metInTime(owed(PAC, [told(), checklist('2016-05-21 18:00')])[0])).toBe(true)
    expect(metInTime(owed(PAC, [told(), checklist('2016-05-21 18:01')])[0])).toBe(false)
  })

  it.each([
    ['told to social care', { to: 'csc' }], ['told to nobody known', { to: null }], ['with no concern', { concern: null }], ['with an offender’s risk alone', { concern: 'offender-risk' }],
  ])('not %s', (_what, more) => expect(owed(PAC, [told(more)])).toEqual([]))

  it('not for a referral or for information: those are reports of their own', () => {
    expect(owed(PAC, [{ ...told(), what: 'referral-made' }, { ...told(), what: 'information-received' }])).toEqual([])
  })

  it('is met by one that is incomplete, which is raised by itself; and is owed again at the next contact', () => {
    const lines = [told(), checklist('2016-05-20 20:00', { complete: false })]
    expect(open(PAC, lines)).toEqual([])
    expect(open('pac-incomplete', lines)).toHaveLength(1)
    expect(open(PAC, [...lines, told({}, '2016-05-22 09:00')])).toHaveLength(1)
    expect(open(PAC, [told(), told({}, '2016-05-20 19:00')]), 'one checklist for what is told before it').toHaveLength(1)
  })
})
