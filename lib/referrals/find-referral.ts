import 'server-only'
import type { Membership } from '@/lib/access/actor'
import { inReach } from '@/lib/access/visibility'
import type { ReferralRow } from '@/lib/access/words'
import type { ActContext } from '@/lib/acts/act'
import { notFound } from '@/lib/acts/outcome'
import type { NewEntry } from '@/lib/chronology/new-entry'

export interface FoundReferral {
  readonly referral: ReferralRow
  readonly childIds: readonly string[]
}

type AboutReferral = Pick<NewEntry, 'kind' | 'heading' | 'body'> & { readonly occurredAt?: Date }

/** A referral that an act works on, and the right it is worked on under. */
export interface ReferralInHand extends FoundReferral {
  readonly membership: Membership
  /** Puts an entry on record about its children, in its borough's ledger; it happened now unless it says when. Gives its id. */
  readonly record: (entry: AboutReferral) => string
}

/**
 * The referral within the actor's reach, with its children; what is out of reach is not there. Asks the act's right in its
 * borough in the same breath, so that no act on a referral can forget to: throws not found, then forbidden.
 */
export async function workOn(context: ActContext, referralId: string): Promise<ReferralInHand> {
  const referral = await context.tx.referral.findFirst({ where: { id: referralId, ...inReach(context.actor, 'record') } })
  if (referral === null) throw notFound()
  const membership = context.as(referral.borough, { urgent: referral.urgency === 'high' || referral.rag === 'red' })
  const children = await context.tx.referralPerson.findMany({ where: { referralId, role: 'child' }, select: { personId: true } })
  const childIds = children.map((row) => row.personId)
  return {
    referral, childIds, membership,
    record: (entry) => context.record({ occurredAt: context.now, ...entry, ledger: referral.borough, subjects: childIds, referralId }),
  }
}

export const referralPage = (referralId: string): string => `/referrals/${referralId}`
