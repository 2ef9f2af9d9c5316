import type { TimeLeft } from '@/lib/wording/time-left'
import type { Choice } from '@/lib/protection/view'

/** Another child of this matter, or the child in whose matter this one was named. */
export interface OtherLine {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly masked: boolean; readonly age: string }
  readonly relation: string
  readonly where: string
  readonly named: string
  /** Until when this child is assessed, while nobody has. */
  readonly left: TimeLeft | null
  /** What was found, or null while nobody has looked. */
  readonly found: string | null
  /** Of one that nothing was found of and no time runs for: why. */
  readonly state: string
  readonly at: string | null
}

export interface OtherChildrenView {
  readonly others: readonly OtherLine[]
  /** The matters of other children in which this one was named. */
  readonly namedIn: readonly OtherLine[]
  /** Of the family and household, children who are not named yet. */
  readonly thinkOf: readonly { readonly id: string; readonly name: string; readonly age: string; readonly as: string }[]
  readonly suspects: readonly Choice[]
  readonly may: boolean
  /** A check of a suspect's contacts that is owed. */
  readonly wider: TimeLeft | null
  readonly checked: string | null
}

/** The child who was chosen to be named, where one was. */
export interface NamingView {
  readonly other: { readonly id: string; readonly name: string; readonly masked: boolean; readonly age: string } | null
  readonly suspects: readonly Choice[]
  readonly borough: string
  readonly may: boolean
}
