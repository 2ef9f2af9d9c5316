import { londonDate, londonOffset } from './london'
import { isWorkingDay } from './duration'

/** When a MASH is open: minutes of the London day. Per-borough configuration (time-mash-hours). */
export interface ServiceHours { readonly opens: number; readonly closes: number }
export const USUAL_HOURS: ServiceHours = { opens: 9 * 60, closes: 17 * 60 }

/**
 * Did it come in while the MASH was closed (time-out-of-hours, time-mash-hours)? A marker for hand-over and for figures:
 * it never moves a clock. Throws BeyondHolidayData for a weekday outside the holiday data.
 */
export function receivedOutOfHours(at: Date, hours: ServiceHours = USUAL_HOURS): boolean {
  if (!isWorkingDay(londonDate(at))) return true
  const minute = Math.floor(((at.getTime() + londonOffset(at)) % 86_400_000) / 60_000)
  return minute < hours.opens || minute >= hours.closes
}
