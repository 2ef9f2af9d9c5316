import { BeyondHolidayData, isWorkingDay } from '@/lib/policy/calendar/duration'
import { addDays, londonDate, londonOffset, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { USUAL_HOURS } from '@/lib/policy/calendar/mash-hours'

const MINUTE = 60_000
const HOUR = 60

/** That minute of the London day by London's own clock: 07:00 is 07:00 on the days the clocks change, too. */
export function londonMinute(day: PlainDate, minute: number): Date {
  const asUtc = startOfLondonDay(day).getTime() + londonOffset(startOfLondonDay(day)) + minute * MINUTE
  // The clocks change at 01:00 UTC: the offset of the instant itself counts, not that of the midnight before.
  return new Date(asUtc - londonOffset(new Date(asUtc - londonOffset(new Date(asUtc)))))
}

/** From this morning's hour the digest is due; after noon a morning's digest helps nobody any more. */
export const digestBegins = (now: Date, hour: number): Date => londonMinute(londonDate(now), hour * HOUR)
export const digestEnds = (now: Date): Date => londonMinute(londonDate(now), 12 * HOUR)

/** What is new since yesterday: since the hour of yesterday's digest. */
export const sinceYesterday = (now: Date, hour: number): Date => londonMinute(addDays(londonDate(now), -1), hour * HOUR)

/** When the MASH last closed before today: on a Monday, Friday evening. A day outside the holiday data counts as one on which it was open. */
export function lastEvening(now: Date): Date {
  let day = addDays(londonDate(now), -1)
  for (let back = 0; back < 10 && !wasOpen(day); back += 1) day = addDays(day, -1)
  return londonMinute(day, USUAL_HOURS.closes)
}

function wasOpen(day: PlainDate): boolean {
  try {
    return isWorkingDay(day)
  } catch (error) {
    if (error instanceof BeyondHolidayData) return true
    throw error
  }
}
