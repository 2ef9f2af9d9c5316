/**
 * Instants (UTC) seen from Europe/London. Clause time-hours-elapsed and DESIGN section 4: stored in UTC, reasoned in London.
 *
 * Summer time by rule: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, as it has
 * stood since 1996. Earlier instants (an old chronology entry) are read from the runtime's time-zone data.
 */
import { addDays, fromDayNumber, utcMidnight, weekdayOfDayNumber, type PlainDate } from './plain-date'

export { addDays, addMonths, birthday, plainDate, readPlainDate, weekday, weekdayName, type PlainDate, type Weekday } from './plain-date'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const FIRST_YEAR_OF_RULE = 1996

/** Milliseconds that London's clocks stand ahead of UTC at the instant: 0 or one hour (more in the 1940s). */
export function londonOffset(instant: Date): number {
  const at = instant.getTime()
  if (Number.isNaN(at)) throw new RangeError('Not an instant')
  const year = instant.getUTCFullYear()
  if (year < FIRST_YEAR_OF_RULE) return offsetFromZoneData(instant)
  const summer = summerTime(year)
  return at >= summer.starts && at < summer.ends ? HOUR_MS : 0
}

/** The London calendar date at the instant. */
export function londonDate(instant: Date): PlainDate {
  return fromDayNumber(Math.floor((instant.getTime() + londonOffset(instant)) / DAY_MS))
}

/** The instant at which the London day begins. */
export function startOfLondonDay(d: PlainDate): Date {
  const utc = utcMidnight(d)
  if (Number.isNaN(utc)) throw new RangeError(`"${d}" is not a date`)
  // London never changes its clocks between its own midnight and UTC's, so the offset at the one holds at the other.
  return new Date(utc - londonOffset(new Date(utc)))
}

/** The midnight that closes the London day, which is the first instant of the next: met strictly before it is in time. */
export function endOfLondonDay(d: PlainDate): Date {
  return startOfLondonDay(addDays(d, 1))
}

const summers = new Map<number, { starts: number; ends: number }>()

/** Instants (ms) between which London keeps summer time in the year. */
function summerTime(year: number): { starts: number; ends: number } {
  let s = summers.get(year)
  if (!s) {
    s = { starts: lastSunday(year, 3) + HOUR_MS, ends: lastSunday(year, 10) + HOUR_MS }
    summers.set(year, s)
  }
  return s
}

/** UTC midnight (ms) of the last Sunday of a month that has 31 days. */
function lastSunday(year: number, month: 3 | 10): number {
  const last = Date.UTC(year, month - 1, 31)
  return last - weekdayOfDayNumber(last / DAY_MS) * DAY_MS
}

const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', hourCycle: 'h23', era: 'short',
  year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
})

function offsetFromZoneData(instant: Date): number {
  const part = new Map(zone.formatToParts(instant).map((p) => [p.type, p.value]))
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(part.get(type))
  const wall = new Date(0)
  wall.setUTCFullYear(read('year'), read('month') - 1, read('day'))
  wall.setUTCHours(read('hour'), read('minute'), read('second'))
  const whole = Math.floor(instant.getTime() / 1000) * 1000
  return wall.getTime() - whole
}

