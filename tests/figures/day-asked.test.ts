import { describe, expect, it } from 'vitest'
import { draftOf } from '@/components/figures/filters'

const typed = (day: string | null) => ({ day, dayTyped: null })
const shown = (day: string | null, guarded = false) => ({ asked: { period: 'year', borough: null, day } as const, guarded })

describe('a day that was asked for', () => {
  it('and is the page’s needs no word', () => {
    expect(draftOf(typed(null), shown('2026-10-24'))).toBeNull()
    expect(draftOf(typed('2026-10-24'), shown('2026-10-24'))).toBeNull()
    expect(draftOf(typed('2026-10-12'), shown('2026-10-31', true))).toBeNull()
  })

  it.each([
    ['of now instead', '2027-01-01', shown(null), 'Only a day that has ended, since 2000: these are the figures of now'],
    ['of another day instead', '2027-01-01', shown('2026-10-24'), 'Only a day that has ended, since 2000: this is 24 Oct 2026'],
    ['of the month before, where days are ends of months and this one is not over', '2026-11-12', shown('2026-10-31', true), 'Only a month that has ended, since 2000: this is 31 Oct 2026'],
  ])('but is not the page’s is said: %s', (_what, day, frame, message) => {
    expect(draftOf(typed(day), frame)).toMatchObject({ values: { 'at-year': day.slice(0, 4) }, problems: [{ field: 'at', message }] })
  })
})
