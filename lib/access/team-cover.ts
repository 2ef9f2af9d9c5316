import 'server-only'
import type { Tx } from '@/lib/platform/db'

interface Covering { readonly id: string; readonly boroughs: string[] }

/** The boroughs these teams cover at `now`: what was set from a date that has come, else what the team's own row says. */
export async function coverAt(tx: Tx, teams: readonly Covering[], now: Date): Promise<(team: Covering) => readonly string[]> {
  if (teams.length === 0) return (team) => team.boroughs
  const covers = await tx.teamCover.findMany({
    where: { teamId: { in: [...new Set(teams.map((team) => team.id))] }, since: { lte: now } }, orderBy: [{ teamId: 'asc' }, { since: 'desc' }, { setAt: 'desc' }], distinct: ['teamId'],
    select: { teamId: true, boroughs: true },
  })
  const set = new Map(covers.map((cover) => [cover.teamId, cover.boroughs]))
  return (team) => set.get(team.id) ?? team.boroughs
}

/**
 * Brings the teams' own rows up to date with what was set from a date that has come: lists of teams read those. Who may do what
 * never waits for it (coverAt).
 */
export async function beginCovers(tx: Tx, now: Date): Promise<number> {
  const due = await tx.teamCover.findMany({ where: { since: { lte: now } }, orderBy: [{ teamId: 'asc' }, { since: 'desc' }, { setAt: 'desc' }], distinct: ['teamId'], select: { teamId: true, boroughs: true } })
  let changed = 0
  for (const { teamId, boroughs } of due) changed += (await tx.team.updateMany({ where: { id: teamId, NOT: { boroughs: { equals: boroughs } } }, data: { boroughs } })).count
  return changed
}
