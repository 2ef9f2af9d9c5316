import { describe, expect, it } from 'vitest'
import { contact, cse, signs, suspect } from '@/tests/support/exploited'
import { discussion, open, owed, type Line } from '@/tests/support/story'

const RAISED = 'suspect-contact-unplanned'
const spoken = (more: Record<string, unknown> = {}): Line => suspect('spoken-to', '2016-05-18 09:00', more)
const intelligence: Line = { when: '2016-05-17 09:00', what: 'intelligence-checked', with: { result: 'violence, firearms markers' } }
const raised = (...lines: readonly Line[]): number => owed(RAISED, lines).length

describe('a suspect met without a plan', () => {
  it.each<[string, readonly Line[], number]>([
    ['informal advice, with intelligence', [intelligence, spoken({ note: 'given informal advice' })], 1], ['spoken to, with intelligence', [intelligence, spoken()], 1],
    ['said with the contact', [spoken({ intelligence: 'violent' })], 1], ['none found', [{ ...intelligence, with: { result: 'no trace' } }, spoken()], 0], ['said that there is none', [spoken({ intelligence: 'none' })], 0],
    ['informal, a child at risk', [cse(), spoken({ planned: false })], 1], ['informal, signs of harm', [signs(['found-with-adults']), spoken({ informal: true })], 1], ['a concern alone, and not said to be informal', [cse(), spoken()], 0],
    ['informal, and nothing known', [contact(), spoken({ informal: true })], 0], ['nothing known at all', [spoken()], 0], ['arrested', [intelligence, suspect('arrested', '2016-05-18 09:00')], 0],
  ])('%s', (_why, lines, many) => {
    expect(raised(...lines)).toBe(many)
  })

  it('a plan before it, or said with it', () => {
    expect(raised(intelligence, spoken({ planned: true }))).toBe(0)
    expect(raised(intelligence, spoken({ plan: 'disruption visit' }))).toBe(0)
    expect(raised(intelligence, discussion('2016-05-17 10:00'), spoken())).toBe(0)
    expect(raised(intelligence, discussion('2016-05-17 10:00', undefined, { plan_recorded: false }), spoken())).toBe(1)
    expect(raised(intelligence, { when: '2016-05-17 10:00', what: 'action-set', with: { action: 'visit' } }, spoken())).toBe(0)
    expect(raised(intelligence, discussion('2016-05-17 10:00'), spoken({ planned: false }))).toBe(1)
  })

  it('is over with a plan, or the suspect dealt with', () => {
    const left = (line: Line): number => open(RAISED, [intelligence, spoken(), line]).length
    expect(left(suspect('arrested', '2016-05-19 09:00'))).toBe(0)
    expect(left(suspect('spoken-to', '2016-05-19 09:00', { planned: true }))).toBe(1)
    expect(left({ when: '2016-05-19 09:00', what: 'action-set', with: { action: 'disrupt' } })).toBe(0)
    expect(left({ when: '2016-05-19 09:00', what: 'supervisor-review' })).toBe(1)
    expect(left({ when: '2016-05-19 09:00', what: 'supervisor-review', with: { direction: 'plan an arrest' } })).toBe(0)
  })
})
