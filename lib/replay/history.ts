import type { EventKind } from '@/lib/policy/events'

/** What is known of a child before the history begins. Null is not known. */
export interface ChildBefore {
  readonly ref: string
  /** Years at t0, for the whole history. */
  readonly age: number | null
  readonly ageDisputed: boolean
  readonly lookedAfter: boolean | null
  readonly planCategory: string | null
  readonly flags: readonly string[]
  readonly sex: string | null
  readonly note: string | null
  /** Signs and health needs known before. */
  readonly indicators: readonly string[]
  readonly health: readonly string[]
  /** Earlier episodes and domestic incidents known as a number without dates; null where not known. */
  readonly earlier: { readonly missing: number | null; readonly absent: number | null; readonly domesticIncidents: number | null }
}

export interface HistoryEvent {
  readonly id: string
  readonly kind: EventKind
  /** As written: 'P3DT2H'. */
  readonly t: string
  readonly at: Date
  readonly detail: Readonly<Record<string, unknown>>
  /** The children it names, by ref; null when it names none. */
  readonly children: readonly string[] | null
}

export const DEMAND_KINDS = ['alert', 'refuse', 'task', 'state', 'quiet'] as const
export type DemandKind = (typeof DEMAND_KINDS)[number]

export interface Demand {
  readonly index: number
  readonly kind: DemandKind
  /** The alert, refusal or task; the field of a state. */
  readonly rule: string
  readonly t: string
  readonly at: Date
  readonly on: string | null
  readonly basis: string | null
  readonly equals: unknown
  readonly first: boolean
  readonly child: string | null
  readonly notFor: string | null
  readonly because: string | null
}

/** A case as it was, and what the software must have done. */
export interface CaseHistory {
  readonly id: string
  readonly area: string
  readonly summary: string
  readonly failure: string | null
  readonly goodPractice: boolean
  readonly quietUntil: Date | null
  readonly t0: Date
  readonly children: readonly ChildBefore[]
  /** In the order they happened; events of one instant in the file's order. */
  readonly events: readonly HistoryEvent[]
  readonly demands: readonly Demand[]
}
