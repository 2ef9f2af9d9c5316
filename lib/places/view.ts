import type { Network } from '@/lib/posing-risk/view'
import type { Choice } from '@/lib/protection/view'
import type { Shown } from '@/lib/warning-notices/view'

export interface PlaceRow {
  readonly id: string
  readonly name: string
  readonly line: string
  readonly kind: string
  readonly where: string
  readonly concern: boolean
  readonly makesafe: boolean
  readonly children: number
  readonly adults: number
  readonly calls: number
  /** Children or calls of the last 90 days: what puts it first. */
  readonly hot: boolean
  readonly trained: string
}
export interface PlaceList {
  readonly rows: readonly PlaceRow[]
  readonly borough: string | null
  readonly kind: string | null
  readonly q: string
  readonly boroughs: readonly Choice[]
  readonly next: string | null
  readonly may: boolean
}

export interface PlaceTieLine extends Shown { readonly key: string; readonly part: 'child' | 'adult' | 'episode'; readonly why: string; readonly since: string; readonly where: string; readonly words: string | null; readonly mine: boolean; readonly episode: string | null }
export interface PlaceEventLine { readonly key: string; readonly when: string; readonly what: string; readonly result: string; readonly account: string | null }
export interface PlaceLinked { readonly people: number; readonly links: number }

export interface PlaceView {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly kind: string
  readonly kindCode: string
  readonly line: string | null
  readonly postcode: string | null
  readonly borough: string
  readonly boroughCode: string
  readonly concern: boolean
  readonly makesafe: boolean
  readonly ownerContact: string | null
  readonly telephone: string | null
  readonly leaflet: string | null
  readonly leafletParts: { readonly day: string; readonly month: string; readonly year: string } | null
  readonly version: number
  readonly closed: string | null
  /** The words open: the place is of a borough whose records the actor reads. */
  readonly record: boolean
  readonly notes: readonly { readonly key: string; readonly when: string; readonly words: string }[]
  /** The latest of each; how many people and links there are in all stands beside. */
  readonly ties: readonly PlaceTieLine[]
  readonly children: PlaceLinked
  readonly adults: PlaceLinked
  readonly tactics: readonly PlaceEventLine[]
  readonly trainings: readonly PlaceEventLine[]
  readonly calls: readonly CallRow[]
  /** Boroughs whose people are linked here, where they are more than the place’s own. */
  readonly crossBorder: string | null
  readonly network: Network
  readonly may: { readonly work: boolean; readonly link: boolean; readonly list: boolean; readonly call: boolean }
}

export interface CallRow {
  readonly id: string
  readonly reference: string
  readonly premises: string
  readonly placeId: string | null
  readonly where: string
  readonly received: string
  readonly channel: string
  readonly outcome: string
  readonly answered: boolean
  readonly deployed: string
  readonly late: boolean
}
export interface UntaggedRow { readonly id: string; readonly reference: string; readonly where: string; readonly received: string; readonly from: string; readonly why: string; readonly place: { readonly id: string; readonly name: string } | null; readonly mine: boolean }
export interface CoverageRow { readonly key: string; readonly where: string; readonly month: string; readonly calls: number; readonly deployed: number; readonly waiting: number; readonly safeguarded: number }
export interface PremisesRow { readonly id: string; readonly name: string; readonly kind: string; readonly where: string; readonly trained: string; readonly leaflet: string }
export const MAKESAFE_LISTS = ['calls', 'untagged', 'coverage', 'never'] as const
export type MakesafeList = (typeof MAKESAFE_LISTS)[number]
export interface MakesafeView {
  readonly list: MakesafeList
  readonly borough: string | null
  readonly boroughs: readonly Choice[]
  readonly calls: readonly CallRow[]
  readonly untagged: readonly UntaggedRow[]
  readonly coverage: readonly CoverageRow[]
  /** Registered premises that never rang. */
  readonly never: readonly PremisesRow[]
  /** Boroughs without any premises on the register. */
  readonly without: readonly string[]
  readonly waiting: number
  readonly may: boolean
  readonly next: string | null
}

export interface CallView {
  readonly call: CallRow
  readonly quoted: string
  readonly tagged: string
  readonly referral: { readonly id: string; readonly reference: string | null } | null
  readonly notes: readonly { readonly key: string; readonly when: string; readonly words: string }[]
  readonly may: boolean
}
export interface CallForm {
  readonly premises: readonly { readonly id: string; readonly name: string; readonly line: string; readonly kind: string; readonly where: string }[] | null
  readonly place: { readonly id: string; readonly name: string; readonly line: string; readonly borough: string } | null
  readonly child: Shown | null
  readonly boroughs: readonly Choice[]
}
export interface PlaceLinkView { readonly place: { readonly id: string; readonly name: string }; readonly person: Shown | null; readonly episodes: readonly Choice[] }
