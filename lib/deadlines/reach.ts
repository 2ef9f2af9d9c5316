import type { Actor } from '@/lib/access/actor'
import { inReach, openedPeople, toldTo } from '@/lib/access/visibility'
import type { Tx } from '@/lib/platform/db'

/** The first wall for the ledger of deadlines: the boroughs whose records open to this actor, and the children opened with a reason. */
export function dutyInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  if (boroughs.borough === undefined) return {}
  return { OR: [boroughs, { childId: { in: openedPeople(actor, 'record') } }] }
}

/** What was told to this actor, by name or as one of their roles in its borough. */
export const toldToActor = (actor: Actor): { OR: object[] } => ({
  OR: [
    { toAccount: actor.accountId },
    ...toldTo(actor).map(({ role, borough }) => ({ toAccount: null, toRole: role, ...(borough === null ? {} : { borough }) })),
  ],
})

/**
 * For the page of one duty: also when it was escalated, told or given to the actor, wherever it is. It opens the duty and
 * nothing else of the record, and gives no right over it.
 */
export async function dutyOpen(tx: Tx, actor: Actor, id: string): Promise<{ OR?: object[] }> {
  const reach = dutyInReach(actor)
  if (reach.OR === undefined) return reach
  const told = await tx.notification.findFirst({ where: { AND: [{ deadlineId: id }, toldToActor(actor)] }, select: { id: true } })
  if (told !== null) return {}
  const teams = actor.memberships.filter(({ agency }) => agency === 'csc' || agency === 'police').map(({ teamName }) => teamName)
  return { OR: [...reach.OR, { assignedTo: actor.accountId }, { assignedTeam: { in: teams } }] }
}
