/**
 * Bank holidays in England and Wales, 2010 to 2028, as dated data (clauses time-working-day, time-holiday-data).
 * Scotland's and Northern Ireland's never count. One-off proclaimed days and moved days stand as rows of their own.
 * A year is added by adding its row here; nothing is worked out, because Parliament and the Crown move days by decision.
 */
import { yearOf, type PlainDate } from './plain-date'

export const FIRST_YEAR = 2010
export const LAST_YEAR = 2028

/** What is missing from the table is refused, not guessed. */
const BY_YEAR: Readonly<Record<number, string>> = {
  2010: 'N01-01 G04-02 E04-05 M05-03 P05-31 A08-30 c12-27 b12-28',
  2011: 'n01-03 G04-22 E04-25 R04-29 M05-02 P05-30 A08-29 B12-26 c12-27',
  2012: 'n01-02 G04-06 E04-09 M05-07 p06-04 D06-05 A08-27 C12-25 B12-26',
  2013: 'N01-01 G03-29 E04-01 M05-06 P05-27 A08-26 C12-25 B12-26',
  2014: 'N01-01 G04-18 E04-21 M05-05 P05-26 A08-25 C12-25 B12-26',
  2015: 'N01-01 G04-03 E04-06 M05-04 P05-25 A08-31 C12-25 b12-28',
  2016: 'N01-01 G03-25 E03-28 M05-02 P05-30 A08-29 B12-26 c12-27',
  2017: 'n01-02 G04-14 E04-17 M05-01 P05-29 A08-28 C12-25 B12-26',
  2018: 'N01-01 G03-30 E04-02 M05-07 P05-28 A08-27 C12-25 B12-26',
  2019: 'N01-01 G04-19 E04-22 M05-06 P05-27 A08-26 C12-25 B12-26',
  2020: 'N01-01 G04-10 E04-13 V05-08 P05-25 A08-31 C12-25 b12-28',
  2021: 'N01-01 G04-02 E04-05 M05-03 P05-31 A08-30 c12-27 b12-28',
  2022: 'n01-03 G04-15 E04-18 M05-02 p06-02 L06-03 A08-29 F09-19 B12-26 c12-27',
  2023: 'n01-02 G04-07 E04-10 M05-01 K05-08 P05-29 A08-28 C12-25 B12-26',
  2024: 'N01-01 G03-29 E04-01 M05-06 P05-27 A08-26 C12-25 B12-26',
  2025: 'N01-01 G04-18 E04-21 M05-05 P05-26 A08-25 C12-25 B12-26',
  2026: 'N01-01 G04-03 E04-06 M05-04 P05-25 A08-31 C12-25 b12-28',
  2027: 'N01-01 G03-26 E03-29 M05-03 P05-31 A08-30 c12-27 b12-28',
  2028: 'n01-03 G04-14 E04-17 M05-01 P05-29 A08-28 C12-25 B12-26',
}

const NAMES: Readonly<Record<string, string>> = {
  N: 'New Year’s Day',
  n: 'New Year’s Day (substitute day)',
  G: 'Good Friday',
  E: 'Easter Monday',
  M: 'Early May bank holiday',
  P: 'Spring bank holiday',
  p: 'Spring bank holiday (moved)',
  A: 'Summer bank holiday',
  C: 'Christmas Day',
  c: 'Christmas Day (substitute day)',
  B: 'Boxing Day',
  b: 'Boxing Day (substitute day)',
  R: 'Royal wedding',
  D: 'Diamond Jubilee',
  V: 'Early May bank holiday (moved to VE Day)',
  L: 'Platinum Jubilee',
  F: 'State funeral of Queen Elizabeth II',
  K: 'Coronation of King Charles III',
}

const HOLIDAYS: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_YEAR).flatMap(([year, row]) =>
    row.split(' ').map((entry): [string, string] => {
      const name = NAMES[entry.charAt(0)]
      if (name === undefined) throw new Error(`Bank holidays of ${year}: no name for "${entry}"`)
      return [`${year}-${entry.slice(1)}`, name]
    }),
  ),
)

/** The holiday's name, or null. Answers null also outside the data: ask `holidaysKnown` before counting a day. */
export function bankHoliday(d: PlainDate): string | null {
  return HOLIDAYS.get(d) ?? null
}

/** Whether the table holds the year of the day. */
export function holidaysKnown(d: PlainDate): boolean {
  const year = yearOf(d)
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Every holiday held, in order. */
export function allBankHolidays(): { date: PlainDate; name: string }[] {
  return [...HOLIDAYS].map(([date, name]) => ({ date: date as PlainDate, name }))
}
