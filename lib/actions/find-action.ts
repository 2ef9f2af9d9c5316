import 'server-only'
import type { Membership } from '@/lib/access/actor'
import { personInReach } from '@/lib/access/visibility'
import { actionWords } from '@/lib/access/words'
import type { ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { agencyWords } from '@/lib/wording/agencies'
import { instantWords } from '@/lib/wording/london-words'
import { membershipForAction } from './may-act'
import { actionInReach } from './reach'

/**
 * The action an act is about, within reach or owned, with the children it is about and the membership that may act on it:
 * the act is done under that one, also in another borough than its own.
 */
export async function workOnAction(context: ActContext, actionId: string) {
  const { tx, actor } = context
  const action = await tx.action.findFirst({ where: { AND: [{ id: actionId }, actionInReach(actor)] } })
  if (action === null) throw notFound()
  // An action about a restricted person is its owner's and nobody else's, until the record is opened.
  const mine = action.ownerId === actor.accountId
  const seen = mine || await tx.person.findFirst({ where: { AND: [{ id: action.childId }, personInReach(actor, 'record')] }, select: { id: true } })
  if (seen === null) throw notFound()
  // What it says may name another child of its meeting, who is restricted: whoever cannot read an action does not settle it.
  const words = (await actionWords(tx, [actionId]))(actionId)
  if (words === undefined) throw notFound()
  const membership: Membership | null = membershipForAction(actor, action)
  if (membership === null) throw forbidden(`This action is for ${agencyWords(action.ownerAgency)} to finish or carry.`)
  context.as(null, { agency: membership.agency })
  const children = await tx.$queryRaw<{ id: string }[]>`SELECT policy_action_children(${actionId}::uuid) AS id`
  return { action: { ...action, what: words.what }, membership, childIds: [action.childId, ...children.map((child) => child.id).filter((id) => id !== action.childId)] }
}

type Settled =
  | { readonly doneAt: Date; readonly doneBy: string; readonly evidence: string }
  | { readonly carriedAt: Date; readonly carriedBy: string; readonly carriedTo: string; readonly carriedWhy: string }

/** Settles an open action, once. Throws conflict where somebody was first, saying who and how. */
export async function settle(context: ActContext, actionId: string, how: Settled): Promise<void> {
  const { count } = await context.tx.action.updateMany({ where: { id: actionId, doneAt: null, carriedAt: null }, data: how })
  if (count > 0) return
  const action = await context.tx.action.findUnique({ where: { id: actionId } })
  if (action === null) throw notFound()
  const [by, at, did] = action.doneAt !== null ? [action.doneBy, action.doneAt, 'marked this as done'] : [action.carriedBy, action.carriedAt, 'carried this to a new date']
  const account = by === null ? null : await context.tx.account.findUnique({ where: { id: by }, select: { name: true } })
  throw conflict(`${account?.name ?? 'Somebody'} ${did}${at === null ? '' : ` on ${instantWords(at)}`}.`)
}
