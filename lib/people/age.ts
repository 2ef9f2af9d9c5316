import { birthday, londonDate, plainDate, startOfLondonDay } from '@/lib/policy/calendar/london'

interface AgeFacts {
  readonly born_on: Date | null
  readonly age_stated: number | null
  readonly age_stated_on: Date | null
}

/**
 * Whole years at `now`, by London date: from the date of birth, else the age somebody stated plus the full years since
 * (so never too old by more than the truth allows). Null when neither is known.
 */
export function ageAt(facts: AgeFacts, now: Date): number | null {
  const today = londonDate(now)
  if (facts.born_on !== null) return yearsBetween(facts.born_on.toISOString().slice(0, 10), today)
  if (facts.age_stated === null) return null
  if (facts.age_stated_on === null) return facts.age_stated
  return facts.age_stated + Math.max(0, yearsBetween(facts.age_stated_on.toISOString().slice(0, 10), today))
}

/**
 * From when the person is known to be eighteen: the birthday, or always where an age of eighteen or more was stated. Null
 * where not known, younger or disputed. A stated age under eighteen makes nobody an adult by the passing of time.
 */
export function adultSince(facts: AgeFacts & { readonly age_disputed: boolean }): Date | null {
  if (facts.age_disputed) return null
  if (facts.born_on !== null) return startOfLondonDay(birthday(plainDate(facts.born_on.toISOString().slice(0, 10)), 18))
  return facts.age_stated !== null && facts.age_stated >= 18 ? new Date(0) : null
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  // A child born on 29 February is a year older on 1 March of a common year: '02-29' is greater than '02-28'.
  return to.slice(5) >= from.slice(5) ? years : years - 1
}
