import type { Depth } from '@/lib/access/visibility'
import type { ChildDuties, DutyLine } from '@/lib/deadlines/view'
import type { EntryLine } from '@/lib/chronology/view'
import type { HomeView } from '@/lib/households/view'
import type { IndexCard, MaskedCard } from './card'
import type { Elsewhere } from './elsewhere'

/** Whose page it is: what stands over every page of the record. Plain data, chosen field by field. */
export interface PersonHead {
  readonly id: string
  readonly name: string
  readonly firstName: string
  readonly reference: string
  /** '3 Mar 2012 (14)', 'not known, about 14', 'unborn'. */
  readonly born: string
  readonly lives: string
  readonly lookedAfter: string
  readonly plan: string
  readonly lead: string
  readonly flags: readonly { readonly words: string; readonly tone: 'solid' | 'plum' | 'red' | 'amber' | 'grey' }[]
  readonly adult: boolean
  readonly depth: Depth
  /** The record of the same person that goes on, or null. */
  readonly matchedTo: string | null
  /** 'Open to you until 17:05 today, with a reason', or null where it is within one's own reach. */
  readonly openUntil: string | null
  readonly duties: { readonly open: number; readonly late: number }
  /** What is open about the person beyond the reader's reach. */
  readonly elsewhere: Elsewhere
  /** What the actor may do here: draws the buttons; each act asks again. */
  readonly may: { readonly entry: boolean; readonly correct: boolean; readonly flag: boolean; readonly link: boolean; readonly openWords: boolean; readonly restrict: boolean; readonly lift: boolean }
}

/** A person's page, as deep as it opens for the one who asks. */
export type PersonPage<T> =
  | { readonly shut: 'restricted'; readonly card: MaskedCard; readonly mayBreakGlass: boolean }
  | { readonly shut: 'index'; readonly card: IndexCard; readonly ring: string; readonly mayOpen: boolean }
  | { readonly shut: null; readonly head: PersonHead; readonly more: T }

export interface OpenReferral {
  readonly id: string
  readonly reference: string
  readonly words: string
  readonly when: string
  readonly borough: string
  readonly withWhom: string
}

export interface FlagLine {
  readonly words: string
  readonly added: string
  /** The words it rests on: null where only the record is open. */
  readonly reason: string | null
  readonly review: string | null
}

export interface LinkedChild {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  readonly age: string
  readonly open: readonly string[]
}

export interface Overview {
  readonly referrals: readonly OpenReferral[]
  readonly duties: readonly DutyLine[]
  readonly more: number
  readonly entries: readonly EntryLine[]
  readonly flags: readonly FlagLine[]
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  /** Other children tied to the same person of concern. */
  readonly alsoAtRisk: readonly LinkedChild[]
}

export interface Tie {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  readonly as: string
  readonly household: boolean
  readonly age: string
  readonly where: string
  /** What they are seen by at once, wherever they live: a person of concern to a child, a plan. */
  readonly marks: HomeView['lines'][number]['marks']
  readonly open: readonly string[]
  readonly since: string
  readonly mayEnd: boolean
}

export interface Household {
  /** Who lives with this person, now or on the day that was asked for. */
  readonly home: HomeView
  readonly ties: readonly Tie[]
  readonly ended: readonly Tie[]
  readonly addresses: readonly { readonly key: string; readonly line: string; readonly borough: string; readonly since: string; readonly until: string | null }[]
  readonly names: readonly { readonly name: string; readonly kind: string }[]
}

export interface ReadingLine {
  readonly key: string
  readonly who: string
  readonly team: string
  readonly when: string
  readonly depth: string
  readonly pages: string
  readonly reason: string | null
}

export interface OpeningLine {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly until: string
  readonly breakGlass: boolean
  readonly purpose: string
  readonly reason: string
  readonly review: string | null
}

export interface Readers {
  readonly openings: readonly OpeningLine[]
  readonly lines: readonly ReadingLine[]
  readonly next: string | null
}

export type { ChildDuties }
