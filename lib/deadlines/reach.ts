import type { Actor } from '@/lib/access/actor'
import { inReach } from '@/lib/access/visibility'

/** The first wall for the ledger of deadlines: the boroughs whose records open to this actor, and the children opened with a reason. */
export function dutyInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  if (boroughs.borough === undefined) return {}
  return { OR: [boroughs, { childId: { in: actor.opened.map((record) => record.personId) } }] }
}
