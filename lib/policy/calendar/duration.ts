/**
 * When a duration that starts at an instant runs out. Three arithmetics, never mixed (DESIGN section 4): elapsed time,
 * working days, and statutory days "beginning with" the event. Clauses time-day-zero, time-same-day, time-hours-elapsed,
 * time-beginning-with, time-holiday-data.
 */
import { bankHoliday, holidaysKnown, FIRST_YEAR, LAST_YEAR } from './bank-holidays'
import { addDays, addMonths, endOfLondonDay, londonDate, weekday, weekdayName, type PlainDate } from './london'

export type Duration =
  /** elapsed, whatever the clocks, the night or the weekend do */
  | { unit: 'minutes' | 'hours'; n: number }
  /** the London midnight that closes the day of the start */
  | { unit: 'same-day' }
  /** day 0 is the day of the start; due at the midnight that closes the Nth */
  | { unit: 'working-days'; n: number }
  /** elapsed N × 24 hours: the P7D and P28D of the tables */
  | { unit: 'calendar-days'; n: number }
  /** statutory: the day of the start is day 1; due at the midnight that closes the Nth */
  | { unit: 'days-beginning-with'; n: number }
  /** calendar months (the last day of a shorter month), due at the midnight that closes the day */
  | { unit: 'months'; n: number }
  /** the date that the action itself carries */
  | { unit: 'given' }

/** One calendar day as the count met it. `why` is 'day 0', 'day 1', …, a weekday's name or a holiday's. */
export interface Counted { date: PlainDate; counted: boolean; why: string }

/**
 * `dayEnd` true: due at a midnight, met strictly before it is in time. False: an elapsed clock, at the instant is still in time.
 * `days` tells the count day by day; it is empty for elapsed time and for months, which count no days singly.
 */
export interface Due { dueAt: Date; dayEnd: boolean; days: Counted[] }

/** A working day had to be counted in a year whose bank holidays are not held: refused, not guessed. */
export class BeyondHolidayData extends Error {
  constructor(readonly date: PlainDate) {
    super(`Counting reaches ${date}, and bank holidays are held for ${FIRST_YEAR} to ${LAST_YEAR} only`)
    this.name = 'BeyondHolidayData'
  }
}

/** The rule's date is the action's own, and none was given. */
export class NeedsOwnDate extends Error {
  constructor() {
    super('The due date is the action’s own: it must be given')
    this.name = 'NeedsOwnDate'
  }
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * When `d`, started at `start`, runs out.
 * Throws BeyondHolidayData only when a working day to be counted lies outside the data, NeedsOwnDate for a given date,
 * RangeError for a start that is no instant or an N that is no whole number of the unit.
 */
export function dueAfter(start: Date, d: Duration): Due {
  if (Number.isNaN(start.getTime())) throw new RangeError('The start is not an instant')
  switch (d.unit) {
    case 'minutes':
      return elapsed(start, whole(d.n, 0) * MINUTE_MS)
    case 'hours':
      return elapsed(start, whole(d.n, 0) * HOUR_MS)
    case 'calendar-days':
      return elapsed(start, whole(d.n, 0) * DAY_MS)
    case 'same-day': {
      const date = londonDate(start)
      return { dueAt: endOfLondonDay(date), dayEnd: true, days: [{ date, counted: true, why: 'same day' }] }
    }
    case 'working-days':
      return workingDays(londonDate(start), whole(d.n, 0))
    case 'days-beginning-with':
      return daysBeginningWith(londonDate(start), whole(d.n, 1))
    case 'months':
      return { dueAt: endOfLondonDay(addMonths(londonDate(start), whole(d.n, 1))), dayEnd: true, days: [] }
    case 'given':
      throw new NeedsOwnDate()
  }
}

/** Whether an act at `metAt` met the deadline. */
export function inTime(due: Pick<Due, 'dueAt' | 'dayEnd'>, metAt: Date): boolean {
  return due.dayEnd ? metAt.getTime() < due.dueAt.getTime() : metAt.getTime() <= due.dueAt.getTime()
}

/** Whether an unmet deadline is late at `now`: exactly when an act at `now` would no longer be in time. */
export function overdue(due: Pick<Due, 'dueAt' | 'dayEnd'>, now: Date): boolean {
  return !inTime(due, now)
}

/** Monday to Friday and no bank holiday (clause time-working-day). Throws BeyondHolidayData for a weekday outside the data. */
export function isWorkingDay(d: PlainDate): boolean {
  return whyNotWorking(d) === null
}

/** '3 working days', '24 hours', 'same day'. */
export function durationWords(d: Duration): string {
  switch (d.unit) {
    case 'same-day':
      return 'same day'
    case 'given':
      return 'the action’s own date'
    case 'days-beginning-with':
      return `${plural(d.n, 'day')} beginning with the day of the event`
    case 'working-days':
      return plural(d.n, 'working day')
    case 'calendar-days':
      return plural(d.n, 'day')
    case 'minutes':
      return plural(d.n, 'minute')
    case 'hours':
      return plural(d.n, 'hour')
    case 'months':
      return plural(d.n, 'month')
  }
}

function elapsed(start: Date, ms: number): Due {
  const dueAt = new Date(start.getTime() + ms)
  if (Number.isNaN(dueAt.getTime())) throw new RangeError('The due time lies beyond all dates')
  return { dueAt, dayEnd: false, days: [] }
}

function workingDays(dayZero: PlainDate, n: number): Due {
  const days: Counted[] = [{ date: dayZero, counted: false, why: 'day 0' }]
  let date = dayZero
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1)
    const why = whyNotWorking(date)
    if (why === null) counted += 1
    days.push(why === null ? { date, counted: true, why: `day ${counted}` } : { date, counted: false, why })
  }
  return { dueAt: endOfLondonDay(date), dayEnd: true, days }
}

function daysBeginningWith(first: PlainDate, n: number): Due {
  const days: Counted[] = []
  for (let i = 0; i < n; i += 1) days.push({ date: addDays(first, i), counted: true, why: `day ${i + 1}` })
  return { dueAt: endOfLondonDay(addDays(first, n - 1)), dayEnd: true, days }
}

/** 'Saturday', 'Good Friday', or null for a working day. A weekend needs no data, so it never refuses. */
function whyNotWorking(date: PlainDate): string | null {
  const day = weekday(date)
  if (day === 0 || day === 6) return weekdayName(date)
  if (!holidaysKnown(date)) throw new BeyondHolidayData(date)
  return bankHoliday(date)
}

function whole(n: number, least: number): number {
  // A fraction of a working day, or a count below the least, would loop for ever or answer a time before the start.
  if (!Number.isInteger(n) || n < least || n > 100_000) throw new RangeError(`${n} is not a count of a duration`)
  return n
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
