import { londonOffset, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { readPlainDate } from '@/lib/policy/calendar/plain-date'
import { londonClock } from './london-words'

/** What was typed into the boxes of a date field, read back. Error messages are sentences without their full stop. */

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A London day from its boxes. `what` opens the messages: "The date the child was last seen". All boxes empty: `empty`. */
export function readTypedDate(typed: TypedDate, what: string): Read<PlainDate> {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  if (day === '' && month === '' && year === '') return { ok: false, message: `Enter ${lowerFirst(what)}` }
  const missing = [day === '' ? 'a day' : '', month === '' ? 'a month' : '', year === '' ? 'a year' : ''].filter(Boolean)
  if (missing.length > 0) return { ok: false, message: `${what} must have ${missing.join(' and ')}` }
  const number = monthNumber(month)
  if (!/^\d{4}$/.test(year)) return { ok: false, message: `${what} must have a year of four figures` }
  const value = number === null || !/^\d{1,2}$/.test(day) ? null : readPlainDate(`${year}-${number}-${day.padStart(2, '0')}`)
  return value === null ? { ok: false, message: `${what} must be a real date` } : { ok: true, value }
}

/**
 * A London instant from its boxes. A time that the clocks skip in spring is refused. One that an autumn night has twice is
 * taken as the first, so that a clock started from it never runs short of what was meant.
 */
export function readTypedInstant(typed: TypedDate & { readonly time: string }, what: string): Read<Date> {
  const date = readTypedDate(typed, what)
  if (!date.ok) return date
  if (typed.time.trim() === '') return { ok: false, message: `${what} must have a time` }
  const minutes = readTimeOfDay(typed.time)
  if (minutes === null) return { ok: false, message: `${what} must have a time like 04:16 or 16:40` }
  const value = instantAt(date.value, minutes)
  return value === null ? { ok: false, message: `${what}: the clocks went forward that night and this time did not happen` } : { ok: true, value }
}

/** Minutes after midnight from '04:16', '4.16', '0416', '4:16pm', '9am'; null for anything else. */
export function readTimeOfDay(typed: string): number | null {
  const m = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim())
  if (!m || (m[2] === undefined && m[3] === undefined)) return null
  const half = m[3]?.toLowerCase()
  let hour = Number(m[1])
  const minute = Number(m[2] ?? '0')
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  }
  return hour > 23 || minute > 59 ? null : hour * 60 + minute
}

/** The boxes for an instant, to start a field from. */
export function typedParts(at: Date): TypedDate & { readonly time: string } {
  const local = new Date(at.getTime() + londonOffset(at)).toISOString()
  return { day: String(Number(local.slice(8, 10))), month: String(Number(local.slice(5, 7))), year: local.slice(0, 4), time: local.slice(11, 16) }
}

/** The first instant at which London's clocks show these minutes after midnight on the day, or null where they skip them. */
function instantAt(day: PlainDate, minutes: number): Date | null {
  const wall = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const sinceMidnight = startOfLondonDay(day).getTime() + minutes * 60_000
  for (const shift of [-3_600_000, 0, 3_600_000]) {
    const at = new Date(sinceMidnight + shift)
    if (londonClock(at).startsWith(wall) && typedParts(at).day === String(Number(day.slice(8, 10)))) return at
  }
  return null
}

function monthNumber(typed: string): string | null {
  if (/^\d{1,2}$/.test(typed)) return typed.padStart(2, '0')
  const named = typed.length >= 3 ? MONTH_NAMES.indexOf(typed.slice(0, 3).toLowerCase()) : -1
  return named < 0 ? null : String(named + 1).padStart(2, '0')
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
