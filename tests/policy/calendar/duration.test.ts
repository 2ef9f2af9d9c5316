import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBankHolidays } from '@/lib/policy/calendar/bank-holidays'
import { BeyondHolidayData, dueAfter, durationWords, inTime, isWorkingDay, NeedsOwnDate, overdue, type Duration } from '@/lib/policy/calendar/duration'
import { plainDate } from '@/lib/policy/calendar/london'

const at = (text: string) => new Date(text)
const wd = (n: number): Duration => ({ unit: 'working-days', n })
const due = (start: string, d: Duration) => dueAfter(at(start), d).dueAt.toISOString()
const notCounted = (start: string, d: Duration) => dueAfter(at(start), d).days.filter((x) => !x.counted && x.why !== 'day 0').map((x) => `${x.date} ${x.why}`)

describe('working days', () => {
  it('counts over Easter with the day of the event as day 0', () => {
    expect(due('2026-04-02T16:30:00+01:00', wd(3))).toBe('2026-04-09T23:00:00.000Z')
    expect(notCounted('2026-04-02T16:30:00+01:00', wd(3))).toEqual(['2026-04-03 Good Friday', '2026-04-04 Saturday', '2026-04-05 Sunday', '2026-04-06 Easter Monday'])
  })

  it('gives Monday to a Friday evening and to a Saturday', () => {
    expect(due('2016-05-20T18:00:00+01:00', wd(1))).toBe('2016-05-23T23:00:00.000Z')
    expect(due('2016-05-21T10:00:00+01:00', wd(1))).toBe('2016-05-23T23:00:00.000Z')
    expect(due('2016-05-22T23:59:59.999+01:00', wd(1))).toBe('2016-05-23T23:00:00.000Z')
    expect(due('2016-05-23T00:00:00+01:00', wd(1))).toBe('2016-05-24T23:00:00.000Z')
  })

  it('takes the day of the start from London, not from UTC', () => {
    expect(due('2026-06-01T23:30:00Z', wd(1))).toBe('2026-06-03T23:00:00.000Z')
    expect(due('2026-06-01T22:59:59.999Z', wd(1))).toBe('2026-06-02T23:00:00.000Z')
    expect(due('2026-12-01T23:30:00Z', wd(1))).toBe('2026-12-03T00:00:00.000Z')
  })

  it('passes over Christmas on a weekend, with its substitute days', () => {
    expect(due('2021-12-24T09:00:00Z', wd(1))).toBe('2021-12-30T00:00:00.000Z')
    expect(due('2022-12-23T09:00:00Z', wd(1))).toBe('2022-12-29T00:00:00.000Z')
    expect(due('2027-12-24T09:00:00Z', wd(2))).toBe('2027-12-31T00:00:00.000Z')
    expect(due('2027-12-31T09:00:00Z', wd(1))).toBe('2028-01-05T00:00:00.000Z')
  })

  it.each([
    ['2011-04-21T12:00:00+01:00', 3, '2011-04-28T23:00:00.000Z'],
    ['2011-04-28T12:00:00+01:00', 1, '2011-05-03T23:00:00.000Z'],
    ['2012-06-01T12:00:00+01:00', 1, '2012-06-06T23:00:00.000Z'],
    ['2012-05-25T12:00:00+01:00', 1, '2012-05-28T23:00:00.000Z'],
    ['2020-05-07T12:00:00+01:00', 1, '2020-05-11T23:00:00.000Z'],
    ['2020-05-01T12:00:00+01:00', 1, '2020-05-04T23:00:00.000Z'],
    ['2022-06-01T12:00:00+01:00', 1, '2022-06-06T23:00:00.000Z'],
    ['2022-05-27T12:00:00+01:00', 1, '2022-05-30T23:00:00.000Z'],
    ['2022-09-16T12:00:00+01:00', 1, '2022-09-20T23:00:00.000Z'],
    ['2023-05-05T12:00:00+01:00', 1, '2023-05-09T23:00:00.000Z'],
  ])('knows the proclaimed days: %s + %i', (start, n, expected) => {
    expect(due(start, wd(n))).toBe(expected)
  })

  it('closes at the midnight of the clock that then stands', () => {
    expect(due('2026-03-27T09:00:00Z', wd(1))).toBe('2026-03-30T23:00:00.000Z')
    expect(due('2026-10-23T09:00:00+01:00', wd(1))).toBe('2026-10-27T00:00:00.000Z')
  })

  it('refuses only where a working day to be counted lies outside the data', () => {
    expect(due('2028-12-28T09:00:00Z', wd(1))).toBe('2028-12-30T00:00:00.000Z')
    expect(() => dueAfter(at('2028-12-28T09:00:00Z'), wd(2))).toThrow(BeyondHolidayData)
    expect(() => dueAfter(at('2028-12-31T09:00:00Z'), wd(1))).toThrow(/2029-01-01/)
    expect(due('2028-12-31T09:00:00Z', { unit: 'hours', n: 24 })).toBe('2029-01-01T09:00:00.000Z')
    expect(due('2031-05-05T09:00:00Z', { unit: 'same-day' })).toBe('2031-05-05T23:00:00.000Z')
    expect(due('2031-05-05T09:00:00Z', { unit: 'months', n: 3 })).toBe('2031-08-05T23:00:00.000Z')
    expect(due('2009-12-31T09:00:00Z', wd(1))).toBe('2010-01-05T00:00:00.000Z')
    expect(() => dueAfter(at('2009-12-30T09:00:00Z'), wd(1))).toThrow(BeyondHolidayData)
  })

  /** The oracle: walks days by UTC noon, with its own list and its own weekday. */
  it('agrees with a count written apart', () => {
    const closed = new Set(allBankHolidays().map((h) => h.date as string))
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
    const starts = fc.date({ min: at('2010-01-01T00:00:00Z'), max: at('2028-10-31T23:59:59.999Z'), noInvalidDate: true })
    fc.assert(fc.property(starts, fc.integer({ min: 1, max: 30 }), (start, n) => {
      let noon = Date.parse(`${zone.format(start)}T12:00:00Z`)
      let left = n
      while (left > 0) {
        noon += 86_400_000
        const day = new Date(noon)
        if (![0, 6].includes(day.getUTCDay()) && !closed.has(day.toISOString().slice(0, 10))) left -= 1
      }
      const answer = dueAfter(start, wd(n))
      expect(clock.format(answer.dueAt)).toBe('00:00:00')
      expect(zone.format(new Date(answer.dueAt.getTime() - 1))).toBe(new Date(noon).toISOString().slice(0, 10))
      expect(answer.days.filter((d) => d.counted)).toHaveLength(n)
    }), { numRuns: 1000 })
  })
})

