import { addDays, londonDate, startOfLondonDay } from '@/lib/policy/calendar/london'
import { isWorkingDay } from '@/lib/policy/calendar/duration'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const [OPENS, CLOSES] = [8 * HOUR + 30 * MINUTE, 18 * HOUR]

export const before = (at: Date, milliseconds: number): Date => new Date(at.getTime() - milliseconds)
export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds)

/** The moment at which an office has worked for so long since `at`: nothing moves at night or on a weekend. */
export function officeTime(at: Date, milliseconds: number): Date {
  let [moment, left] = [at, milliseconds]
  for (;;) {
    const day = londonDate(moment)
    const [opens, closes] = [after(startOfLondonDay(day), OPENS), after(startOfLondonDay(day), CLOSES)]
    if (isWorkingDay(day) && moment < closes) {
      const from = moment < opens ? opens : moment
      if (from.getTime() + left < closes.getTime()) return after(from, left)
      left -= closes.getTime() - from.getTime()
    }
    moment = startOfLondonDay(addDays(day, 1))
  }
}

/** Whether an office is open at this moment. */
export function officeOpen(at: Date): boolean {
  const day = londonDate(at)
  const [opens, closes] = [after(startOfLondonDay(day), OPENS), after(startOfLondonDay(day), CLOSES)]
  return isWorkingDay(day) && at >= opens && at < closes
}

/** The London weekday and hour of the demonstration's moment, moved back by whole weeks: offices were in the same state then. */
export const weeksBefore = (at: Date, weeks: number): Date => before(at, weeks * 7 * DAY)
