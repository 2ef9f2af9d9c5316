import { describe, expect, it } from 'vitest'
import { findClause } from '@/lib/policy/clauses'
import { findState, stateAt, STATES } from '@/lib/policy/states'
import type { ChildFacts } from '@/lib/policy/events'
import { discussion, historyOf, london, plus, type Line } from '@/tests/support/story'

const read = (field: string, lines: readonly Line[], at: string, child: Partial<ChildFacts> = {}): unknown => {
  const state = findState(field)
  return state === null ? undefined : stateAt(state, historyOf(lines, { child }), london(at))
}
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })

describe('computed states', () => {
  it('have a name of their own, a clause and words', () => {
    expect(new Set(STATES.map((state) => state.field)).size).toBe(STATES.length)
    for (const state of STATES) expect(findClause(state.clause), state.field).not.toBeNull()
    expect(findState('mood')).toBeNull()
  })

  it('police protection expires 72 hours after it was taken, as at any moment', () => {
    const lines = [line('police-protection', { change: 'taken' }), line('police-protection', { change: 'ended' }, '2016-05-18 09:00'), line('police-protection', { change: 'taken' }, '2016-10-29 12:00')]
    const expires = (at: string) => read('police-protection.expires', lines, at)
    expect(expires('2016-05-16 08:59')).toBeNull()
    expect(expires('2016-05-16 09:00')).toEqual(london('2016-05-19 09:00'))
    expect(expires('2016-05-18 09:00')).toBeNull()
    // The clocks go back on 30 October: 72 hours are 72 hours.
    expect(expires('2016-11-20 09:00')).toEqual(plus(london('2016-10-29 12:00'), 72 * 60))
    expect(read('police-protection.expires', [...lines, line('emergency-protection-order', {}, '2016-10-30 12:00')], '2016-11-20 09:00')).toBeNull()
  })

  it('a strategy discussion is owed while a clock of it runs', () => {
    const lines = [line('referral-made', { concern: 'neglect', from: 'csc' }), discussion('2016-05-17 09:00')]
    expect(['2016-05-16 08:59', '2016-05-16 09:00', '2016-05-17 09:00'].map((at) => read('strategy.open', lines, at))).toEqual([false, true, false])
  })

  it('a child until the midnight that begins the eighteenth birthday, and while disputed or not known', () => {
    const birthday = { age: 17, adultSince: london('2016-05-20 00:00') }
    expect(['2016-05-19 23:59', '2016-05-20 00:00'].map((at) => read('child.is-child', [], at, birthday))).toEqual([true, false])
    expect(read('child.is-child', [], '2016-05-20 00:00', { age: 19, ageDisputed: true, adultSince: null })).toBe(true)
    expect(read('child.is-child', [], '2016-05-20 00:00', { age: null })).toBe(true)
    expect(read('child.is-child', [], '2016-05-20 00:00', { age: 18 })).toBe(false)
  })
})

describe('the team that is proposed', () => {
  const told = (concern: string, more: Record<string, unknown> = {}): Line => line('referral-made', { concern, ...more })
  it.each<[Line[], string | null]>([
    [[told('penetrative-abuse')], 'sapphire'], [[told('penetrative-abuse', { suspect_relationship: 'another child' })], 'sapphire'], [[told('penetrative-abuse', { suspect_relationship: 'stepfather' })], 'cait'],
    [[told('penetrative-abuse', { staff_concerned: true })], 'cait'], [[told('sexual-abuse', { suspect_relationship: 'stranger' })], 'sapphire'], [[told('sexual-abuse', { suspect_relationship: 'uncle' })], 'cait'],
    [[told('sexual-abuse')], 'cait'], [[told('indecent-images')], 'borough'], [[told('indecent-images', { suspect_relationship: 'father' })], 'cait'],
    [[told('indecent-images', { suspect_relationship: 'teacher' })], 'predatory-offenders-unit'], [[told('indecent-images', { access_to_children: true })], 'predatory-offenders-unit'],
    [[told('indecent-images'), line('intelligence-checked', { concern: 'household-child' }, '2016-05-17 09:00')], 'cait'],
    [[told('cse')], 'sexual-exploitation-team'], [[told('cse'), line('cse-category-set', { category: 1 }, '2016-05-17 09:00')], 'borough'], [[told('online-cse'), line('cse-category-set', { category: 2 }, '2016-05-17 09:00')], 'sexual-exploitation-team'],
    [[told('cse'), line('cse-category-set', { category: 0 }, '2016-05-17 09:00')], null], [[told('trafficking')], 'paladin'], [[told('offender-risk')], 'jigsaw'], [[line('offender-registered')], 'jigsaw'],
    [[told('organised-abuse')], 'cait'], [[told('serious-neglect')], 'cait'], [[told('domestic-abuse')], 'cait'], [[told('fgm')], 'cait'], [[told('serious-injury', { suspect_relationship: 'a stranger in the park' })], 'borough'],
    [[line('missing-reported')], 'missing-persons-unit'], [[line('missing-reported', { concern: 'repeat-missing' })], 'missing-persons-unit'], [[line('contact-received')], null],
    [[told('cse'), line('case-closed', {}, '2016-05-17 09:00')], null],
  ])('%j: %s', (lines, team) => expect(read('case.route', lines, '2016-05-20 09:00')).toBe(team))
})
