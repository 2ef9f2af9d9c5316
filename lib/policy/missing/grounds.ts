import type { PanelValues } from './choices'
import type { AgainstAbsent } from './class'

/** The grade that the facts propose, and the facts. */
export interface Proposed {
  readonly grade: 'medium' | 'high'
  readonly because: readonly string[]
}

/** What raises the grade, each as known or not, from the record and from callers alike. */
export interface Grounds {
  readonly selfHarm: boolean
  readonly medicated: boolean
  readonly trafficked: boolean
  readonly unsafeAdult: boolean
  readonly toOthers: boolean
  readonly substances: boolean
  readonly repeat: boolean
  readonly longGone: boolean
}

/**
 * The grade proposed (mis-high-indicators). High when exploitation risk is present together with age 13 or under, an unsafe adult, risk to
 * others, substance use, repeat episodes or 12 hours gone; or, whatever else, under eleven, an earlier suicide attempt or self-harm,
 * essential medication, or trafficking. Else medium.
 */
export function proposedFrom({ age, exploitation }: Pick<AgainstAbsent, 'age' | 'exploitation'>, grounds: Grounds, values: Pick<PanelValues, 'highUnderAge' | 'highYoungAge'>): Proposed {
  const said = (...all: readonly (readonly [boolean, string])[]): string[] => all.flatMap(([holds, words]) => (holds ? [words] : []))
  const alone = said(
    [age !== null && age < values.highUnderAge, `the child is ${age}`], [grounds.selfHarm, 'self-harm or a suicide attempt is on record'],
    [grounds.medicated, 'the child needs medicine'], [grounds.trafficked, 'the child may be trafficked'],
  )
  if (alone.length > 0) return { grade: 'high', because: alone }
  const [exploited] = exploitation
  if (exploited === undefined) return { grade: 'medium', because: ['nothing on record proposes more'] }
  const together = said(
    [age !== null && age <= values.highYoungAge, `the child is ${age}`], [grounds.unsafeAdult, 'there is an adult who is not safe'], [grounds.toOthers, 'the child puts others at risk'],
    [grounds.substances, 'there are drugs or alcohol'], [grounds.repeat, 'the child goes missing again and again'], [grounds.longGone, 'the child has been gone for twelve hours'],
  )
  return together.length > 0 ? { grade: 'high', because: [exploited.why, ...together] } : { grade: 'medium', because: [exploited.why, 'nothing else on record raises it'] }
}
