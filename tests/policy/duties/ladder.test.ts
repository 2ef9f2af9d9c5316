import { describe, expect, it } from 'vitest'
import { rungsReached, type Owed } from '@/lib/policy/ladder'
import { BASELINE } from '@/lib/policy/packs'
import { london, plus } from '@/tests/support/story'

const [START, DUE] = [london('2016-05-16 09:00'), london('2016-05-16 17:00')]
const owed = (overrides: Partial<Owed> = {}): Owed => ({ form: 'clock', owedBy: 'csc', alert: 'referral-undecided', startsAt: START, dueAt: DUE, ...overrides })
const told = (duty: Owed, minutesAfterDue: number): string[] =>
  rungsReached(duty, BASELINE, plus(DUE, minutesAfterDue)).map((rung) => `${rung.rung}: ${rung.roles.join(', ')}`)

describe('the ladder', () => {
  it.each([
    ['csc', 'mash-social-worker', 'mash-decision-maker'],
    ['police', 'cait-officer', 'cait-supervisor'],
    ['mash', 'mash-officer, mash-social-worker', 'mash-decision-maker'],
    ['referrer', 'mash-officer', 'mash-decision-maker'],
    ['action-owner', 'mash-social-worker', 'cait-supervisor'],
    ['control-room', 'despatch-supervisor', 'missing-persons-officer'],
    ['missing-unit', 'missing-persons-officer', 'cait-supervisor'],
    ['local-authority', 'mash-social-worker', 'mash-decision-maker'],
    ['assessment-team', 'exploitation-assessor', 'cait-supervisor'],
  ] as const)('of what %s owes: its front line, its supervisor, the borough’s manager', (owedBy, frontLine, supervisor) => {
    expect(told(owed({ owedBy }), 24 * 60)).toEqual([`warning: ${frontLine}`, `breach: ${frontLine}`, `supervisor: ${supervisor}`, 'manager: borough-manager'])
  })

  it('of the opening of a restricted record: whoever reviews in the borough, then its manager, then London', () => {
    expect(told(owed({ owedBy: 'reviewer', form: 'notice' }), 24 * 60)).toEqual(['breach: mash-decision-maker, cait-supervisor', 'supervisor: borough-manager', 'manager: london-lead'])
  })

  it('of what the chair of a MASE owes: the borough’s manager, then London', () => {
    expect(told(owed({ owedBy: 'mase-chair' }), 24 * 60)).toEqual(['warning: mase-chair', 'breach: mase-chair', 'supervisor: borough-manager', 'manager: london-lead'])
  })

  it('is climbed at three quarters, at the due time, an hour and a day after it, each to the minute', () => {
    const rungs = (minutes: number): number => told(owed(), minutes).length
    // Eight hours were given: the last quarter is two of them.
    expect([-121, -120, -1, 0, 59, 60, 24 * 60 - 1, 24 * 60].map(rungs)).toEqual([0, 1, 1, 2, 2, 3, 3, 4])
  })

  it('tells the CAIT supervisor beside social care’s manager of a strategy discussion, and of nothing else', () => {
    expect(told(owed({ alert: 'strategy-discussion-overdue' }), 60)).toContain('supervisor: mash-decision-maker, cait-supervisor')
    expect(told(owed({ alert: 'strategy-discussion-overdue', owedBy: 'police' }), 60)).toContain('supervisor: cait-supervisor')
    expect(told(owed(), 60)).toContain('supervisor: mash-decision-maker')
  })

  it('gives a notice no warning: it is late when it is raised', () => {
    expect(told(owed({ form: 'notice' }), 0)).toEqual(['breach: mash-social-worker'])
    expect(told(owed({ form: 'notice' }), -60)).toEqual([])
  })
})
