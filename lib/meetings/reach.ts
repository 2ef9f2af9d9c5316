import type { Actor } from '@/lib/access/actor'
import { inReach, openedPeople } from '@/lib/access/visibility'

/** The first wall for meetings: those of the boroughs whose records open to this actor, and those the actor took part in. */
export function meetingInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  return boroughs.borough === undefined ? {} : { OR: [boroughs, { participants: { some: { accountId: actor.accountId } } }] }
}

/** For reading: also those about a child whose record was opened with a reason. It gives no right to act on one. */
export function meetingOpen(actor: Actor): { OR?: object[] } {
  const reach = meetingInReach(actor)
  const opened = openedPeople(actor, 'record')
  return reach.OR === undefined || opened.length === 0 ? reach : { OR: [...reach.OR, { children: { some: { personId: { in: opened } } } }] }
}
