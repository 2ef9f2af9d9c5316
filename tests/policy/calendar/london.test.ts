import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, birthday, endOfLondonDay, londonDate, londonOffset, plainDate, readPlainDate, startOfLondonDay, weekday, type PlainDate } from '@/lib/policy/calendar/london'

const instants = fc.date({ min: new Date('1996-01-01T00:00:00Z'), max: new Date('2037-12-31T23:59:59.999Z'), noInvalidDate: true })
const days = fc.integer({ min: 9_500, max: 24_800 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as PlainDate)

/** The oracle: the runtime's own time-zone data. */
const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

describe('the London date of an instant', () => {
  it('agrees with the time-zone data at any instant', () => {
    fc.assert(fc.property(instants, (at) => { expect(londonDate(at)).toBe(zone.format(at)) }), { numRuns: 3000 })
  })

  it('agrees with it around every clock change and every midnight of those days', () => {
    for (let year = 1996; year <= 2037; year += 1) {
      for (const month of [2, 9]) {
        for (let day = 22; day <= 31; day += 1) {
          for (const [hour, minute] of [[0, 0], [0, 59], [1, 0], [22, 59], [23, 0], [23, 30]] as const) {
            const at = new Date(Date.UTC(year, month, day, hour, minute))
            expect(londonDate(at)).toBe(zone.format(at))
          }
        }
      }
    }
  })

  it('changes its clocks at 01:00 UTC to the millisecond', () => {
    const hours = (text: string) => londonOffset(new Date(text)) / 3_600_000
    expect(['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:59:59.999Z', '2026-10-25T01:00:00.000Z'].map(hours)).toEqual([0, 1, 1, 0])
    expect(['2024-03-31T01:00:00Z', '2024-10-27T00:59:59Z', '2027-03-28T01:00:00Z', '2027-10-31T00:59:59Z'].map(hours)).toEqual([1, 1, 1, 1])
  })

  it('holds for years before the present rule, from the time-zone data', () => {
    expect(londonDate(new Date('1970-01-01T23:30:00Z'))).toBe('1970-01-02')
    expect(londonDate(new Date('1985-10-26T23:30:00Z'))).toBe('1985-10-27')
    expect(startOfLondonDay(plainDate('1970-01-02')).toISOString()).toBe('1970-01-01T23:00:00.000Z')
  })
})

describe('the London day', () => {
  it('begins and ends at midnights that hold exactly its instants', () => {
    fc.assert(fc.property(days, (d) => {
      const start = startOfLondonDay(d)
      const end = endOfLondonDay(d)
      expect(londonDate(start)).toBe(d)
      expect(londonDate(new Date(start.getTime() - 1))).toBe(addDays(d, -1))
      expect(londonDate(new Date(end.getTime() - 1))).toBe(d)
      expect(londonDate(end)).toBe(addDays(d, 1))
    }), { numRuns: 2000 })
  })

  it('is 23 hours long in spring and 25 in autumn', () => {
    const hours = (d: string) => (endOfLondonDay(plainDate(d)).getTime() - startOfLondonDay(plainDate(d)).getTime()) / 3_600_000
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-06-01')).toBe(24)
  })
})

describe('plain dates', () => {
  it('refuses days that do not exist and other shapes', () => {
    for (const bad of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', '2026-04-01T00:00', '', '0000-01-01']) {
      expect(readPlainDate(bad), bad).toBeNull()
      expect(() => plainDate(bad)).toThrow(RangeError)
    }
    expect(readPlainDate('2028-02-29')).toBe('2028-02-29')
  })

  it('adds days and months', () => {
    expect(addDays(plainDate('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(plainDate('2026-01-01'), -1)).toBe('2025-12-31')
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(plainDate('2027-11-30'), 3)).toBe('2028-02-29')
    expect(addMonths(plainDate('2026-12-15'), 12)).toBe('2027-12-15')
  })

  it('read from text have a next day: the last year of the calendar is none', () => {
    expect(readPlainDate('9998-12-31')).toBe('9998-12-31')
    expect(endOfLondonDay(plainDate('9998-12-31')).toISOString()).toBe('9999-01-01T00:00:00.000Z')
    expect(readPlainDate('9999-12-31')).toBeNull()
  })

  it.each([
    ['2000-05-16', 16, '2016-05-16'], ['2000-02-29', 16, '2016-02-29'], ['2000-02-29', 18, '2018-03-01'], ['2004-02-29', 13, '2017-03-01'], ['1999-02-28', 18, '2017-02-28'], ['2000-12-31', 13, '2013-12-31'],
  ])('born on %s and %d on %s: on 29 February, never a day too early', (born, age, day) => {
    expect(birthday(plainDate(born), age)).toBe(day)
  })

  it('knows the weekday', () => {
    expect(weekday(plainDate('2026-11-22'))).toBe(0)
    fc.assert(fc.property(days, (d) => { expect(weekday(d)).toBe(new Date(`${d}T12:00:00Z`).getUTCDay()) }))
  })
})
