import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { boroughInReach } from '@/lib/access/reach-sql'
import { boroughsAt } from '@/lib/access/visibility'
import { packsOf } from '@/lib/deadlines/pack-for'
import { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import { backlogOf, INTAKE_DAYS } from '@/lib/policy/backlog'
import { numberOf } from '@/lib/policy/packs'
import { boroughWords } from '@/lib/wording/boroughs'
import { counted } from '@/lib/wording/lists'
import { agoWords } from '@/lib/wording/spans'
import { BOROUGH_CODES } from './boroughs'

const DAY_MS = 24 * 60 * 60 * 1000

interface Row { borough: string; waiting: number; overdue: number; oldest: Date; taken: number; since: Date | null }

/**
 * The boroughs of this actor whose MASH has a backlog, in words (mash-backlog-age): how many wait, how old the oldest is, how
 * many are past the time of their rating, and whether that is more than the pack's multiple of a mean day's intake. A
 * borough with less than four weeks of referrals is measured by the days it has, and by nothing on its first.
 */
export async function backlogs(tx: Tx, actor: Actor, now: Date): Promise<string[]> {
  const from = new Date(now.getTime() - INTAKE_DAYS * DAY_MS)
  const reach = boroughInReach(actor, 'record', Prisma.sql`r.borough`)
  const own = boroughsAt(actor, 'record')
  const asked = tx.$queryRaw<Row[]>`
    WITH w AS MATERIALIZED (
      SELECT r.borough, count(*)::int AS waiting, min(r.received_at) AS oldest, (count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM deadline d WHERE d.referral_id = r.id AND d.rule = 'mash/assessment' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
          AND CASE WHEN d.day_end THEN d.due_at <= ${now}::timestamptz ELSE d.due_at < ${now}::timestamptz END)))::int AS overdue
      FROM referral r WHERE ${reach} AND r.decided_at IS NULL AND r.became_referral_id IS NULL GROUP BY r.borough)
    SELECT w.*, t.taken, t.since FROM w CROSS JOIN LATERAL (
      SELECT count(*)::int AS taken, min(r.received_at) AS since FROM referral r
      WHERE r.borough = w.borough AND r.received_at > ${from}::timestamptz AND r.received_at <= ${now}::timestamptz) t
    ORDER BY w.borough`
  // Of all that may have one: asked for together, for a pack is small and another turn to the database is not.
  const [rows, packOf] = await Promise.all([asked, packsOf(tx, own.includes('*') ? BOROUGH_CODES : own)])
  return rows.flatMap((row) => {
    const days = row.since === null ? 0 : Math.min(INTAKE_DAYS, Math.ceil((now.getTime() - row.since.getTime()) / DAY_MS))
    const mean = days < 2 ? null : row.taken / days
    const pack = packOf(row.borough, now)
    const { late, tooMany } = backlogOf(row, mean, pack)
    if (!late && !tooMany) return []
    const past = late ? `; ${row.overdue} ${row.overdue === 1 ? 'is past the time of its' : 'are past the time of their'} rating` : ''
    const many = tooMany ? `, more than ${numberOf(pack, 'queue.mash')} times the ${mean?.toFixed(1) ?? ''} that come in on a mean day` : ''
    return [`${boroughWords(row.borough)}: ${counted(row.waiting, 'waits', 'wait')}${many}; the oldest came in ${agoWords(row.oldest, now)}${past}.`]
  })
}
