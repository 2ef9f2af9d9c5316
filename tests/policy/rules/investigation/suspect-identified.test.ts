import { describe, expect, it } from 'vitest'
import { contact, suspect, told } from '@/tests/support/exploited'
import { london, metInTime, open, owed, type Line } from '@/tests/support/story'

const LATE = 'suspect-identification-overdue'
const unknown = (more: Record<string, unknown> = {}, when?: string): Line => contact({ suspect: 'unidentified', ...more }, when)

describe('an unknown suspect is sought', () => {
  it('seven days, 28 where the matter is images', () => {
    expect(owed(LATE, [unknown()])[0]).toMatchObject({ dueAt: london('2016-05-23 09:00'), parameter: 'suspect.identify' })
    expect(owed(LATE, [unknown({ concern: 'indecent-images' })])[0]).toMatchObject({ dueAt: london('2016-06-13 09:00'), parameter: 'suspect.identify.images' })
    expect(owed(LATE, [told({ suspect: 'unidentified', concern: 'offender-risk' })])).toHaveLength(1)
    expect(owed(LATE, [{ ...unknown(), what: 'referral-made' }])).toHaveLength(1)
  })

  it('not where the suspect is known, named or not told of; not by a return', () => {
    for (const one of ['known', 's1', null]) expect(owed(LATE, [contact({ suspect: one })])).toEqual([])
    expect(owed(LATE, [{ ...unknown(), what: 'child-returned' }])).toEqual([])
  })

  it.each([['identified', 0], ['arrested', 0], ['spoken-to', 1], ['interviewed', 1], ['not-arrested', 1]])('%s leaves %i', (action, left) => {
    expect(open(LATE, [unknown(), suspect(action, '2016-05-18 09:00')])).toHaveLength(left)
  })

  it('at the very instant it is in time', () => {
    expect(metInTime(owed(LATE, [unknown(), suspect('identified', '2016-05-23 09:00')])[0])).toBe(true)
    expect(metInTime(owed(LATE, [unknown(), suspect('identified', '2016-05-23 09:01')])[0])).toBe(false)
  })
})

it('once: the same unknown again starts none, another does', () => {
  const done = [unknown(), suspect('identified', '2016-05-18 09:00')]
  expect(open(LATE, [...done, unknown({}, '2016-05-20 09:00')])).toEqual([])
  expect(open(LATE, [...done, unknown({ new_person: true }, '2016-05-20 09:00')])).toHaveLength(1)
  expect(open(LATE, [...done, unknown({ new_offence: true }, '2016-05-20 09:00')])).toHaveLength(1)
  expect(owed(LATE, [unknown(), unknown({}, '2016-05-20 09:00')])).toHaveLength(1)
  expect(open(LATE, [...done, { when: '2016-05-19 09:00', what: 'case-closed' }, unknown({}, '2016-05-20 09:00')])).toHaveLength(1)
})
