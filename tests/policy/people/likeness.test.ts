import { describe, expect, it } from 'vitest'
import { likeness, type Speaking } from '@/lib/people/likeness'

const NOT_KNOWN = { own: null, theirs: null }
const of = (found: Speaking, ages: { own: number | null; theirs: number | null } = NOT_KNOWN) => likeness(found, ages)

describe('two records that may be of one person', () => {
  it.each<[string, Speaking, 'likely' | 'possible' | null]>([
    ['a name that sounds alike and the same day of birth', { sounds: true, born_how: 'same' }, 'likely'],
    ['another spelling, a day apart, at one address', { spelled: true, born_how: 'days', same_address: true }, 'likely'],
    ['the same name and telephone', { same_name: true, same_telephone: true }, 'likely'],
    ['a name nearly the same, day and month changed about', { name_score: 0.7, born_how: 'swapped' }, 'possible'],
    ['the same name and nothing more', { same_name: true, name_score: 1 }, 'possible'],
    ['another spelling and nothing more', { spelled: true, name_score: 0.5 }, null],
    ['a family: one telephone, one address, and other names', { name_score: 0.4, same_telephone: true, same_address: true }, null],
    ['a birthday shared with a stranger', { name_score: 0.1, born_how: 'same' }, null],
  ])('%s', (_, found, confidence) => expect(of(found)).toBe(confidence))

  it('ages three years apart may be guesses of one, four may not; a date of birth nearly right is stronger than both', () => {
    const found: Speaking = { same_name: true, same_telephone: true }
    expect([of(found, { own: 9, theirs: 12 }), of(found, { own: 9, theirs: 13 }), of(found, { own: 13, theirs: 9 }), of(found, { own: 9, theirs: null })]).toEqual(['likely', null, null, 'likely'])
    expect(of({ ...found, born_how: 'digit' }, { own: 9, theirs: 19 })).toBe('likely')
  })
})
