import type { Actor } from '@/lib/access/actor'
import { inReach } from '@/lib/access/visibility'

/** The first wall for the ledger of deadlines: the boroughs whose records open to this actor, and the children opened with a reason. */
export function dutyInReach(actor: Actor): { OR: object[] } {
  return { OR: [inReach(actor, 'record'), { childId: { in: actor.opened.map((record) => record.personId) } }] }
}
