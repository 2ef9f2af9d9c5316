import { membershipFor } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/actor'
import type { Role } from '@/lib/access/roles'
import { CLIMBS } from '@/lib/policy/ladder'
import type { OwedBy } from '@/lib/policy/rule'

export const isOwedBy = (word: string): word is OwedBy => Object.hasOwn(CLIMBS, word)
export const ladderOf = (owedBy: string): readonly Role[] => (isOwedBy(owedBy) ? CLIMBS[owedBy] : CLIMBS.csc)

export interface Rung {
  /** 1 is the supervisor. The ledger's escalation_level after this step. */
  readonly level: number
  readonly toRole: Role
}

/**
 * The rung a duty climbs to when this actor escalates it: above the last one told, and above the actor's own, because
 * nobody escalates to themselves. Null at the top.
 */
export function nextRung(owedBy: string, level: number, actor: Actor, borough: string): Rung | null {
  const ladder = ladderOf(owedBy)
  const held = new Set(actor.memberships.filter((membership) => membershipFor({ ...actor, memberships: [membership] }, 'escalate', borough) !== null).map((membership) => membership.role))
  const own = ladder.findLastIndex((role) => held.has(role)) + 1
  const next = Math.max(level, own)
  const toRole = ladder[next]
  return toRole === undefined ? null : { level: next + 1, toRole }
}