describe('elapsed time', () => {
  it('is as long as it says across both clock changes', () => {
    expect(due('2026-03-28T12:00:00Z', { unit: 'hours', n: 24 })).toBe('2026-03-29T12:00:00.000Z')
    expect(due('2026-10-24T12:00:00+01:00', { unit: 'hours', n: 24 })).toBe('2026-10-25T11:00:00.000Z')
    expect(due('2026-10-24T12:00:00+01:00', { unit: 'calendar-days', n: 7 })).toBe('2026-10-31T11:00:00.000Z')
    expect(due('2026-10-24T12:00:00+01:00', { unit: 'minutes', n: 90 })).toBe('2026-10-24T12:30:00.000Z')
  })

  it('counts no days', () => {
    expect(dueAfter(at('2026-04-03T12:00:00Z'), { unit: 'hours', n: 72 }).days).toEqual([])
  })
})

describe('same day', () => {
  it('ends with the London day of the start, to the millisecond, weekend or holiday alike', () => {
    const same: Duration = { unit: 'same-day' }
    expect(due('2026-04-03T23:59:59.999+01:00', same)).toBe('2026-04-03T23:00:00.000Z')
    expect(due('2026-04-04T00:00:00.000+01:00', same)).toBe('2026-04-04T23:00:00.000Z')
    expect(due('2026-12-25T10:00:00Z', same)).toBe('2026-12-26T00:00:00.000Z')
    expect(due('2026-10-25T00:30:00+01:00', same)).toBe('2026-10-26T00:00:00.000Z')
    expect(due('2026-03-29T00:30:00Z', same)).toBe('2026-03-29T23:00:00.000Z')
    expect(due('2028-02-29T12:00:00Z', same)).toBe('2028-03-01T00:00:00.000Z')
  })
})

