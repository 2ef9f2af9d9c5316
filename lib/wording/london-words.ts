import { londonDate, londonOffset, type PlainDate } from '@/lib/policy/calendar/london'
import { addDays, weekday } from '@/lib/policy/calendar/plain-date'

/** How London dates and times of day are written. Everything here is words for people: rules never read it back. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const HOUR_MS = 3_600_000

/** '04:16'. In the hour that an autumn night has twice, '01:30 BST' or '01:30 GMT': else two instants an hour apart read alike. */
export function londonClock(at: Date): string {
  const offset = londonOffset(at)
  const clock = new Date(at.getTime() + offset).toISOString().slice(11, 16)
  return isTwiceThatNight(at, offset) ? `${clock} ${offset === 0 ? 'GMT' : 'BST'}` : clock
}

function isTwiceThatNight(at: Date, offset: number): boolean {
  const neighbour = new Date(at.getTime() + (offset === 0 ? -HOUR_MS : HOUR_MS))
  const other = londonOffset(neighbour)
  return offset === 0 ? other === HOUR_MS : other === 0
}

/** 'Sun 22 Nov 2026'. */
export function dateWords(day: PlainDate): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`
}

/** 'Sun 22 Nov', for a day near now; `dateWords` where the year could be in doubt. */
export function shortDate(day: PlainDate): string {
  return `${DAYS[weekday(day)]} ${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
}

/** '3 Mar 2012': a date of birth, where the weekday says nothing. */
export function bornWords(day: PlainDate): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/** 'Sun 22 Nov 2026, 04:16'. */
export function instantWords(at: Date): string {
  return `${dateWords(londonDate(at))}, ${londonClock(at)}`
}

/** '2026-11-22 04:16', London's clock: in a file, which is kept when today is long past, and sorted. */
export function sortableInstant(at: Date): string {
  return `${londonDate(at)} ${londonClock(at)}`
}

/** '03:05 today', '21:50 yesterday', '09:00 tomorrow', 'Sat 21 Nov, 23:05', and the year where it is not this one. */
export function momentWords(at: Date, now: Date): string {
  const day = londonDate(at)
  const today = londonDate(now)
  const near = nearDay(day, today)
  return near ? `${londonClock(at)} ${near}` : `${dayNear(day, today)}, ${londonClock(at)}`
}

/** 'today', 'yesterday', 'tomorrow', 'Mon 23 Nov', 'Mon 4 Jan 2027'. */
export function dayWords(day: PlainDate, now: Date): string {
  const today = londonDate(now)
  return nearDay(day, today) ?? dayNear(day, today)
}

/** The day, with its year only where that is not the year of `today`. */
export function dayNear(day: PlainDate, today: PlainDate): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDate(day) : dateWords(day)
}

function nearDay(day: PlainDate, today: PlainDate): string | null {
  if (day === today) return 'today'
  if (day === addDays(today, -1)) return 'yesterday'
  return day === addDays(today, 1) ? 'tomorrow' : null
}
