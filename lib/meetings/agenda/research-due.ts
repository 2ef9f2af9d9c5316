import { isWorkingDay } from '@/lib/policy/calendar/duration'
import { addDays, endOfLondonDay, londonDate } from '@/lib/policy/calendar/london'
import { durationOf, type Pack } from '@/lib/policy/packs'

/**
 * By when what each agency found is to be there: so many working days before the day of the meeting, at the midnight that closes it (mase-prep;
 * the number is the pack’s). Throws BeyondHolidayData where a counted day lies outside the data.
 */
export function researchDue(meetsAt: Date, pack: Pack): Date {
  const before = durationOf(pack, 'mase.research-before')
  let day = londonDate(meetsAt)
  for (let left = before.unit === 'working-days' ? before.n : 2; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  return endOfLondonDay(day)
}
