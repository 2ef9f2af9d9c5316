import { bankHoliday, holidaysKnown } from '@/lib/policy/calendar/bank-holidays'
import { addDays, londonDate, plainDate, startOfLondonDay, weekday, type PlainDate } from '@/lib/policy/calendar/london'

/** A month as it is stored: '2026-11'. */
export type Month = string

export const monthOf = (at: Date): Month => londonDate(at).slice(0, 7)

/** The month after. */
export function nextMonth(month: Month): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

const TEN = 10 * 3_600_000
const TUESDAY = 2

/** The Tuesdays of a month that are no bank holidays, ten in the morning by London’s clocks. */
function tuesdays(month: Month): Date[] {
  const found: Date[] = []
  for (let day: PlainDate = plainDate(`${month}-01`); day.startsWith(month); day = addDays(day, 1)) {
    // Clocks change on a Sunday at night: ten hours after a Tuesday's midnight is always ten o'clock.
    if (weekday(day) === TUESDAY && !(holidaysKnown(day) && bankHoliday(day) !== null)) found.push(new Date(startOfLondonDay(day).getTime() + TEN))
  }
  return found
}

/** When a month’s meeting is held until somebody moves it: its first Tuesday; of a month that is under way already, the next one. */
export function usualTime(month: Month, now?: Date): Date {
  const all = tuesdays(month)
  const to = now === undefined ? undefined : all.find((one) => one.getTime() > now.getTime())
  return to ?? all[0] ?? startOfLondonDay(plainDate(`${month}-01`))
}
