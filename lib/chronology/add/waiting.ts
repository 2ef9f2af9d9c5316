import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { referralOpen } from '@/lib/access/visibility'
import type { Tx } from '@/lib/platform/db'
import { contactUnactioned } from '@/lib/policy/rules/contact/unactioned'

/** What waits about a child with nobody having acted on it: the entries, oldest first. */
export async function waitingItems(tx: Tx, childId: string): Promise<string[]> {
  const rows = await tx.deadline.findMany({
    where: { childId, rule: contactUnactioned.id, metAt: null, endedAt: null, supersededAt: null }, orderBy: { startsAt: 'asc' }, select: { startedBy: true },
  })
  return [...new Set(rows.map((row) => row.startedBy))]
}

/** The referrals and contacts about a person that nobody has decided yet, newest first. */
export async function openReferralsOf(tx: Tx, actor: Actor, personId: string): Promise<{ id: string; reference: string; borough: string; concern: string | null }[]> {
  return tx.referral.findMany({
    where: { AND: [{ people: { some: { personId } }, decidedAt: null, becameReferralId: null }, referralOpen(actor)] }, orderBy: { receivedAt: 'desc' }, take: 10,
    select: { id: true, reference: true, borough: true, concern: true },
  })
}
