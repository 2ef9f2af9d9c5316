import type { z } from 'zod'
import type { Actor, Membership } from '@/lib/access/actor'
import type { ActName } from '@/lib/access/permissions'
import type { NewEntry } from '@/lib/chronology/new-entry'
import type { Tx } from '@/lib/platform/db'
import type { Refusal } from '@/lib/policy/rule'
import type { ActResult } from './outcome'

/**
 * Everything that changes the record is an act: one transaction from the guarded update to the last deadline.
 * `run` reads and writes through `context.tx`, says what happened with `context.record`, and returns where to go.
 */
export interface Act<Schema extends z.ZodType> {
  readonly name: string
  /** The right it needs; checked again for the record's borough with `context.as`. */
  readonly right: ActName
  readonly input: Schema
  run(context: ActContext, input: z.output<Schema>): Promise<ActResult>
}

export interface ActContext {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  /**
   * The membership under which the actor acts in this borough. Throws `forbidden` when none allows it: a page's check
   * never protects an act.
   */
  as(borough: string | null, facts?: { agency?: string; urgent?: boolean }): Membership
  /** Adds an entry to the chronology; written, with the deadlines of its subjects, when `run` has returned. Gives its id. */
  record(entry: NewEntry): string
  /** Children whose deadlines must be recomputed though no entry names them. */
  touches(...personIds: string[]): void
  /** People whose home or ties may be others now: whom they live with, and what that makes known, is looked at when `run` has returned. */
  household(...personIds: string[]): void
  /** Stops the act: refused by policy, every refusing rule named. Recorded under `about`. */
  refuse(refusals: readonly Refusal[], about: { borough: string; subjects: readonly string[]; referralId?: string }): never
}
