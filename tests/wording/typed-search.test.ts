import { describe, expect, it } from 'vitest'
import { readTyped } from '@/lib/people/typed-search'

describe('a search as it was typed', () => {
  it.each(['!!!', '😀', '%_\\', '31 2 2007', '2009'])('%s is looked for by nobody, and the page says so instead of "nobody is known"', (q) => {
    const { asked, typed } = readTyped({ q })
    expect(asked).toBeNull()
    expect(typed.problems).toEqual([{ field: 'q', message: expect.stringMatching(/^Nothing here can be looked for/) as string }])
  })
  it('says beside a date that is none that it was left out, and looks for the rest', () => {
    const { asked, typed } = readTyped({ q: 'Wren', 'born-day': '31', 'born-month': '2', 'born-year': '2009' })
    expect(asked).toEqual({ q: 'Wren', bornOn: null, postcode: '' })
    expect(typed.problems).toEqual([{ field: 'born', message: 'The date of birth must be a real date; it was left out of the search' }])
    expect(readTyped({ 'born-day': '3' })).toMatchObject({ asked: null, typed: { problems: [{ field: 'born', message: expect.stringMatching(/must have a month and a year/) as string }] } })
  })
  it('says nothing where nothing was typed, or all of it is looked for', () => {
    for (const typed of [{}, { q: ' ' }, { q: 'Wren' }, { postcode: 'SE13 6AB' }, { q: '', 'born-day': '3', 'born-month': '5', 'born-year': '2009' }]) expect(readTyped(typed).typed.problems).toEqual([])
    expect(readTyped({ postcode: '!' })).toMatchObject({ asked: null, typed: { problems: [{ field: 'q' }] } })
  })
})
