import { addDays, addMonths, endOfLondonDay, londonDate, plainDate, readPlainDate, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { bornWords, dayNear } from '@/lib/wording/london-words'
import { PERIOD_WORDS, type Period } from '@/lib/wording/periods'

export { PERIODS, type Period } from '@/lib/wording/periods'

/** The stretch that a figure counts, and by what was recorded: nothing typed in after `known` changes what it says. */
export interface Moments {
  readonly from: Date
  /** The figure is as at this instant: now, or the last millisecond of a past day. */
  readonly at: Date
  readonly known: Date
  /** The past day that was asked for; null for now. */
  readonly day: PlainDate | null
}

/**
 * `day` today, in the future or not a date reads as now. Whoever has no list behind a figure gets ends of months only: two days running,
 * set against each other, would tell of one child.
 */
export function momentsOf(asked: { readonly period: Period; readonly day: string | null }, now: Date, monthsOnly: boolean): Moments {
  const today = londonDate(now)
  const read = asked.day === null ? null : readPlainDate(asked.day)
  const given = read !== null && read >= '2000-01-01' && read < today ? read : null
  const day = given === null || !monthsOnly ? given : lastOfMonth(given, today)
  const at = day === null ? now : new Date(endOfLondonDay(day).getTime() - 1)
  return { from: startOfPeriod(asked.period, londonDate(at)), at, known: at, day }
}

const firstOf = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 7)}-01`)

/** The end of its month, or of the month before where that is not over. */
function lastOfMonth(day: PlainDate, today: PlainDate): PlainDate {
  const last = addDays(addMonths(firstOf(day), 1), -1)
  return last < today ? last : addDays(firstOf(day), -1)
}

/** Twelve whole months and what is gone of this one would be thirteen bars: eleven before this one, of five years fifty-nine. */
const MONTHS_BEFORE: Readonly<Record<Period, number>> = { month: 0, year: 11, years: 59 }
export const startOfPeriod = (period: Period, day: PlainDate): Date => startOfLondonDay(addMonths(firstOf(day), -MONTHS_BEFORE[period]))

/** The London months of the stretch, 'YYYY-MM', first to last. */
export function monthsOf({ from, at }: Pick<Moments, 'from' | 'at'>): string[] {
  const months: string[] = []
  for (let day = firstOf(londonDate(from)); day <= londonDate(at); day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return months
}

/** 'Twelve months, since 1 Dec 2025', 'This month'. */
export function stretchWords(moments: Moments, period: Period, now: Date): string {
  const since = period === 'month' ? (moments.day === null ? 'This month' : `The month from ${bornWords(londonDate(moments.from))}`) : `${PERIOD_WORDS[period]}, since ${bornWords(londonDate(moments.from))}`
  return moments.day === null ? since : `${since}, as it stood at the end of ${dayNear(moments.day, londonDate(now))} by what was on record then`
}
