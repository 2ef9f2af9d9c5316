import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { personRowInReach } from '@/lib/access/reach-sql'
import { boroughsAt, involvedBoroughs } from '@/lib/access/visibility'
import { ageAt } from '@/lib/people/age'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { ageWords, statedAgeWords } from '@/lib/wording/ages'
import type { ChildView } from './view'

/** What a list shows of a person: the columns of CHILD_COLUMNS. All null where the row is not within reach. */
export interface ChildRow {
  readonly given_name: string | null
  readonly family_name: string | null
  readonly description: string | null
  readonly born_on: Date | null
  readonly age_stated: number | null
  readonly age_stated_on: Date | null
  readonly unborn: boolean | null
}
export const CHILD_COLUMNS = Prisma.sql`p.given_name, p.family_name, p.description, p.born_on, p.age_stated, p.age_stated_on, p.unborn`

export function childView(id: string, row: ChildRow | null, now: Date): ChildView {
  if (row === null) return { id, name: personName(null).name, masked: true, age: null }
  const { name } = personName({ givenName: row.given_name, familyName: row.family_name, description: row.description })
  const born = row.born_on === null ? null : plainDate(row.born_on.toISOString().slice(0, 10))
  const age = born !== null ? ageWords(born, londonDate(now)) : row.unborn === true ? 'unborn' : statedAgeWords(ageAt(row, now))
  return { id, name, masked: false, age }
}

/** The children of these duties as this actor may see them. A child whose row is not there is a restricted person. */
export async function childrenOf(tx: Tx, actor: Actor, ids: readonly string[], now: Date): Promise<(id: string) => ChildView> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await tx.$queryRaw<(ChildRow & { id: string })[]>`
    SELECT p.id, ${CHILD_COLUMNS} FROM person p WHERE p.id = ANY (${wanted}::uuid[]) AND ${personRowInReach(actor, 'record')}`
  const children = new Map(rows.map((row) => [row.id, childView(row.id, row, now)]))
  return (id) => children.get(id) ?? childView(id, null, now)
}

/**
 * Whether the words of this child's record open to the actor, not only the headings. `involved`: the matter came to the
 * police or a discussion involves them (police_involved in the database).
 */
export function readsWords(actor: Actor, borough: string, childId: string, involved: boolean): boolean {
  const boroughs = boroughsAt(actor, 'narrative')
  return boroughs.includes('*') || boroughs.includes(borough) || (involved && involvedBoroughs(actor).includes(borough))
    || actor.opened.some((record) => record.personId === childId && record.depth === 'narrative')
}

/** Names of accounts, for who owes and who did. */
export async function namesOf(tx: Tx, accountIds: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const ids = [...new Set(accountIds.filter((id): id is string => id !== null))]
  const rows = ids.length === 0 ? [] : await tx.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id) => (id === null ? null : names.get(id) ?? 'Somebody')
}