describe('statutory days and months', () => {
  it('has the day of the event as day 1', () => {
    expect(due('2026-03-01T15:00:00Z', { unit: 'days-beginning-with', n: 3 })).toBe('2026-03-04T00:00:00.000Z')
    expect(due('2028-02-28T15:00:00Z', { unit: 'days-beginning-with', n: 8 })).toBe('2028-03-07T00:00:00.000Z')
  })

  it('gives months the last day of a shorter one', () => {
    expect(due('2026-11-30T15:00:00Z', { unit: 'months', n: 3 })).toBe('2027-03-01T00:00:00.000Z')
    expect(due('2028-02-29T15:00:00Z', { unit: 'months', n: 12 })).toBe('2029-03-01T00:00:00.000Z')
  })

  it('asks for an own date', () => {
    expect(() => dueAfter(at('2026-01-01T00:00:00Z'), { unit: 'given' })).toThrow(NeedsOwnDate)
  })
})

describe('in time', () => {
  it('is strict at a midnight and kind at an elapsed instant', () => {
    const midnight = dueAfter(at('2026-11-20T12:00:00Z'), { unit: 'same-day' })
    const hours = dueAfter(at('2026-11-20T12:00:00Z'), { unit: 'hours', n: 12 })
    expect(midnight.dueAt).toEqual(hours.dueAt)
    const just = new Date(midnight.dueAt.getTime() - 1)
    expect([inTime(midnight, just), inTime(midnight, midnight.dueAt), inTime(hours, hours.dueAt)]).toEqual([true, false, true])
    expect([overdue(midnight, just), overdue(midnight, midnight.dueAt), overdue(hours, hours.dueAt)]).toEqual([false, true, false])
    expect(overdue(hours, new Date(hours.dueAt.getTime() + 1))).toBe(true)
  })
})

describe('every duration', () => {
  const durations = fc.oneof(
    fc.record({ unit: fc.constantFrom('minutes', 'hours', 'working-days', 'calendar-days', 'days-beginning-with', 'months'), n: fc.integer({ min: 1, max: 40 }) }),
    fc.constant({ unit: 'same-day' }),
  ) as fc.Arbitrary<Duration>
  const starts = fc.date({ min: at('2010-01-01T00:00:00Z'), max: at('2028-09-30T00:00:00Z'), noInvalidDate: true })

  it('never gives a later start an earlier due time, nor a due time before its start', () => {
    fc.assert(fc.property(starts, fc.integer({ min: 0, max: 400_000_000 }), durations, (start, later, d) => {
      const first = dueAfter(start, d).dueAt.getTime()
      expect(dueAfter(new Date(start.getTime() + later), d).dueAt.getTime()).toBeGreaterThanOrEqual(first)
      expect(first).toBeGreaterThan(start.getTime())
    }), { numRuns: 2000 })
  })

  it('refuses counts that are none', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => dueAfter(at('2026-01-01T00:00:00Z'), wd(n))).toThrow(RangeError)
    expect(() => dueAfter(new Date(Number.NaN), wd(1))).toThrow(RangeError)
  })

  it('is said in words', () => {
    const said = [wd(1), wd(3), { unit: 'hours', n: 24 }, { unit: 'same-day' }, { unit: 'days-beginning-with', n: 3 }, { unit: 'given' }] as Duration[]
    expect(said.map(durationWords)).toEqual(['1 working day', '3 working days', '24 hours', 'same day', '3 days beginning with the day of the event', 'the action’s own date'])
  })
})

describe('a working day', () => {
  it('is no weekend and no holiday', () => {
    expect(['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-07'].map((d) => isWorkingDay(plainDate(d)))).toEqual([true, false, false, true])
  })
})
