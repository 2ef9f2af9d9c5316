import type { Duration } from './calendar/duration'
import type { DurationParameter, Pack } from './packs'
import type { ChildFacts, PolicyEvent } from './events'

/** Who owes a duty: an agency of the child's borough, or a London-wide team. */
export type OwedBy = 'csc' | 'police' | 'mash' | 'referrer' | 'action-owner' | 'asked-agency' | 'control-room' | 'missing-unit' | 'local-authority' | 'assessment-team' | 'mase-chair' | 'reviewer'

/** The history a rule reads: one child's events in order, up to and including `now`. */
export interface History {
  readonly child: ChildFacts
  readonly events: readonly PolicyEvent[]
  readonly now: Date
  /**
   * The pack that the borough concerned followed when that event happened. A clock keeps the pack it began under and a
   * discussion the one it was held under (conflicts 14.8 and 14.16): a pack adopted later judges nothing that was before it.
   */
  packAt(event: PolicyEvent): Pack
}

/** A clock that a rule starts. `duration` comes from the pack unless the event itself carries the date (`given`). */
export interface ClockStart {
  /** The event that started it. */
  readonly by: PolicyEvent
  /** The instant the clock counts from: not always the event's own (conflict 14.6: each band keeps its own start). */
  readonly from: Date
  readonly duration: Duration
  /** The parameter of the pack that gave the duration, for the explanation. */
  readonly parameter: DurationParameter | null
  /** For `given` durations: the date itself. */
  readonly dueAt?: Date
  /** For `given` durations: agreed for a day, so that `dueAt` is the midnight that closes it. */
  readonly dayEnd?: boolean
  /** The clause, where these facts stand on another than the value's own (sd-penetrative on a same-day clock). */
  readonly clause?: string
  /** The facts that mattered, in words, for "why is this due then?". */
  readonly because: readonly string[]
  /** The entry whose pack it keeps, where that is an earlier one: the first of the time away (conflict 14.16). */
  readonly keepsPackOf?: PolicyEvent
  /** What the clock is about when one child can have several (an action, an item of information). */
  readonly item?: string
  /** A changed rating recomputes from the original receipt, in either direction (mash-rag-change); else only shorter wins. */
  readonly restates?: boolean
}

export type Stop = { readonly how: 'met' } | { readonly how: 'ended'; readonly why: string }

interface Named {
  readonly id: string
  /** The name under which it is raised: `strategy-discussion-overdue`. */
  readonly alert: string
  readonly title: string
  /** The rule in plain words, for the explanation page. */
  readonly plain: string
  /** What would meet it, in plain words. */
  readonly meets: string
  readonly clause: string
  readonly owedBy: OwedBy
  readonly task?: string
}

/**
 * *What is due, when, and why.* Pure: the engine walks a child's events in order, opens the clocks `starts` returns and
 * asks `stops` of every later event.
 */
export interface TimescaleRule extends Named {
  readonly form: 'clock'
  readonly basis?: string
  /** False for a target that is measured and never a breach of procedure (sd-mps-24h). */
  readonly breach: boolean
  /**
   * `once`: a clock of this rule does not open where it is open already or its stop still stands; with items (a suspect, a
   * linked child), once for each item
   * `each`: every starting event opens its own clock (an item of information, an action).
   */
  readonly opens: 'once' | 'each'
  readonly parameters: readonly DurationParameter[]
  /** Null when the event starts none; several where it names several items. */
  starts(event: PolicyEvent, history: History): ClockStart | readonly ClockStart[] | null
  stops(event: PolicyEvent, clock: ClockStart, history: History): Stop | null
  /** The rule whose time this one announces: the same alert, raised ahead of it. Not a breach of its own. */
  readonly forewarns?: string
  /** For `once`: does what stopped the earlier clock still answer this new event? Default: while the matter is open. */
  stillAnswered?(event: PolicyEvent, stoppedBy: PolicyEvent, history: History): boolean
}

/** *What should someone notice.* Raised at the event; open until a later event remedies it. */
export interface NoticeRule extends Named {
  readonly form: 'notice'
  raises(event: PolicyEvent, history: History): { readonly because: readonly string[]; readonly clause?: string } | null
  remedies(event: PolicyEvent, raisedBy: PolicyEvent, history: History): boolean
}

export type DutyRule = TimescaleRule | NoticeRule

/** A rule that refuses, its clause, and the way forward: what a person is told and what is recorded. */
export interface Refusal {
  readonly rule: string
  readonly clause: string
  readonly says: string
  readonly wayForward: string
  /** The field of the form it belongs to, where there is one. */
  readonly field?: string
}
