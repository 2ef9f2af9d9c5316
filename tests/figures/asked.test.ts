import { describe, expect, it } from 'vitest'
import { questionOf } from '@/lib/figures/asked'

describe('the day that an address asks for', () => {
  it('is the one of a link, or the one in the boxes of the form', () => {
    expect(questionOf({ at: '2026-10-31' })).toMatchObject({ day: '2026-10-31', dayTyped: null })
    expect(questionOf({ 'at-day': '31', 'at-month': 'Oct', 'at-year': '2026', at: '2020-01-01' })).toMatchObject({ day: '2026-10-31', dayTyped: null })
    expect(questionOf({ 'at-day': '', 'at-month': '', 'at-year': '' })).toMatchObject({ day: null, dayTyped: null })
  })

  it('stays in its boxes with what is wrong where it cannot be read', () => {
    expect(questionOf({ 'at-day': '31', 'at-month': '2', 'at-year': '2026' })).toMatchObject({
      day: null, dayTyped: { values: { 'at-day': '31', 'at-month': '2', 'at-year': '2026' }, problems: [{ field: 'at', message: 'The day must be a real date' }] },
    })
    expect(questionOf({ 'at-day': '31', 'at-year': '2026' }).dayTyped?.problems).toEqual([{ field: 'at', message: 'The day must have a month' }])
  })
})
