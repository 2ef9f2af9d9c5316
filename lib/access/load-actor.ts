import 'server-only'
import { withTransaction, type Tx } from '@/lib/platform/db'
import type { Actor } from './actor'
import { coverAt } from './team-cover'
import { isRole, AGENCIES, RANKS, type Agency, type Rank } from './roles'

/**
 * The actor as they stand at `now`: ended memberships, a disabled account or a role that is not in the list give nothing.
 * Null when the account may do nothing at all.
 */
export async function loadActor(accountId: string, now: Date): Promise<Actor | null> {
  return withTransaction({ 'app.account': accountId }, (tx) => readActor(tx, accountId, now))
}

async function readActor(tx: Tx, accountId: string, now: Date): Promise<Actor | null> {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: {
      id: true, name: true, email: true, disabledAt: true,
      memberships: { where: { since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, include: { team: true } },
    },
  })
  if (account === null || (account.disabledAt !== null && account.disabledAt <= now)) return null
  // Whose roles have all ended is nobody here: an agenda they were asked to, an action of theirs or a record they opened would still know them by account.
  if (account.memberships.every(({ role }) => !isRole(role))) return null
  const boroughsOf = await coverAt(tx, account.memberships.map((membership) => membership.team), now)
  const listed = account.memberships.some(({ role }) => role === 'mase-chair') ? await listedForChair(tx, now) : []
  const openings = await stillOpen(tx, await tx.recordOpening.findMany({ where: { accountId, endsAt: { gt: now } } }))
  return {
    accountId: account.id, name: account.name, email: account.email,
    memberships: account.memberships.flatMap((membership) => {
      if (!isRole(membership.role)) return []
      return [{
        id: membership.id, role: membership.role, rank: rankOf(membership.rank), agency: agencyOf(membership.team.agency),
        teamId: membership.teamId, teamName: membership.team.name, boroughs: boroughsOf(membership.team),
      }]
    }),
    opened: [...openings.map((opening) => ({
      personId: opening.personId, depth: opening.depth === 'narrative' ? 'narrative' as const : 'record' as const,
      breakGlass: opening.breakGlass, endsAt: opening.endsAt,
    })), ...listed],
  }
}

/** How long the people on the agenda of a monthly meeting stay open to its chair: the next one begins with its actions. The function says the same. */
const LISTED_FOR_MS = 62 * 24 * 3_600_000

/**
 * The chair of a MASE reads in full whom its agenda lists (access): children and people who pose a risk, never a restricted one. Whose chair this
 * is, and for how long back, the database says: a function that was handed boroughs would tell anybody's agenda.
 */
async function listedForChair(tx: Tx, now: Date) {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT l.id FROM listed_lately(${now}::timestamptz) AS l(id)`
  return rows.map((row) => ({ personId: row.id, depth: 'narrative' as const, breakGlass: false, endsAt: new Date(now.getTime() + LISTED_FOR_MS) }))
}

/** A record opened with a reason and restricted since is shut: only break-glass opens a restricted one. */
async function stillOpen<Opening extends { personId: string; breakGlass: boolean }>(tx: Tx, openings: readonly Opening[]): Promise<Opening[]> {
  const byReason = openings.filter((opening) => !opening.breakGlass).map((opening) => opening.personId)
  if (byReason.length === 0) return [...openings]
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM policy_people(${byReason}::uuid[]) WHERE restricted`
  const restricted = new Set(rows.map((row) => row.id))
  return openings.filter((opening) => opening.breakGlass || !restricted.has(opening.personId))
}

const agencyOf = (word: string): Agency => AGENCIES.find((agency) => agency === word) ?? 'other'
const rankOf = (word: string | null): Rank | null => RANKS.find((rank) => rank === word) ?? null
