import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { childrenOf as childViews } from '@/lib/deadlines/children'
import type { Tx } from '@/lib/platform/db'
import { flagWords } from '@/lib/wording/concerns'
import { counted } from '@/lib/wording/lists'
import type { QueueChild, ReferralPerson } from './view'

export interface ReferralChildren {
  readonly children: readonly QueueChild[]
  /** '2 earlier referrals', or null. */
  readonly earlier: string | null
}

/** The children of each referral as this actor may see them, with their flags and how often they came to notice before. */
export async function childrenOfReferrals(tx: Tx, actor: Actor, referralIds: readonly string[], now: Date): Promise<Map<string, ReferralChildren>> {
  const rows = await tx.referralPerson.findMany({ where: { referralId: { in: [...referralIds] }, role: 'child' }, select: { referralId: true, personId: true } })
  const personIds = [...new Set(rows.map((row) => row.personId))]
  const [view, flags, earlier] = await Promise.all([
    childViews(tx, actor, personIds, now),
    tx.flag.findMany({ where: { personId: { in: personIds }, removedAt: null }, select: { personId: true, code: true } }),
    tx.referralPerson.findMany({ where: { personId: { in: personIds }, role: 'child', referralId: { notIn: [...referralIds] } }, select: { personId: true, referralId: true } }),
  ])
  const byReferral = new Map<string, ReferralChildren>()
  for (const referralId of referralIds) {
    const ids = rows.filter((row) => row.referralId === referralId).map((row) => row.personId)
    const before = new Set(earlier.filter((row) => ids.includes(row.personId)).map((row) => row.referralId)).size
    byReferral.set(referralId, {
      children: ids.map((id) => ({ ...view(id), flags: flags.filter((flag) => flag.personId === id).map((flag) => flagWords(flag.code)) })),
      earlier: before === 0 ? null : counted(before, 'earlier referral'),
    })
  }
  return byReferral
}

/** The adults and the household of one referral, each with who they are in it. */
export async function peopleOfReferral(tx: Tx, actor: Actor, referralId: string, now: Date): Promise<ReferralPerson[]> {
  const rows = await tx.referralPerson.findMany({ where: { referralId, NOT: { role: 'child' } }, select: { personId: true, role: true } })
  const view = await childViews(tx, actor, rows.map((row) => row.personId), now)
  return rows.map((row) => ({ ...view(row.personId), flags: [], role: row.role }))
}
