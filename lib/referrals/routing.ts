import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { inReach } from '@/lib/access/visibility'
import { childrenOf } from '@/lib/deadlines/children'
import { policyHistories } from '@/lib/deadlines/histories'
import type { Tx } from '@/lib/platform/db'
import { clause } from '@/lib/policy/clauses'
import { routeFor, type Route } from '@/lib/policy/routing/route'
import { joined } from '@/lib/wording/lists'
import { ROUTE_WORDS } from '@/lib/wording/routes'
import type { RoutingView } from './view'

/** Teams that Holdfast knows by their kind; the others are said in words. */
const KINDS: Partial<Record<Route, string>> = { cait: 'cait', 'missing-persons-unit': 'mpu' }

/**
 * The team that the routing rules propose for each child of a referral, why, and on which clause: for whoever allocates it in its borough.
 * A proposal and no more: the gates judge what is allocated. Null where nothing on the record calls for a team.
 */
export async function routingOf(actor: Actor, referralId: string, now: Date): Promise<RoutingView | null> {
  return readAs(actor, async (tx) => {
    const referral = await tx.referral.findFirst({ where: { id: referralId, ...inReach(actor, 'record') }, select: { borough: true, people: { where: { role: 'child' }, select: { personId: true } } } })
    const membership = referral === null ? null : membershipFor(actor, 'allocate', referral.borough)
    if (referral === null || membership === null) return null
    const ids = referral.people.map((row) => row.personId)
    await logReading(tx, actor, { personIds: ids, depth: 'record', page: 'routing' }, now)
    const routed = [...await policyHistories(tx, ids, now)].flatMap(([id, history]) => {
      const routing = routeFor(history)
      return routing === null ? [] : [{ id, routing }]
    })
    if (routed.length === 0) return null
    const nameOf = await childrenOf(tx, actor, ids, now)
    const teams = [...new Set(routed.map((one) => one.routing.team))]
    const proposals = await Promise.all(teams.map(async (team) => {
      const own = routed.filter((one) => one.routing.team === team)
      const routing = own[0]?.routing
      return {
        team: await nameOfTeam(tx, team, referral.borough), whom: own.length === ids.length ? '' : ` for ${joined(own.map((one) => nameOf(one.id).name))}`,
        why: joined([...new Set(own.flatMap((one) => one.routing.because))]), clause: routing === undefined ? '' : `${clause(routing.clause).title}: ${clause(routing.clause).source}`,
      }
    }))
    return { proposals, fill: membership.agency === 'police' && proposals.length === 1 ? proposals[0]?.team ?? '' : '' }
  })
}

async function nameOfTeam(tx: Tx, team: Route, borough: string): Promise<string> {
  const kind = KINDS[team]
  const found = kind === undefined ? null : await tx.team.findFirst({ where: { kind, boroughs: { has: borough } }, select: { name: true }, orderBy: { name: 'asc' } })
  return found?.name ?? ROUTE_WORDS[team]
}
