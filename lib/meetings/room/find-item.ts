import 'server-only'
import { inReach } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { meetingToChange } from '../agenda/find'

/** The lock of one item: shared by whoever writes into it, alone for whoever closes it, so that nothing is typed in between. */
export const itemLock = (itemId: string): string => `item:${itemId}`

/**
 * The item an act writes into, in a meeting that is in session, with its meeting. Stops with not found where its words do not open to the
 * actor: whoever cannot read what is written about somebody writes nothing either.
 */
export async function itemInSession(context: ActContext, itemId: string) {
  const { tx, actor } = context
  const found = await tx.meetingItem.findFirst({ where: { id: itemId, ...inReach(actor, 'record') }, select: { callId: true } })
  if (found === null) throw notFound()
  // The end of the meeting and the closing of the item wait for what is being written, or are seen here.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${`agenda:${found.callId}`})), pg_advisory_xact_lock_shared(hashtext(${itemLock(itemId)}))`
  const { call, kind, membership } = await meetingToChange(context, found.callId, 'run', 'open')
  const [opens] = await tx.$queryRaw<{ opens: boolean }[]>`SELECT item_opens(${itemId}::uuid) AS opens`
  const item = opens?.opens === true
    ? await tx.meetingItem.findFirst({ where: { id: itemId }, select: { id: true, kind: true, personId: true, placeId: true, position: true, closedAt: true, closedBy: true } }) : null
  if (item === null) throw notFound()
  if (item.closedAt !== null) {
    const by = item.closedBy === null ? null : await tx.account.findUnique({ where: { id: item.closedBy }, select: { name: true } })
    throw conflict(`${by?.name ?? 'Somebody'} has closed this item: its record stands. What is still to be said goes into an action or another item.`)
  }
  return { item, call, kind, membership }
}
