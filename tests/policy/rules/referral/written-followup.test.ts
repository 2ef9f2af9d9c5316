import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const WRITTEN = 'referral-not-confirmed-in-writing'
const referral = (channel: string): Line => ({ when: '2016-05-20 18:00', what: 'referral-made', with: { channel, from: 'school', referrer: 'education' }, referral: 'r1' })

describe('a telephone referral is confirmed in writing', () => {
  it('within 24 hours, as a reminder that breaches nothing', () => {
    const [duty] = owed(WRITTEN, [referral('telephone')])
    expect(duty).toMatchObject({ dueAt: london('2016-05-21 18:00'), dayEnd: false, clause: 'ref-written-followup' })
    expect(duty?.rule.form === 'clock' && duty.rule.breach).toBe(false)
  })

  it.each(['online', 'email', 'letter', 'in-person', 'police-system'])('not one that came by %s', (channel) => {
    expect(owed(WRITTEN, [referral(channel)])).toEqual([])
  })

  it.each([
    ['a neighbour', { from: 'public' }], ['one whose name sounds like nobody’s', { from: 'Mrs Example' }], ['the mother', { from: 'mother' }],
    ['police', { from: 'police', referrer: 'police' }], ['social care', { from: 'csc', referrer: 'csc' }], ['somebody not said', {}],
  ])('not by %s', (_who, detail) => {
    expect(owed(WRITTEN, [{ when: '2016-05-20 18:00', what: 'referral-made', with: { channel: 'telephone', ...detail }, referral: 'r1' }])).toEqual([])
  })

  it.each(['health', 'education', 'housing', 'voluntary', 'probation', 'youth-offending', 'other'])('by %s', (referrer) => {
    expect(owed(WRITTEN, [{ when: '2016-05-20 18:00', what: 'referral-made', with: { channel: 'telephone', referrer }, referral: 'r1' }])).toHaveLength(1)
  })

  it('is met by the confirmation and not by another update', () => {
    const update = (about: string): Line => ({ when: '2016-05-20 19:00', what: 'record-updated', with: { about }, referral: 'r1' })
    expect(open(WRITTEN, [referral('telephone'), update('written-confirmation')])).toEqual([])
    expect(open(WRITTEN, [referral('telephone'), update('address')])).toHaveLength(1)
  })
})
