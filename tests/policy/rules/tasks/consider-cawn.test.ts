import { describe, expect, it } from 'vitest'
import { contact, cse, held, signs, suspect, told } from '@/tests/support/exploited'
import { london, open, owed, type Line } from '@/tests/support/story'

const TASK = 'warning-notice-unconsidered'
const called = (child: Record<string, unknown>, ...lines: readonly Line[]): number => owed(TASK, lines, { child }).length
const adult = told({ concern: 'cse', suspect: 'known' })

describe('an adult with a child', () => {
  it.each<[string, readonly Line[], number]>([
    ['a known suspect in a matter of exploitation', [adult], 1], ['an unknown one', [cse(), told({ about: 'with an older man', suspect: 'unidentified' }, '2016-05-20 09:00')], 1], ['a sign that tells of an adult', [signs(['found-with-adults'])], 1],
    ['a caller says so', [{ when: '2016-05-16 09:00', what: 'missing-reported', with: { answers: { unsafe_adult: true } } }], 1], ['found with somebody', [{ when: '2016-05-16 09:00', what: 'child-returned', with: { suspect: 'known', with: 'a man of 30' } }], 1],
    ['a suspect in another matter', [contact({ concern: 'physical-abuse', suspect: 'known' })], 0], ['family', [cse({ suspect: 'known', suspect_relationship: 'father' })], 0], ['another child', [cse({ suspect: 'known', suspect_relationship: 'another child' })], 0], ['exploitation, and nobody told of', [cse()], 0],
  ])('%s', (_why, lines, many) => {
    expect(called({ age: 14 }, ...lines)).toBe(many)
  })

  it.each<[Record<string, unknown>, number]>([
    [{ age: 15 }, 1], [{ age: 16, lookedAfter: false }, 0], [{ age: 17, lookedAfter: true }, 1], [{ age: 17, lookedAfter: false }, 0], [{ age: 17, lookedAfter: null }, 1], [{ age: null }, 1], [{ age: 18, adultSince: london('2016-01-01 00:00') }, 0],
  ])('%j', (child, many) => {
    expect(called(child, adult)).toBe(many)
  })

  it('of 17, in police protection', () => {
    expect(called({ age: 17, lookedAfter: false }, { when: '2016-05-16 08:00', what: 'police-protection', with: { change: 'taken' } }, adult)).toBe(1)
  })
})

describe('a meeting that left it out', () => {
  it('asks for it, and is answered by what it considered', () => {
    expect(called({ age: null }, held('MASE', undefined, { considered: [] }))).toBe(1)
    expect(called({ age: 17, lookedAfter: false }, held('MASE', undefined, { considered: [] }))).toBe(0)
    expect(called({ age: 14 }, held('MASE', undefined, { considered: ['cawn'] }))).toBe(0)
  })
})

it('served, or considered with the reason, in whichever place', () => {
  const left = (...lines: readonly Line[]): number => open(TASK, [adult, ...lines], { child: { age: 14 } }).length
  expect(left(suspect('cawn-served', '2016-05-17 09:00'))).toBe(0)
  expect(left(suspect('arrested', '2016-05-17 09:00'))).toBe(1)
  expect(left({ when: '2016-05-17 09:00', what: 'option-considered', with: { option: 'cawn', used: false, why: 'no ground' } })).toBe(0)
  expect(left({ when: '2016-05-17 09:00', what: 'meeting-item-closed', with: { meeting: 'MAP', considered: [{ option: 'cawn', used: false, why: 'arrested instead' }] } })).toBe(0)
  expect(left(suspect('cawn-served', '2016-05-17 09:00'), { ...adult, when: '2016-05-20 09:00' })).toBe(0)
  expect(left(suspect('cawn-served', '2016-05-17 09:00'), told({ concern: 'cse', suspect: 'known', new_person: true }, '2016-05-20 09:00'))).toBe(1)
  expect(left({ when: '2016-05-17 09:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'mash-decision-maker' } })).toBe(0)
})
