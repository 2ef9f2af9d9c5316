import type { Actor } from '@/lib/access/actor'
import { inReach } from '@/lib/access/visibility'

/** The first wall for actions: those of the boroughs whose records open to this actor, and those the actor owns. */
export function actionInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  return boroughs.borough === undefined ? {} : { OR: [boroughs, { ownerId: actor.accountId }] }
}
