import { isAfter, listOf, textOf, type PolicyEvent } from './events'
import type { History } from './rule'

/** Words that say that there is a suspect and name nobody. */
const NOBODY: readonly string[] = ['known', 'unidentified', 'unknown', 'identified']

/** The suspects whom an entry names, by reference; empty where it names none. */
export function namedSuspects(event: PolicyEvent): readonly string[] {
  const text = textOf(event, 'suspect')
  const named = [...listOf(event, 'suspect_ids'), ...listOf(event, 'suspect'), ...(text === null || NOBODY.includes(text) ? [] : [text])]
  return [...new Set(named)]
}

/** Does the entry say that there is a suspect whose name is known? */
export const hasKnownSuspect = (event: PolicyEvent): boolean => textOf(event, 'suspect') === 'known' || namedSuspects(event).length > 0

/** Does the entry say that there is a suspect at all, known or not? */
export const hasSuspect = (event: PolicyEvent): boolean => hasKnownSuspect(event) || textOf(event, 'suspect') === 'unidentified'

/** About one suspect, as far as the record tells: where either names nobody it may be the same. */
export function mayBeSameSuspect(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((name) => b.includes(name))
}

/** The CAIT keeps abuse in the family, by carers and by professionals who work with children. */
const KEPT_BY_CAIT = /famil|parent|mother|father|mum\b|dad\b|step|brother|sister|sibling|uncle|aunt|cousin|grand|relative|carer|foster|guardian|professional|teacher|staff|coach|doctor|nurse|worker|clergy|priest|scout|volunteer/i
const FAMILY = /famil|parent|mother|father|mum\b|dad\b|step|brother|sister|sibling|uncle|aunt|cousin|grand|relative|husband of|partner of the mother/i
/** A negation in front: "not family", "non-familial", "extra-familial". */
const NOT_FAMILY = /\b(not|non|no|extra)[- ]?(a |of the |in the )?(famil|relat|carer|professional)/i

/** How the suspect stands to the child, where the record says it. */
export const relationshipOf = (event: PolicyEvent): string | null => textOf(event, 'suspect_relationship') ?? textOf(event, 'relationship')

export const isKeptByCait = (relationship: string | null): boolean =>
  relationship !== null && KEPT_BY_CAIT.test(relationship) && !NOT_FAMILY.test(relationship)

export const isFamily = (relationship: string | null): boolean => relationship !== null && FAMILY.test(relationship) && !NOT_FAMILY.test(relationship)

/** Is a suspect named who was named nowhere before, where another was? The first name given to "the suspect" is the same person. */
export function namesAnotherSuspect(event: PolicyEvent, history: History): boolean {
  const named = namedSuspects(event)
  const before = history.events.filter((earlier) => isAfter(event, earlier)).flatMap(namedSuspects)
  return named.length > 0 && before.length > 0 && named.some((name) => !before.includes(name))
}
