import 'server-only'
import type { Membership } from '@/lib/access/actor'
import { mayAs } from '@/lib/access/permissions'
import { inReach } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'

export const REQUEST_FIELDS = {
  id: true, referralId: true, borough: true, agency: true, teamId: true, basis: true, dueAt: true, askedAt: true, askedBy: true, askedAgency: true, chasedTimes: true, chasedAt: true, withdrawnAt: true,
} as const

export interface FoundRequest {
  readonly id: string
  readonly referralId: string
  readonly borough: string
  readonly agency: string
  readonly teamId: string | null
  readonly askedAgency: string
  readonly askedBy: string
  readonly withdrawnAt: Date | null
  readonly chasedTimes: number
}

/** A question that the actor's borough asked, for whoever chases it, withdraws it or takes its answer down. Out of reach is not there. */
export async function ownRequest(context: ActContext, requestId: string): Promise<FoundRequest & { readonly childIds: readonly string[]; readonly membership: Membership }> {
  const request = await context.tx.informationRequest.findFirst({ where: { id: requestId, ...inReach(context.actor, 'record') }, select: REQUEST_FIELDS })
  if (request === null) throw notFound()
  const membership = context.as(request.borough)
  const children = await context.tx.referralPerson.findMany({ where: { referralId: request.referralId, role: 'child' }, select: { personId: true } })
  return { ...request, childIds: children.map((row) => row.personId), membership }
}

/** A question put to one of the actor's own teams, wherever it was asked. Another team's is not there. */
export async function requestToUs(context: ActContext, requestId: string): Promise<FoundRequest & { readonly childIds: readonly string[]; readonly membership: Membership }> {
  const teams = context.actor.memberships.map((membership) => membership.teamId)
  const request = await context.tx.informationRequest.findFirst({ where: { id: requestId, teamId: { in: teams } }, select: REQUEST_FIELDS })
  if (request === null) throw notFound()
  context.as(null, { agency: request.agency })
  const membership = context.actor.memberships.find((one) => one.teamId === request.teamId && mayAs(one, 'answer-request', { agency: request.agency }))
  if (membership === undefined) throw forbidden('Your role may not do this here.')
  const rows = await context.tx.$queryRaw<{ id: string }[]>`SELECT c AS id FROM policy_request_children(${requestId}::uuid) AS c`
  return { ...request, childIds: rows.map((row) => row.id), membership }
}

/** Nothing is done to a question that was withdrawn. */
export function standing(request: FoundRequest): void {
  if (request.withdrawnAt !== null) throw conflict('This question was withdrawn: no answer is needed')
}
