import { londonDate } from './calendar/london'
import type { ChildFacts } from './events'

/** A child until eighteen, and while the age is disputed or not known: nobody is treated as an adult for want of a birth date. */
export const isChild = (person: Pick<ChildFacts, 'age' | 'ageDisputed'>): boolean =>
  person.age === null || person.ageDisputed || person.age < 18

/** Whole years at that instant, by London date (mis-u13: the age at the report); the stated age where no date of birth is known. */
export function ageOn(child: Pick<ChildFacts, 'age' | 'bornOn'>, at: Date): number | null {
  if (child.bornOn === undefined || child.bornOn === null) return child.age
  const [born, day] = [child.bornOn, londonDate(at)]
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  // Born on 29 February: a year older on 1 March of a common year.
  return day.slice(5) >= born.slice(5) ? years : years - 1
}
