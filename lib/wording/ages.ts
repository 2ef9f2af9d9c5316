import { daysInMonth, toDayNumber, type PlainDate } from '@/lib/policy/calendar/plain-date'

const WEEKS_UNTIL_MONTHS = 13
const MONTHS_UNTIL_YEARS = 24

/**
 * '14', '18 months', '5 weeks', '4 days'. Whole units gone by, on the day asked about. Days under two weeks, weeks under
 * thirteen, months under two years: below that, a year or a week is a different child.
 * A day before birth: 'unborn'.
 */
export function ageWords(born: PlainDate, on: PlainDate): string {
  const days = toDayNumber(on) - toDayNumber(born)
  if (days < 0) return 'unborn'
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  const weeks = Math.floor(days / 7)
  if (weeks < WEEKS_UNTIL_MONTHS) return `${weeks} weeks`
  const months = wholeMonths(born, on)
  return months < MONTHS_UNTIL_YEARS ? `${months} months` : String(Math.floor(months / 12))
}

/** 'about 14': an age somebody said, with no date of birth behind it. Null is 'age not known'. */
export function statedAgeWords(years: number | null): string {
  return years === null ? 'age not known' : `about ${years}`
}

/** Whole years on the day, as the rules count them. Born on 29 February: a year older on 1 March in other years. */
export function yearsOld(born: PlainDate, on: PlainDate): number {
  return Math.floor(wholeMonths(born, on) / 12)
}

function wholeMonths(born: PlainDate, on: PlainDate): number {
  const [year, month, day] = parts(born)
  const [toYear, toMonth, toDay] = parts(on)
  const months = (toYear - year) * 12 + (toMonth - month)
  if (toDay >= day) return months
  // Born on the 31st: the month of 30 days is complete on its last day, but a birthday that the month lacks comes the day after.
  const lastOfMonth = toDay === daysInMonth(toYear, toMonth) && toDay < day && toMonth !== month
  return lastOfMonth ? months : months - 1
}

function parts(d: PlainDate): [number, number, number] {
  return [Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8, 10))]
}
