import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { forbidden, notFound } from '@/lib/acts/outcome'
import type { Tx } from '@/lib/platform/db'

/**
 * Throws unless the actor administers every one of these boroughs: a team of none is London's, and only London's administrator
 * changes it.
 */
export function asAdministrator(context: ActContext, boroughs: readonly string[]): void {
  for (const borough of boroughs.length === 0 ? ['london'] : boroughs) context.as(borough)
}

export interface AccountToChange {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly disabledAt: Date | null
  readonly memberships: readonly { readonly id: string; readonly role: string; readonly teamId: string; readonly since: Date; readonly endedAt: Date | null; readonly team: { readonly name: string; readonly boroughs: string[] } }[]
}

/**
 * The account an act changes. Not one's own: nobody gives themselves rights, opens their own account again or makes their own
 * way round a password. Locked, so that two administrators change it one after the other.
 */
export async function accountToChange(context: ActContext, accountId: string): Promise<AccountToChange> {
  const { tx, actor } = context
  if (accountId === actor.accountId) throw forbidden('Nobody changes their own account or rights: another administrator does.')
  await tx.$executeRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR UPDATE`
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { id: true, name: true, email: true, disabledAt: true, memberships: { select: { id: true, role: true, teamId: true, since: true, endedAt: true, team: { select: { name: true, boroughs: true } } } } },
  })
  if (account === null) throw notFound()
  const standing = account.memberships.filter((membership) => membership.endedAt === null || membership.endedAt > context.now)
  if (standing.length === 0) context.as(null)
  for (const membership of standing) asAdministrator(context, membership.team.boroughs)
  return account
}

/** One change of who administers at a time: two administrators who remove each other at once would leave nobody. */
export const lockAdministrators = (tx: Tx): Promise<number> => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('administrators'))`

/** Accounts that administer London now and have no end set, without this one. */
export async function administratorsBeside(tx: Tx, accountId: string, now: Date): Promise<number> {
  const rows = await tx.membership.findMany({
    where: { role: 'administrator', since: { lte: now }, endedAt: null, accountId: { not: accountId }, account: { disabledAt: null }, team: { boroughs: { isEmpty: true } } },
    select: { accountId: true }, distinct: ['accountId'],
  })
  return rows.length
}

/** Is the actor still an administrator, asked of the database and inside the lock? */
export async function stillAdministers(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const found = await tx.membership.count({ where: { role: 'administrator', accountId, since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }], account: { disabledAt: null } } })
  return found > 0
}
