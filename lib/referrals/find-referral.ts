import 'server-only'
import { inReach } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { notFound } from '@/lib/acts/outcome'
import type { Referral } from '@/lib/platform/generated/client'

export interface FoundReferral {
  readonly referral: Referral
  readonly childIds: readonly string[]
}

/** The referral within the actor's reach, with its children; what is out of reach is not there. */
export async function findReferral(context: ActContext, referralId: string): Promise<FoundReferral> {
  const referral = await context.tx.referral.findFirst({ where: { id: referralId, ...inReach(context.actor, 'record') } })
  if (referral === null) throw notFound()
  const children = await context.tx.referralPerson.findMany({ where: { referralId, role: 'child' }, select: { personId: true } })
  return { referral, childIds: children.map((row) => row.personId) }
}

export const referralPage = (referralId: string): string => `/referrals/${referralId}`
