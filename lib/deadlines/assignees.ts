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

/** Teams and workers of these agencies who work in any of these boroughs, teams first, the longest there first, for the list of a form. */
export async function assigneesIn(tx: Tx, agencies: readonly string[], boroughs: readonly string[], now: Date): Promise<Assignee[]> {
  const rows = await tx.$queryRaw<AssigneeRow[]>`
    SELECT t.id, t.name, t.agency, t.boroughs, m.account_id AS "accountId", m.role, a.name AS "accountName"
    FROM (SELECT * FROM team WHERE agency = ANY (${[...agencies]}) AND boroughs && ${[...boroughs]}::text[] ORDER BY name LIMIT 60) t
    LEFT JOIN (membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL)
      ON m.team_id = t.id AND m.role <> ALL (${LOOKS_ON}) AND m.since <= ${now}::timestamptz AND (m.ended_at IS NULL OR m.ended_at > ${now}::timestamptz)
    ORDER BY t.name, t.id, m.since, a.name, m.id`
  const teams = rows.filter((row, place) => rows.findIndex((other) => other.id === row.id) === place)
  return [
    ...teams.map((team) => ({ code: `team:${team.id}`, name: team.name, accountId: null, teamName: team.name, agency: team.agency, role: null, boroughs: team.boroughs })),
    ...rows.flatMap((row) => (row.accountId === null || row.accountName === null ? [] : [{
      code: `account:${row.accountId}`, name: row.accountName, accountId: row.accountId, teamName: row.name, agency: row.agency, role: row.role, boroughs: row.boroughs,
    }])),
  ]
}

/** A team with one of those who work in it; all null where nobody does. */
interface AssigneeRow {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly boroughs: readonly string[]
  readonly accountId: string | null
  readonly role: string | null
  readonly accountName: string | null
}
