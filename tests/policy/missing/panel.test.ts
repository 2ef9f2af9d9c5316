import { describe, expect, it } from 'vitest'
import { panelNow, type Asked, type Panel } from '@/lib/policy/missing/panel'
import type { ChildFacts } from '@/lib/policy/events'
import { before, classed, reported } from '@/tests/support/away'
import { historyOf, london, type Line } from '@/tests/support/story'

const now = london('2016-05-16 04:00')
const panel = (child: Partial<ChildFacts>, lines: readonly Line[], asked: Asked = { answers: {} }): Panel => panelNow(historyOf(lines, { child: { age: 15, ...child }, now }), asked)
const absent = (one: Panel) => one.classes.find((choice) => choice.value === 'absent')

describe('the panel while the caller is on the line', () => {
  it('opens everything for a child of whom nothing is known, and lists what is still to be asked', () => {
    const open = panel({}, [])
    expect(open.classes.map((choice) => [choice.value, choice.state])).toEqual([['missing', 'open'], ['absent', 'open']])
    expect(open.grades.map((choice) => [choice.value, choice.state])).toEqual([['low', 'closed'], ['medium', 'open'], ['high', 'open']])
    expect(open).toMatchObject({ floor: 'medium', earlier: 1, proposed: { grade: 'medium' } })
    expect(open.unasked).toHaveLength(10)
    expect(panel({}, [], { answers: { cse_risk: false, harm: null } }).unasked).toHaveLength(9)
  })

  it('“she’s done it before” for a flagged girl of 15: closed by flag and by the repeats, and high is proposed with the facts', () => {
    const flagged = panel({ flags: ['cse-risk'] }, [before({ missing: 7 })])
    expect(absent(flagged)?.by.map((one) => one.clause)).toEqual(['mis-cse-flag', 'mis-def-absent'])
    expect(flagged.earlier).toBe(8)
    expect(flagged.proposed).toEqual({ grade: 'high', because: ['the child is flagged at risk of exploitation', 'the child goes missing again and again'] })
    expect(flagged.grades.map((choice) => [choice.value, choice.state, choice.reasonFrom])).toEqual([['low', 'closed', null], ['medium', 'needs-reason', 'inspector'], ['high', 'open', null]])
  })

  it('changes with each answer as it is given', () => {
    expect(absent(panel({}, [], { answers: { cse_risk: false } }))?.state).toBe('open')
    expect(absent(panel({}, [], { answers: { cse_risk: true } }))?.state).toBe('closed')
    expect(panel({}, [], { answers: { suicide_attempt: true } }).proposed.grade).toBe('high')
    expect(panel({}, [], { answers: { cse_risk: true, unsafe_adult: true } }).proposed.grade).toBe('high')
    expect(panel({}, [], { answers: { health: true } }).proposed.grade).toBe('medium')
  })

  it('asks for whose reason: a supervisor where a flag was removed, an inspector from missing to absent', () => {
    const removed: Line[] = [{ when: '2015-01-01 09:00', what: 'flag-changed', with: { flag: 'cse-risk', change: 'added' } }, { when: '2015-06-01 09:00', what: 'flag-changed', with: { flag: 'cse-risk', change: 'removed' } }]
    expect(absent(panel({}, removed))).toMatchObject({ state: 'needs-reason', reasonFrom: 'supervisor' })
    const missing = [reported({}, '2016-05-16 02:00'), classed('missing', '2016-05-16 02:00')]
    expect(absent(panel({}, missing))).toMatchObject({ state: 'needs-reason', reasonFrom: 'inspector' })
    expect(absent(panel({}, [...removed, ...missing]))).toMatchObject({ state: 'needs-reason', reasonFrom: 'inspector' })
  })

  it('at a call-back it is of the time away that stands, however long', () => {
    const long = panel({}, [reported({}, '2016-05-10 02:00'), classed('missing', '2016-05-10 02:00')])
    expect(absent(long)?.by.map((one) => one.rule)).toEqual(['absent-after-24-hours', 'downgrade-needs-inspector'])
    expect(long.earlier).toBe(1)
  })
})
