import { Prisma } from '@/lib/platform/generated/client'
import type { Actor } from './actor'
import { boroughsAt, openedPeople, type Depth } from './visibility'

/**
 * The first wall of `visibility` as SQL, for reads that are one statement. Made from the same boroughsAt and the same opened
 * records as the `where` clauses; tests/access holds both against each other for every role.
 */

/** For anything that carries its own borough: `column` is that column. */
export function boroughInReach(actor: Actor, least: Depth, column: Prisma.Sql): Prisma.Sql {
  const boroughs = boroughsAt(actor, least)
  return boroughs.includes('*') ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${boroughs})`
}

/** For a row of `person` named `p`: known to a borough in reach or opened with a reason, and not restricted; or opened by break-glass. */
export function personRowInReach(actor: Actor, least: Depth): Prisma.Sql {
  const boroughs = boroughsAt(actor, least)
  const opened = openedIds(actor, least)
  const known = boroughs.includes('*') ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT 1 FROM person_reach pr WHERE pr.person_id = p.id AND pr.borough = ANY (${boroughs})) OR p.id = ANY (${opened}::uuid[])`
  const glass = actor.opened.filter((record) => record.breakGlass && opened.includes(record.personId)).map((record) => record.personId)
  return Prisma.sql`((NOT p.restricted AND (${known})) OR p.id = ANY (${glass}::uuid[]))`
}

/** For a row of `deadline` named `d`: of a borough in reach, or of a child opened with a reason. */
export function dutyRowInReach(actor: Actor): Prisma.Sql {
  return Prisma.sql`(${boroughInReach(actor, 'record', Prisma.sql`d.borough`)} OR d.child_id = ANY (${openedIds(actor, 'record')}::uuid[]))`
}

const openedIds = (actor: Actor, least: Depth): string[] => openedPeople(actor, least === 'narrative' ? 'narrative' : 'record')
