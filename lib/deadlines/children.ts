import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { boroughsAt, involvedBoroughs, personInReach } from '@/lib/access/visibility'
import { ageAt } from '@/lib/people/age'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { ageWords, statedAgeWords } from '@/lib/wording/ages'
import type { ChildView } from './view'

const FIELDS = {
  id: true, givenName: true, familyName: true, description: true, bornOn: true, ageStated: true, ageStatedOn: true, unborn: true,
} as const

/** The children of these duties as this actor may see them. A child whose row is not there is a restricted person. */
export async function childrenOf(tx: Tx, actor: Actor, ids: readonly string[], now: Date): Promise<(id: string) => ChildView> {
  const rows = await tx.person.findMany({ where: { AND: [{ id: { in: [...new Set(ids)] } }, personInReach(actor, 'record')] }, select: FIELDS })
  const children = new Map(rows.map((row) => {
    const { name } = personName(row)
    const years = ageAt({ born_on: row.bornOn, age_stated: row.ageStated, age_stated_on: row.ageStatedOn }, now)
    const born = row.bornOn === null ? null : plainDate(row.bornOn.toISOString().slice(0, 10))
    const age = row.unborn ? 'unborn' : born === null ? statedAgeWords(years) : ageWords(born, londonDate(now))
    return [row.id, { id: row.id, name, masked: false, age }]
  }))
  return (id) => children.get(id) ?? { id, name: personName(null).name, masked: true, age: null }
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
