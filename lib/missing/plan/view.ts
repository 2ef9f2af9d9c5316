/** One version of a trigger plan: how to find this child quickly. */
export interface PlanVersion {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly made: string
  readonly first: string
  readonly places: string | null
  readonly people: string | null
  readonly contact: string | null
  readonly travel: string | null
  readonly risks: string | null
}

export interface PlanView extends PlanVersion {
  readonly personId: string
  /** '3 Dec 2026', and whether that day has passed. */
  readonly review: string
  readonly late: boolean
  /** The child was away and came back since: nobody has looked at the plan with that in mind. */
  readonly awaySince: boolean
}
