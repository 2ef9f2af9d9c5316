import 'server-only'
import { policyHistories } from '@/lib/deadlines/histories'
import type { Tx } from '@/lib/platform/db'
import { textOf } from '@/lib/policy/events'
import { londonDate } from '@/lib/policy/calendar/london'

/** The strategy discussion that a listing stands on. */
export interface Behind {
  /** The meeting's id where it was recorded here, else the entry's. */
  readonly reference: string
  readonly heldOn: string
}

/** The last strategy discussion of each of these children, as their chronologies tell it; none where none was held (mase-gate). */
export async function strategyBehind(tx: Tx, childIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Behind>> {
  const histories = await policyHistories(tx, childIds, now)
  return new Map([...histories].flatMap(([id, history]) => {
    const held = history.events.findLast((event) => event.kind === 'strategy-discussion-held')
    return held === undefined ? [] : [[id, { reference: textOf(held, 'meeting_id') ?? held.id, heldOn: londonDate(held.at) }] as const]
  }))
}
