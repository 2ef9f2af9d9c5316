import type { Actor, Membership } from '@/lib/access/actor'
import { mayAs, worksIn } from '@/lib/access/permissions'

export interface Owned {
  readonly ownerId: string | null
  readonly ownerAgency: string
  readonly borough: string
}

/**
 * Under which membership may the actor finish or carry this action? Its owner; a colleague of the agency that owns it, in
 * its borough; and, where its owner has no account, whoever may record discussions there and was told. Else null.
 * The same answer draws the button and judges the act.
 */
export function membershipForAction(actor: Actor, action: Owned): Membership | null {
  const allowed = actor.memberships.filter((membership) => mayAs(membership, 'complete-action', { agency: action.ownerAgency }))
  const own = allowed.find((membership) => membership.agency === action.ownerAgency && (action.ownerId === actor.accountId || worksIn(membership, action.borough)))
    ?? (action.ownerId === actor.accountId ? allowed[0] : undefined)
  if (own !== undefined) {
    // A school's action is that school's: another partner of the same kind of agency does not act for it.
    return own.role === 'partner' && action.ownerId !== actor.accountId ? null : own
  }
  if (action.ownerId !== null) return null
  return allowed.find((membership) => worksIn(membership, action.borough) && mayAs(membership, 'record-strategy-discussion')) ?? null
}
