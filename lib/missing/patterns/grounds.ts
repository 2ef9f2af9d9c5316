import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { packInForce } from '@/lib/policy/packs'
import { durationOf, numberOf } from '@/lib/policy/packs'
import { dueAfter } from '@/lib/policy/calendar/duration'
import type { Ground } from '@/lib/wording/return'

/** Since when times away count together, and how many are a repeat: values of the policy (mis-repeat-threshold), the same on every page. */
export function windowAt(now: Date): { readonly since: Date; readonly days: number; readonly repeat: number } {
  const pack = packInForce(now)
  const window = durationOf(pack, 'repeat-missing.window')
  const length = dueAfter(now, window).dueAt.getTime() - now.getTime()
  return { since: new Date(now.getTime() - length), days: Math.round(length / 86_400_000), repeat: numberOf(pack, 'repeat-missing') }
}

/** The class that a time away had in the end, of a row of `episode` named `e`: absent beyond its 24 hours was missing (R223). */
export const classInTheEnd = (now: Date): Prisma.Sql => Prisma.sql`CASE WHEN e.class = 'absent' AND e.absent_until > coalesce(e.returned_at, ${now}::timestamptz) THEN 'absent' ELSE 'missing' END`

/**
 * Is there a link to exploitation: a flag that stands or stood within two years, a caller who said so, or a referral about it? Of a row `g` with
 * `person_id` and `told`.
 */
export const exploitationLink = (now: Date): Prisma.Sql => Prisma.sql`(g.told
  OR EXISTS (SELECT 1 FROM flag f WHERE f.person_id = g.person_id AND f.code = 'cse-risk' AND (f.removed_at IS NULL OR f.removed_at > ${now}::timestamptz - interval '24 months'))
  OR EXISTS (SELECT 1 FROM referral_person q JOIN referral r ON r.id = q.referral_id WHERE q.person_id = g.person_id AND q.role = 'child' AND r.concern IN ('cse', 'online-cse', 'trafficking')))`

interface Row { readonly many: number; readonly under: boolean; readonly exploited: boolean; readonly looked_after: boolean | null }

/** Why this child stands on the daily list, now. */
export async function groundsOf(tx: Tx, personId: string, now: Date): Promise<Ground[]> {
  const { since, repeat } = windowAt(now)
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT g.many, coalesce(years_at(p.born_on, p.age_stated, p.age_stated_on, g.last) < 13, false) AS under, ${exploitationLink(now)} AS exploited, p.looked_after
    FROM (SELECT e.person_id, count(*)::int AS many, max(e.reported_at) AS last, bool_or(e.answers @> '{"cse_risk": true}') AS told
      FROM episode e WHERE e.person_id = ${personId}::uuid AND e.reported_at > ${since}::timestamptz GROUP BY e.person_id) g JOIN person p ON p.id = g.person_id`
  return row === undefined ? [] : groundsFrom({ ...row, lookedAfter: row.looked_after }, repeat)
}

export const groundsFrom = (row: { readonly many: number; readonly under: boolean; readonly exploited: boolean; readonly lookedAfter: boolean | null }, repeat: number): Ground[] => [
  ...(row.many >= repeat ? ['repeat' as const] : []), ...(row.under ? ['under-13' as const] : []), ...(row.exploited ? ['exploitation' as const] : []), ...(row.lookedAfter === true ? ['looked-after' as const] : []),
]
