import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { personRowInReach } from '@/lib/access/reach-sql'
import { CHILD_COLUMNS, childrenOf as childViews, childView, type ChildRow } from '@/lib/deadlines/children'
import type { Tx } from '@/lib/platform/db'
import { flagWords } from '@/lib/wording/concerns'
import { counted } from '@/lib/wording/lists'
import type { QueueChild, ReferralPerson } from './view'

export interface ReferralChildren {
  readonly children: readonly QueueChild[]
  /** '2 earlier referrals', or null. */
  readonly earlier: string | null
  /** How many people of the referral nobody has looked for among those known. */
  readonly notLookedFor: number
}

interface Row extends ChildRow {
  referral_id: string
  person_id: string
  in_reach: boolean
  flags: string[] | null
  earlier: string[] | null
  not_looked_for: number
}

/** The children of each referral as this actor may see them, with their flags and how often they came to notice before. */
export async function childrenOfReferrals(tx: Tx, actor: Actor, referralIds: readonly string[], now: Date): Promise<Map<string, ReferralChildren>> {
  const ids = [...referralIds]
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<Row[]>`
    SELECT rp.referral_id, rp.person_id, p.id IS NOT NULL AS in_reach, ${CHILD_COLUMNS}, f.codes AS flags, e.ids AS earlier,
      (SELECT count(*)::int FROM referral_person u WHERE u.referral_id = rp.referral_id AND u.provisional AND u.looked_at IS NULL) AS not_looked_for
    FROM referral_person rp
    LEFT JOIN person p ON p.id = rp.person_id AND ${personRowInReach(actor, 'record')}
    LEFT JOIN LATERAL (SELECT array_agg(f.code ORDER BY f.added_at) AS codes FROM flag f WHERE f.person_id = rp.person_id AND f.removed_at IS NULL) f ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(o.referral_id) AS ids FROM referral_person o
      WHERE o.person_id = rp.person_id AND o.role = 'child' AND o.referral_id <> ALL (${ids}::uuid[])) e ON true
    WHERE rp.referral_id = ANY (${ids}::uuid[]) AND rp.role = 'child' ORDER BY rp.referral_id, rp.person_id`
  return new Map(ids.map((referralId) => {
    const own = rows.filter((row) => row.referral_id === referralId)
    const before = new Set(own.flatMap((row) => row.earlier ?? [])).size
    return [referralId, {
      children: own.map((row) => ({ ...childView(row.person_id, row.in_reach ? row : null, now), flags: (row.flags ?? []).map(flagWords) })),
      earlier: before === 0 ? null : counted(before, 'earlier referral'), notLookedFor: own[0]?.not_looked_for ?? 0,
    }]
  }))
}

/** The adults and the household of one referral, each with who they are in it. */
export async function peopleOfReferral(tx: Tx, actor: Actor, referralId: string, now: Date): Promise<ReferralPerson[]> {
  const rows = await tx.referralPerson.findMany({ where: { referralId, role: { notIn: ['child', 'matched'] } }, select: { personId: true, role: true } })
  const view = await childViews(tx, actor, rows.map((row) => row.personId), now)
  return rows.map((row) => ({ ...view(row.personId), flags: [], role: row.role }))
}
