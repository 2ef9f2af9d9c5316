import 'server-only'
import type { Tx } from '@/lib/platform/db'

interface Named {
  readonly name: string
  readonly agency: string
}

/**
 * The accounts of people named in a record, in their order: one person of that name, in that agency, working in that borough.
 * Null where nobody or more than one answers to it: a guess would show a child's record to a namesake.
 */
export async function accountsOf(tx: Tx, people: readonly Named[], borough: string, now: Date): Promise<(string | null)[]> {
  const names = [...new Set(people.map((person) => person.name.trim()))].filter((name) => name !== '')
  if (names.length === 0) return people.map(() => null)
  const accounts = await tx.account.findMany({
    where: { name: { in: names, mode: 'insensitive' }, OR: [{ disabledAt: null }, { disabledAt: { gt: now } }] },
    select: {
      id: true, name: true,
      memberships: { where: { since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, select: { team: { select: { agency: true, boroughs: true } } } },
    },
  })
  return people.map((person) => {
    const same = accounts.filter((account) => account.name.toLowerCase() === person.name.trim().toLowerCase() && account.memberships.some(({ team }) =>
      team.agency === person.agency && (team.boroughs.length === 0 || team.boroughs.includes(borough))))
    return same.length === 1 ? same[0]?.id ?? null : null
  })
}
