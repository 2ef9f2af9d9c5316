import type { Confidence } from '@/lib/people/search'
import type { CallFacts } from '@/lib/policy/missing/asked'
import type { PanelValues } from '@/lib/policy/missing/choices'

/** What must be known of a child at once, while somebody rings about it. */
export interface CallCard {
  readonly name: string
  readonly age: string
  readonly years: number | null
  readonly care: string
  readonly placement: string | null
  readonly home: string
  readonly plan: string | null
  readonly health: readonly string[]
  readonly flags: readonly { readonly words: string; readonly grave: boolean }[]
  /** Flags that were removed in the last 24 months. */
  readonly formerFlags: readonly string[]
  readonly episodes: string
  /** When the child was last reported away. */
  readonly last: string | null
  readonly isOut: boolean
  readonly planVersion: number | null
}

/** A child found, with what speaks for it; `known` null where the card is not open to whoever asks. */
export interface CallHit {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  readonly age: string
  readonly reference: string
  readonly where: string
  readonly confidence: Confidence | null
  readonly reasons: readonly string[]
  readonly known: CallCard | null
  readonly mayTake: boolean
}

/** What the panel of a call stands on: plain data, given to the browser as it is. Times in words. */
export interface CallPanel {
  readonly call: CallFacts
  readonly values: PanelValues
  readonly clauses: Readonly<Record<string, string>>
  readonly leastHours: number
  readonly mostHours: number
  /** 'is due by 05:17 today', 'was due by …' where the call is typed in later; and so the others. */
  readonly gradeDue: string
  readonly callBackDue: string
  readonly missingFrom: string
}

/** The time away that stands open. */
export interface OpenCall {
  readonly id: string
  readonly href: string
  readonly reference: string
  readonly reported: string
  readonly by: string
  readonly as: string
  readonly borough: string
}

/** The trigger plan, beside the questions. */
export interface PlanBeside {
  readonly version: number
  readonly made: string
  readonly review: string
  readonly late: boolean
  readonly parts: readonly { readonly term: string; readonly value: string }[]
}

export interface CallPage {
  /** Null for a child that nobody knows. */
  readonly child: { readonly id: string; readonly name: string; readonly reference: string; readonly masked: boolean; readonly known: CallCard | null } | null
  readonly open: OpenCall | null
  readonly plan: PlanBeside | null
  /** Child abduction warning notices that stand about this child, each a line. */
  readonly notices: readonly string[]
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  readonly borough: string | null
  /** Null for a restricted child: its record is asked by the gates and shown to nobody. */
  readonly panel: CallPanel | null
}
