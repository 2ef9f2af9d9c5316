import type { NoticeLine, Shown } from '@/lib/warning-notices/view'
import type { TimeLeft } from '@/lib/wording/time-left'
import type { Choice } from '@/lib/protection/view'

export interface NetworkNode {
  readonly key: string
  readonly kind: 'child' | 'adult' | 'place' | 'restricted'
  readonly name: string
  readonly sub: string
  readonly href: string | null
  readonly x: number
  readonly y: number
  readonly middle: boolean
}
export interface NetworkEdge {
  readonly key: string
  readonly from: string
  readonly to: string
  /** 'found with', 'same telephone as': read from the first to the second. */
  readonly words: string
  /** Nothing of it stands any more: drawn as a broken line. */
  readonly over: boolean
}
/** Children, adults and places around one of them, two steps out, as a picture and as the list beside it. */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  /** More was found than a picture can hold. */
  readonly cut: boolean
}

export interface LinkedChildLine extends Shown {
  readonly as: string
  readonly where: string
  readonly since: string
  readonly open: readonly string[]
  readonly ring: string
  /** The record of the child opens to the actor: what can be done about it is offered. */
  readonly mine: boolean
}
export interface PlaceTie { readonly id: string; readonly name: string; readonly kind: string; readonly where: string; readonly why: string; readonly since: string }
export interface StepLine { readonly key: string; readonly when: string; readonly what: string; readonly result: string; readonly about: Shown | null; readonly where: string; readonly account: string | null }
export interface ReportLine { readonly id: string; readonly reference: string; readonly words: string; readonly when: string; readonly where: string }

export interface AdultHead {
  readonly id: string
  readonly name: string
  readonly reference: string
  readonly age: string
  readonly where: string
  readonly ring: string
  /** The record opens; else only what is known to exist is shown. */
  readonly record: boolean
}

export interface AdultView {
  readonly head: AdultHead
  /** What is known in more than one borough: 'This person: Bromley and Camden'. */
  readonly crossBorder: readonly string[]
  readonly children: readonly LinkedChildLine[]
  readonly alike: readonly (Shown & { readonly as: string })[]
  readonly places: readonly PlaceTie[]
  /** Null where only the index opens. */
  readonly identifiers: readonly { readonly key: string; readonly kind: string; readonly value: string; readonly since: string }[] | null
  readonly notices: readonly NoticeLine[]
  readonly steps: readonly StepLine[]
  readonly reports: readonly ReportLine[]
  readonly meetings: readonly { readonly key: string; readonly when: string; readonly what: string }[]
  readonly network: Network
  readonly may: { readonly link: boolean; readonly notice: boolean; readonly work: boolean; readonly list: boolean; readonly open: boolean }
}

export type AdultPage = { readonly shut: 'restricted'; readonly id: string; readonly mayBreakGlass: boolean } | { readonly shut: null; readonly view: AdultView }

export const OTHERS_LISTS = ['owed', 'unlooked'] as const
export type OthersList = (typeof OTHERS_LISTS)[number]
export interface OtherRow {
  readonly key: string
  readonly child: Shown
  readonly adults: readonly Shown[]
  readonly where: string
  readonly what: string
  /** Until when, or null where no clock runs. */
  readonly left: TimeLeft | null
  readonly since: string
  /** Where it is done; null where only the index opens: ring. */
  readonly doIt: string | null
  readonly ring: string
}
export interface Others {
  readonly list: OthersList
  readonly borough: string | null
  readonly boroughs: readonly Choice[]
  readonly rows: readonly OtherRow[]
  readonly next: string | null
}

export interface LinkView { readonly adult: Shown; readonly child: Shown | null }
