/**
 * A day in the calendar with no time and no zone: a date of birth, a day counted by a rule.
 * Shape 'YYYY-MM-DD', branded so that an instant or any other string cannot be passed for it.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol }

/** 0 Sunday … 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** Whole days since 1970-01-01: the arithmetic form of a plain date. */
export type DayNumber = number

/** `text` as a plain date, or null when it has another shape, no such day exists (2026-02-30) or it lies in the last year of the calendar. */
export function readPlainDate(text: string): PlainDate | null {
  const m = SHAPE.exec(text)
  if (!m) return null
  const year = Number(m[1])
  const month = Number(m[2])
  const day = Number(m[3])
  // Without these bounds Date.UTC would roll 30 February over into March and answer for another day.
  // The last year is left out: a day must have a next one, whose midnight closes it.
  if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text as PlainDate
}

/** `text` as a plain date. Throws RangeError when it is none. */
export function plainDate(text: string): PlainDate {
  const d = readPlainDate(text)
  if (d === null) throw new RangeError(`"${text}" is not a date of the form YYYY-MM-DD`)
  return d
}

/** Days in the month (1–12) of the year, leap days included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function yearOf(d: PlainDate): number {
  return Number(d.slice(0, 4))
}

export function toDayNumber(d: PlainDate): DayNumber {
  return utcMidnight(d) / DAY_MS
}

export function fromDayNumber(n: DayNumber): PlainDate {
  const at = new Date(n * DAY_MS)
  const year = at.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new RangeError('Only years 0001 to 9999 have a plain date')
  return `${String(year).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}` as PlainDate
}

/** Milliseconds of the UTC midnight that opens the day. */
export function utcMidnight(d: PlainDate): number {
  return Date.parse(`${d}T00:00:00.000Z`)
}

/** The day `n` days later (earlier when negative). */
export function addDays(d: PlainDate, n: number): PlainDate {
  return fromDayNumber(toDayNumber(d) + n)
}

/** The same day of the month `n` months later, or the last day of a shorter month. */
export function addMonths(d: PlainDate, n: number): PlainDate {
  const months = yearOf(d) * 12 + Number(d.slice(5, 7)) - 1 + n
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  if (year < 1 || year > 9999) throw new RangeError('Only years 0001 to 9999 have a plain date')
  const day = Math.min(Number(d.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as PlainDate
}

export function weekday(d: PlainDate): Weekday {
  return weekdayOfDayNumber(toDayNumber(d))
}

export function weekdayName(d: PlainDate): (typeof WEEKDAY_NAMES)[number] {
  return WEEKDAY_NAMES[weekday(d)]
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(n: DayNumber): Weekday {
  return ((((n + 4) % 7) + 7) % 7) as Weekday
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** The day on which somebody born on that day is `age`. Born on 29 February: 1 March in a common year, never a day too early. */
export function birthday(bornOn: PlainDate, age: number): PlainDate {
  const year = yearOf(bornOn) + age
  const [month, day] = [Number(bornOn.slice(5, 7)), Number(bornOn.slice(8, 10))]
  return day > daysInMonth(year, month) ? addDays(plainDate(`${String(year).padStart(4, '0')}-${bornOn.slice(5, 7)}-28`), 1) : plainDate(`${String(year).padStart(4, '0')}${bornOn.slice(4)}`)
}
