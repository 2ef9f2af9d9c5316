import type { ChildFacts } from './events'

/** A child until eighteen, and while the age is disputed or not known: nobody is treated as an adult for want of a birth date. */
export const isChild = (person: Pick<ChildFacts, 'age' | 'ageDisputed'>): boolean =>
  person.age === null || person.ageDisputed || person.age < 18
