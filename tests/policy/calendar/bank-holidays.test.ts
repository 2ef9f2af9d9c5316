import { describe, expect, it } from 'vitest'
import { allBankHolidays, bankHoliday, FIRST_YEAR, holidaysKnown, LAST_YEAR } from '@/lib/policy/calendar/bank-holidays'
import { plainDate, weekday } from '@/lib/policy/calendar/london'

const of = (year: number) => allBankHolidays().filter((h) => h.date.startsWith(String(year))).map((h) => h.date.slice(5)).join(',')

/** Easter Sunday by the anonymous Gregorian reckoning, written here and nowhere in the product. */
function easter(y: number): string {
  const a = y % 19, b = Math.floor(y / 100), c = y % 100, d = Math.floor(b / 4), e = b % 4, f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3), h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 22 * l) / 451)
  return shift(`${y}-03-01`, (Math.floor((h + l - 7 * m + 114) / 31) - 3) * 31 + ((h + l - 7 * m + 114) % 31))
}
const shift = (d: string, n: number) => new Date(Date.parse(`${d}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
const dow = (d: string) => new Date(`${d}T00:00:00Z`).getUTCDay()
const firstMonday = (y: number, mm: string) => { let d = `${y}-${mm}-01`; while (dow(d) !== 1) d = shift(d, 1); return d }
const lastMonday = (y: number, mm: string) => { let d = `${y}-${mm}-31`; while (dow(d) !== 1) d = shift(d, -1); return d }

/** What statute and custom give, before any proclamation. */
function ordinary(y: number): string[] {
  const newYear = dow(`${y}-01-01`) === 6 ? `${y}-01-03` : dow(`${y}-01-01`) === 0 ? `${y}-01-02` : `${y}-01-01`
  const xmasDay = dow(`${y}-12-25`)
  const christmas = xmasDay === 6 ? ['12-27', '12-28'] : xmasDay === 0 ? ['12-26', '12-27'] : xmasDay === 5 ? ['12-25', '12-28'] : ['12-25', '12-26']
  return [newYear, shift(easter(y), -2), shift(easter(y), 1), firstMonday(y, '05'), lastMonday(y, '05'), lastMonday(y, '08'), ...christmas.map((c) => `${y}-${c}`)]
}

describe('bank holidays in England and Wales', () => {
  it('are those of the catalogue for the years it lists', () => {
    expect(of(2015)).toBe('01-01,04-03,04-06,05-04,05-25,08-31,12-25,12-28')
    expect(of(2016)).toBe('01-01,03-25,03-28,05-02,05-30,08-29,12-26,12-27')
    expect(of(2017)).toBe('01-02,04-14,04-17,05-01,05-29,08-28,12-25,12-26')
    expect(of(2026)).toBe('01-01,04-03,04-06,05-04,05-25,08-31,12-25,12-28')
    expect(of(2027)).toBe('01-01,03-26,03-29,05-03,05-31,08-30,12-27,12-28')
    expect(of(2028)).toBe('01-03,04-14,04-17,05-01,05-29,08-28,12-25,12-26')
  })

  it('are the ordinary days of each year with the proclaimed changes and nothing else', () => {
    const added = ['2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']
    const dropped = ['2012-05-28', '2020-05-04', '2022-05-30']
    const expected: string[] = []
    for (let y = 2010; y <= 2028; y += 1) expected.push(...ordinary(y))
    const wanted = [...expected.filter((d) => !dropped.includes(d)), ...added].sort()
    expect(allBankHolidays().map((h) => h.date as string).sort()).toEqual(wanted)
  })

  it('stand in order, by name, never on a weekend', () => {
    const all = allBankHolidays()
    expect(all.map((h) => h.date as string)).toEqual(all.map((h) => h.date as string).sort())
    for (const h of all) expect([0, 6], h.date).not.toContain(weekday(h.date))
    expect(bankHoliday(plainDate('2026-04-03'))).toBe('Good Friday')
    expect(bankHoliday(plainDate('2022-09-19'))).toMatch(/funeral/)
    expect(bankHoliday(plainDate('2020-05-04'))).toBeNull()
    expect(bankHoliday(plainDate('2022-05-30'))).toBeNull()
  })

  it('are held for 2010 to 2028', () => {
    expect([FIRST_YEAR, LAST_YEAR]).toEqual([2010, 2028])
    expect(['2009-12-31', '2010-01-01', '2028-12-31', '2029-01-01'].map((d) => holidaysKnown(plainDate(d)))).toEqual([false, true, true, false])
  })
})
