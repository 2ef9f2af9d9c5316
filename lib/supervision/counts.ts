import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { Prisma } from '@/lib/platform/generated/client'
import { env } from '@/lib/platform/env'
import type { Tx } from '@/lib/platform/db'
import { ALERTS_OF, LISTED_WHEN_NEAR, LISTS, untilTonight, whenNear, type ListName } from './lists'
import { lastEvening, sinceYesterday } from './mornings'
import { supervised, supervisedIn } from './reach'

export interface Count { readonly total: number; readonly late: number }
export type Counts = Readonly<Record<ListName, Count>>

/** How many stand on each list of the board, for its tabs and for the digest. Null for a role that supervises nothing. */
export async function supervisionCounts(actor: Actor, borough: string | null, now: Date): Promise<Counts | null> {
  if (supervised(actor).length === 0) return null
  return readAs(actor, (tx) => countsIn(tx, actor, borough, now), { planned: 'once' })
}

export const inBoroughs = (boroughs: readonly string[] | null, column: Prisma.Sql): Prisma.Sql => (boroughs === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${[...boroughs]})`)
export const OPEN = Prisma.sql`d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL`
export const late = (now: Date): Prisma.Sql => Prisma.sql`(d.due_at < ${now}::timestamptz OR (d.day_end AND d.due_at = ${now}::timestamptz))`
/** Not a notice, which is late from the moment it is raised, and not a target that is no breach. */
export const CLOCKS = Prisma.sql`d.form = 'clock' AND d.rule <> 'strategy-discussion/force-24h'`
/** Fell overdue since yesterday's hour; falls due by tonight. */
export const fellOverdue = (now: Date): Prisma.Sql => Prisma.sql`(${CLOCKS} AND d.due_at >= ${sinceYesterday(now, env().HOLDFAST_DIGEST_HOUR)}::timestamptz AND ${late(now)})`
export const dueToday = (now: Date): Prisma.Sql => Prisma.sql`(${CLOCKS} AND d.due_at >= ${now}::timestamptz AND d.due_at <= ${untilTonight(now)}::timestamptz AND NOT ${late(now)})`

const BY_ALERT = LISTS.flatMap((list) => ALERTS_OF[list] ?? [])

async function countsIn(tx: Tx, actor: Actor, borough: string | null, now: Date): Promise<Counts> {
  const boroughs = supervisedIn(actor, borough)
  const of = inBoroughs(boroughs, Prisma.sql`d.borough`)
  const near = [...LISTED_WHEN_NEAR]
  const soon = BY_ALERT.filter((alert) => !near.includes(alert))
  const rows = await tx.$queryRaw<{ what: string; total: number; late: number }[]>`
    SELECT d.alert AS what, count(*)::int AS total, (count(*) FILTER (WHERE ${late(now)}))::int AS late
    FROM deadline d WHERE d.alert = ANY (${soon}) AND ${OPEN} AND ${of} GROUP BY d.alert
    UNION ALL SELECT d.alert, count(*)::int, (count(*) FILTER (WHERE ${late(now)}))::int
    FROM deadline d WHERE d.alert = ANY (${near}) AND ${OPEN} AND d.due_at <= ${whenNear(now)}::timestamptz AND ${of} GROUP BY d.alert
    UNION ALL SELECT 'overdue', count(*)::int, count(*)::int FROM deadline d WHERE ${OPEN} AND ${fellOverdue(now)} AND ${of}
    UNION ALL SELECT 'today', count(*)::int, 0 FROM deadline d WHERE ${OPEN} AND ${dueToday(now)} AND ${of}
    UNION ALL SELECT 'suspects', count(*)::int, 0 FROM suspects_outstanding(${boroughs === null ? null : [...boroughs]}::text[])
    UNION ALL SELECT 'emergencies', count(*)::int, (count(*) FILTER (WHERE d.claimed_by IS NULL AND d.decided_at IS NULL))::int
    FROM referral_emergency em JOIN referral d ON d.id = em.referral_id WHERE em.kind <> 'none' AND em.recorded_at >= ${lastEvening(now)}::timestamptz AND ${of}`
  const counted = (words: readonly string[]): Count => rows.filter((row) => words.includes(row.what)).reduce((sum, row) => ({ total: sum.total + row.total, late: sum.late + row.late }), { total: 0, late: 0 })
  return Object.fromEntries(LISTS.map((list) => [list, counted(ALERTS_OF[list] ?? [list])])) as Counts
}
