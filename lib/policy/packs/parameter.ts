import type { Certainty } from '../clauses'
import type { Duration } from '../calendar/duration'

/**
 * One value of a pack, with the certainty of the figure (which can be lower than its clause's) and the clause it serves.
 * `tighter` says which way a borough may move it:
 * a duration `shorter` (a deadline) or `longer` (a window looked back over), a number `higher` or `lower`,
 * words `more` (everything that was there and perhaps others), `fewer` (nothing that was not there),
 * `higher` (one step or more up its scale).
 */
export interface Parameter<V = Duration | number | readonly string[]> {
  readonly value: V
  readonly certainty: Certainty
  readonly clause: string
  readonly tighter: Tighter
  /** For words `higher`: the scale, lowest first. */
  readonly scale?: readonly string[]
}

export type Tighter = 'shorter' | 'longer' | 'higher' | 'lower' | 'more' | 'fewer'

const hours = (n: number): Duration => ({ unit: 'hours', n })
export const elapsed = { hours, minutes: (n: number): Duration => ({ unit: 'minutes', n }), days: (n: number): Duration => ({ unit: 'calendar-days', n }) }
export const workingDays = (n: number): Duration => ({ unit: 'working-days', n })
export const months = (n: number): Duration => ({ unit: 'months', n })
export const beginningWith = (n: number): Duration => ({ unit: 'days-beginning-with', n })
export const sameDay: Duration = { unit: 'same-day' }
export const given: Duration = { unit: 'given' }

/** A deadline. */
export const within = (value: Duration, certainty: Certainty, clause: string): Parameter<Duration> =>
  ({ value, certainty, clause, tighter: 'shorter' })

/** A stretch of time looked back over: the longer it is, the more it catches. */
export const over = (value: Duration, certainty: Certainty, clause: string): Parameter<Duration> =>
  ({ value, certainty, clause, tighter: 'longer' })

export const atLeast = (value: number, certainty: Certainty, clause: string): Parameter<number> =>
  ({ value, certainty, clause, tighter: 'higher' })

export const atMost = (value: number, certainty: Certainty, clause: string): Parameter<number> =>
  ({ value, certainty, clause, tighter: 'lower' })

export const allOf = (value: readonly string[], certainty: Certainty, clause: string): Parameter<readonly string[]> =>
  ({ value, certainty, clause, tighter: 'more' })

export const onlyOf = (value: readonly string[], certainty: Certainty, clause: string): Parameter<readonly string[]> =>
  ({ value, certainty, clause, tighter: 'fewer' })

export const stepOrAbove = (step: string, scale: readonly string[], certainty: Certainty, clause: string): Parameter<readonly string[]> =>
  ({ value: [step], certainty, clause, tighter: 'higher', scale })
