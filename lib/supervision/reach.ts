import type { Actor } from '@/lib/access/actor'
import { mayAs } from '@/lib/access/permissions'

/** The boroughs whose supervision this actor sees: of the memberships that hold the right, and no other; ['*'] for all of London. */
export function supervised(actor: Actor): string[] {
  const held = actor.memberships.filter((membership) => mayAs(membership, 'see-supervision'))
  return held.some((membership) => membership.boroughs.length === 0) ? ['*'] : [...new Set(held.flatMap((membership) => membership.boroughs))].sort()
}

/** Narrowed to one borough, where it is one of them; null for all of London. */
export function supervisedIn(actor: Actor, borough: string | null): string[] | null {
  const boroughs = supervised(actor)
  if (borough !== null) return boroughs.includes('*') || boroughs.includes(borough) ? [borough] : []
  return boroughs.includes('*') ? null : boroughs
}
