import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Who a duty can be given to: one worker of a team, or the team. */
export interface Assignee {
  /** 'account:<id>' or 'team:<id>'. */
  readonly code: string
  readonly name: string
  readonly accountId: string | null
  readonly teamName: string
  readonly agency: string
  readonly role: string | null
  readonly boroughs: readonly string[]
}

/** The agency whose people can be given a duty; null where it is nobody's to give. */
export function agencyOwing(owedBy: string): 'csc' | 'police' | null {
  if (owedBy === 'police') return 'police'
  return owedBy === 'csc' || owedBy === 'mash' ? 'csc' : null
}

const current = (now: Date) => ({ since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] })
/** Roles that only look on do no work: nothing is given to them. */
const LOOKS_ON = ['auditor', 'administrator', 'partner', 'london-lead']

/** The assignee a form named, as they stand at `now`; null when they no longer work there. */
export async function assigneeNamed(tx: Tx, code: string, now: Date): Promise<Assignee | null> {
  const [kind, id] = code.split(':')
  if (id === undefined) return null
  if (kind === 'team') {
    const team = await tx.team.findUnique({ where: { id } })
    return team === null ? null : { code, name: team.name, accountId: null, teamName: team.name, agency: team.agency, role: null, boroughs: team.boroughs }
  }
  const membership = await tx.membership.findFirst({
    where: { accountId: id, role: { notIn: LOOKS_ON }, account: { disabledAt: null }, ...current(now) }, include: { account: { select: { name: true } }, team: true }, orderBy: { since: 'asc' },
  })
  if (membership === null) return null
  return {
    code, name: membership.account.name, accountId: id, teamName: membership.team.name, agency: membership.team.agency, role: membership.role, boroughs: membership.team.boroughs,
  }
}

/** Teams and workers of these agencies who work in any of these boroughs, teams first, for the list of a form. */
export async function assigneesIn(tx: Tx, agencies: readonly string[], boroughs: readonly string[], now: Date): Promise<Assignee[]> {
  const teams = await tx.team.findMany({
    where: { agency: { in: [...agencies] }, boroughs: { hasSome: [...boroughs] } }, orderBy: { name: 'asc' }, take: 60,
    include: { memberships: { where: { role: { notIn: LOOKS_ON }, account: { disabledAt: null }, ...current(now) }, include: { account: { select: { name: true } } } } },
  })
  return [
    ...teams.map((team) => ({ code: `team:${team.id}`, name: team.name, accountId: null, teamName: team.name, agency: team.agency, role: null, boroughs: team.boroughs })),
    ...teams.flatMap((team) => team.memberships.map((membership) => ({
      code: `account:${membership.accountId}`, name: membership.account.name, accountId: membership.accountId, teamName: team.name, agency: team.agency,
      role: membership.role, boroughs: team.boroughs,
    }))),
  ]
}
