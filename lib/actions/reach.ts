import type { Actor } from '@/lib/access/actor'
import { inReach, openedPeople } from '@/lib/access/visibility'

/** The first wall for actions: those of the boroughs whose records open to this actor, and those the actor owns. */
export function actionInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  return boroughs.borough === undefined ? {} : { OR: [boroughs, { ownerId: actor.accountId }] }
}

/** For reading: also those of a child whose record was opened with a reason. It gives no right to settle one. */
export function actionOpen(actor: Actor): { OR?: object[] } {
  const reach = actionInReach(actor)
  const opened = openedPeople(actor, 'record')
  return reach.OR === undefined || opened.length === 0 ? reach
    : { OR: [...reach.OR, { childId: { in: opened } }, { meeting: { children: { some: { personId: { in: opened } } } } }] }
}
