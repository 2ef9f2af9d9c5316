import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { wallSettings } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { accountOf } from './accounts'

/** Somebody does something at a moment. Moments after the demonstration's own are left to whoever opens it. */
export interface Step {
  readonly at: Date
  readonly run: (stage: Stage) => Promise<void>
}

/** What happens to one child or household, in one borough: its steps in the order of time. */
export interface Story {
  readonly name: string
  readonly steps: readonly Step[]
}

/** Where stories are played: through the product's own acts, by the demonstration's accounts, with a scripted clock. */
export interface Stage {
  /** The moment the demonstration ends at. */
  readonly base: Date
  /** @throws Error when the act is not accepted: a story that cannot happen is a fault of the seed. */
  perform<Schema extends z.ZodType>(act: Act<Schema>, who: string, input: unknown, at: Date, key: string): Promise<Readonly<Record<string, string>>>
  /** The same, where the product may refuse: a history tells what was done, and some of it the rules do not allow. */
  attempt<Schema extends z.ZodType>(act: Act<Schema>, who: string, input: unknown, at: Date, key: string): Promise<Readonly<Record<string, string>>>
  /** Reads or arranges as that account: the walls stand. */
  as<T>(who: string, work: (tx: Tx) => Promise<T>): Promise<T>
}

export function openStage(base: Date): Stage {
  const actors = new Map<string, Promise<Actor>>()
  const actor = (who: string): Promise<Actor> => {
    const known = actors.get(who) ?? enter(who, base)
    actors.set(who, known)
    return known
  }
  return {
    base,
    async perform(act, who, input, at, key) {
      const outcome = await perform(act, await actor(who), input, { key: `demonstration ${key}`, now: at })
      // A first attempt that was broken off had got as far as this: what was done stands, whatever would be typed now.
      if (!outcome.ok && outcome.kind === 'key-reused') return {}
      if (!outcome.ok) throw new Error(`${key}, ${act.name} by ${who} at ${at.toISOString()}: ${JSON.stringify(outcome)}`)
      return outcome.result.ids
    },
    async attempt(act, who, input, at, key) {
      const outcome = await perform(act, await actor(who), input, { key: `demonstration ${key}`, now: at })
      return outcome.ok ? outcome.result.ids : {}
    },
    async as(who, work) {
      return withTransaction(wallSettings(await actor(who)), work)
    },
  }
}

async function enter(who: string, base: Date): Promise<Actor> {
  const actor = await loadActor(accountOf(who).id, base)
  if (actor === null) throw new Error(`${who} may do nothing`)
  return actor
}

/** Plays the stories of one borough: their steps in the order of time, as its chronology will show them. */
export async function play(stage: Stage, stories: readonly Story[]): Promise<number> {
  const steps = stories.flatMap((story) => story.steps.map((step) => ({ ...step, story: story.name })))
    .filter((step) => step.at.getTime() <= stage.base.getTime())
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const step of steps) await step.run(stage)
  return steps.length
}
