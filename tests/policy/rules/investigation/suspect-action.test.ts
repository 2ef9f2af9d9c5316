import { describe, expect, it } from 'vitest'
import { contact, suspect } from '@/tests/support/exploited'
import { london, metInTime, open, owed, type Line } from '@/tests/support/story'

const LATE = 'suspect-action-overdue'
const known = (more: Record<string, unknown> = {}, when?: string): Line => contact({ suspect: 'known', ...more }, when)

describe('a known suspect is dealt with in seven days', () => {
  it.each<[string, Line]>([
    ['a contact', known()], ['a referral', { ...known(), what: 'referral-made' }], ['information', { ...known(), what: 'information-received' }], ['a return', { ...known(), what: 'child-returned' }],
    ['identified', suspect('identified', '2016-05-16 09:00')], ['named by reference', contact({ suspect: 's1' })], ['named by record', contact({ suspect_ids: ['s1'] })],
  ])('told by %s', (_why, line) => {
    expect(owed(LATE, [line])).toMatchObject([{ dueAt: london('2016-05-23 09:00'), clause: 'suspect.action' }])
  })

  it('not by an unknown one, a missing report or an arrest', () => {
    expect(owed(LATE, [contact({ suspect: 'unidentified' })])).toEqual([])
    expect(owed(LATE, [{ ...known(), what: 'missing-reported' }])).toEqual([])
    expect(owed(LATE, [suspect('arrested', '2016-05-16 09:00')])).toEqual([])
  })

  it.each([['arrested', 0], ['interviewed', 0], ['cawn-served', 0], ['charged', 0], ['identified', 1], ['spoken-to', 1], ['not-arrested', 1]])('%s leaves %i', (action, left) => {
    expect(open(LATE, [known(), suspect(action, '2016-05-18 09:00')])).toHaveLength(left)
  })

  it('an outcome is dealing with it; the very instant is in time', () => {
    expect(open(LATE, [known(), { when: '2016-05-18 09:00', what: 'disposal-given', with: { type: 'caution' } }])).toEqual([])
    expect(metInTime(owed(LATE, [known(), suspect('arrested', '2016-05-23 09:00')])[0])).toBe(true)
    expect(metInTime(owed(LATE, [known(), suspect('arrested', '2016-05-23 09:01')])[0])).toBe(false)
  })
})

describe('by suspect', () => {
  const two = contact({ suspect_ids: ['s1', 's2'] })
  it('each has a clock of its own', () => {
    expect(owed(LATE, [two]).map((duty) => duty.item)).toEqual(['s1', 's2'])
    expect(open(LATE, [two, suspect('arrested', '2016-05-18 09:00', { suspect: 's1' })]).map((duty) => duty.item)).toEqual(['s2'])
    expect(open(LATE, [two, suspect('arrested', '2016-05-18 09:00')]), 'which one not told').toEqual([])
  })

  it('once, and again for another', () => {
    const done = [known({ suspect: 's1' }), suspect('arrested', '2016-05-18 09:00', { suspect: 's1' })]
    expect(open(LATE, [...done, known({ suspect: 's1' }, '2016-05-20 09:00')])).toEqual([])
    expect(open(LATE, [...done, known({}, '2016-05-20 09:00')])).toEqual([])
    expect(open(LATE, [...done, known({ suspect: 's2' }, '2016-05-20 09:00')]).map((duty) => duty.item)).toEqual(['s2'])
    expect(open(LATE, [...done, known({ new_offence: true }, '2016-05-20 09:00')])).toHaveLength(1)
    expect(owed(LATE, [known(), known({}, '2016-05-18 09:00')])).toHaveLength(1)
  })
})

describe('a supervisor’s plan of arrest with a date', () => {
  const plan = (more: Record<string, unknown>, when = '2016-05-18 09:00', what: Line['what'] = 'supervisor-review'): Line => ({ when, what, with: { due: '2016-06-10T08:00:00Z', ...more } })
  const dueWith = (...lines: readonly Line[]): Date[] => open(LATE, [known(), ...lines]).map((duty) => duty.dueAt)
  const [planned, first] = [new Date('2016-06-10T08:00:00Z'), london('2016-05-23 09:00')]

  it.each<[string, Line, Date]>([
    ['a direction to arrest', plan({ direction: 'arrest on 10 June with the warrant' }), planned], ['said so', plan({ arrest_plan: true, rank: 'inspector' }), planned],
    ['an action set by a supervisor', plan({ action: 'arrest suspect', by: 'detective sergeant' }, undefined, 'action-set'), planned], ['set by nobody named', plan({ action: 'arrest of the suspect' }, undefined, 'action-set'), planned],
    ['sooner than the seven days', plan({ direction: 'arrest', due: '2016-05-20T08:00:00Z' }), new Date('2016-05-20T08:00:00Z')],
    ['set by a constable', plan({ action: 'arrest suspect', by: 'PC' }, undefined, 'action-set'), first], ['a direction to speak', plan({ direction: 'speak to him' }), first],
    ['no date', plan({ direction: 'arrest', due: null }), first], ['after the time was over: late stays late', plan({ direction: 'arrest' }, '2016-05-24 09:00'), first],
  ])('%s', (_why, line, due) => {
    expect(dueWith(line)).toEqual([due])
  })

  it('is about the suspect it names, and about nobody where none is known', () => {
    const two = contact({ suspect_ids: ['s1', 's2'] })
    expect(open(LATE, [two, plan({ arrest_plan: true, suspect: 's2' })]).map((duty) => [duty.item, duty.dueAt])).toEqual([['s1', first], ['s2', planned]])
    expect(owed(LATE, [contact(), plan({ arrest_plan: true })])).toEqual([])
    expect(open(LATE, [known(), suspect('arrested', '2016-05-17 09:00'), plan({ arrest_plan: true })])).toEqual([])
  })
})
