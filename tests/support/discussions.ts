import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'

/** Everyone the 2016 quorum needs, the referring school included. */
export const EVERYONE = ['social-worker', 'social-work-manager', 'health', 'police', 'referrer'] as const

/** A strategy discussion put on the chronology by itself, for tests of what follows from one. */
const held: Act<z.ZodType<{ childId: string; borough: string; referralId: string; at: Date; participants: readonly string[] }>> = {
  name: 'test-discussion',
  right: 'record-strategy-discussion',
  input: z.object({ childId: z.string(), borough: z.string(), referralId: z.string(), at: z.date(), participants: z.array(z.string()) }),
  run(context, { childId, borough, referralId, at, participants }) {
    context.as(borough)
    context.record({
      ledger: borough, kind: 'strategy-discussion-held', heading: 'Strategy discussion held', occurredAt: at, subjects: [childId], referralId,
      body: { participants, plan_recorded: true, meeting_id: randomUUID() },
    })
    return Promise.resolve({ goTo: '/', says: 'Held.', ids: {} })
  },
}

export async function aDiscussion(
  actor: Actor, about: { childId: string; referralId: string; borough?: string }, at: Date, participants: readonly string[] = EVERYONE,
): Promise<void> {
  const outcome = await perform(held, actor, { borough: 'bromley', ...about, at, participants }, { key: randomUUID(), now: at })
  if (!outcome.ok) throw new Error(`the discussion was not put on record: ${JSON.stringify(outcome)}`)
}
