import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import type { Actor } from './actor'
import { isRole, AGENCIES, RANKS, type Agency, type Rank } from './roles'

const MEMBERSHIPS = z.array(z.object({ id: z.string(), role: z.string(), rank: z.string().nullable(), teamId: z.string(), teamName: z.string(), agency: z.string(), boroughs: z.array(z.string()) }))
const OPENED = z.array(z.object({ personId: z.string(), depth: z.string(), breakGlass: z.boolean(), endsAt: z.number(), restricted: z.boolean() }))

/** How long the people on the agenda of a monthly meeting stay open to its chair: the next one begins with its actions. The function says the same. */
const LISTED_FOR_MS = 62 * 24 * 3_600_000

/**
 * The actor as they stand at `now`: ended memberships, a disabled account or a role that is not in the list give nothing; boroughs are those that a
 * team covers at `now`. Null when the account may do nothing at all.
 */
export async function loadActor(accountId: string, now: Date): Promise<Actor | null> {
  const [row] = await db().$queryRaw<ActorFacts[]>`SELECT id, name, email, memberships, opened, listed FROM actor_facts(${accountId}::uuid, ${now}::timestamptz)`
  return row === undefined ? null : actorOf(row, now)
}

/** One row of the function actor_facts. */
export interface ActorFacts { readonly id: string; readonly name: string; readonly email: string; readonly memberships: unknown; readonly opened: unknown; readonly listed: readonly string[] }

/** Who these facts of `now` are of; null when they give no role. */
export function actorOf(row: ActorFacts, now: Date): Actor | null {
  const memberships = MEMBERSHIPS.parse(row.memberships)
  // Whose roles have all ended is nobody here: an agenda they were asked to, an action of theirs or a record they opened would still know them by account.
  if (memberships.every(({ role }) => !isRole(role))) return null
  return {
    accountId: row.id, name: row.name, email: row.email,
    memberships: memberships.flatMap(({ role, rank, agency, ...membership }) => (isRole(role) ? [{ ...membership, role, rank: rankOf(rank), agency: agencyOf(agency) }] : [])),
    opened: [
      // A record opened with a reason and restricted since is shut: only break-glass opens a restricted one.
      ...OPENED.parse(row.opened).filter((opening) => opening.breakGlass || !opening.restricted).map((opening) => ({
        personId: opening.personId, depth: opening.depth === 'narrative' ? 'narrative' as const : 'record' as const, breakGlass: opening.breakGlass, endsAt: new Date(opening.endsAt),
      })),
      // The chair of a MASE reads in full whom its agenda lists (access): children and people who pose a risk, never a restricted one. Whose chair this
      // is, and for how long back, the database says.
      ...row.listed.map((personId) => ({ personId, depth: 'narrative' as const, breakGlass: false, endsAt: new Date(now.getTime() + LISTED_FOR_MS) })),
    ],
  }
}

const agencyOf = (word: string): Agency => AGENCIES.find((agency) => agency === word) ?? 'other'
const rankOf = (word: string | null): Rank | null => RANKS.find((rank) => rank === word) ?? null
