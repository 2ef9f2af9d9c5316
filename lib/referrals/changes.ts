import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { boroughInReach } from '@/lib/access/reach-sql'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'

/**
 * Where each ledger in the actor's reach stands, as one value of the statement that reads the queue itself: of the same instant as its rows. Every
 * change of the queue writes an entry to its borough's ledger in the same transaction, and the head is written last: whatever stands behind a head
 * is there to be read.
 */
export const headsNow = (actor: Actor): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(jsonb_object_agg(h.ledger, h.seq), '{}') FROM ledger_head h WHERE ${boroughInReach(actor, 'record', Prisma.sql`h.ledger`)})`

/** 'bexley.90,bromley.412': what `headsNow` answered, for the browser to send back. */
export function queueMark(actor: Actor, heads: Readonly<Record<string, number>>): string {
  // A borough that has recorded nothing yet stands at nought: its first entry is a change too.
  const own = boroughsAt(actor, 'record').filter((borough) => borough !== '*').map((borough) => [borough, 0] as const)
  return writeMark(new Map([...new Map([...own, ...Object.entries(heads)])].sort(([a], [b]) => (a < b ? -1 : 1))))
}

export type Mark = ReadonlyMap<string, number>

const writeMark = (mark: Mark): string => [...mark].map(([ledger, seq]) => `${ledger}.${seq}`).join(',')

/** A mark as the browser sends it back; what is no mark reads as nothing, and then nothing has changed since. */
export function readMark(text: string): Mark {
  const pairs = text.slice(0, 2000).split(',').flatMap((part) => {
    const match = /^([a-z][a-z-]{1,40})\.(\d{1,12})$/.exec(part)
    return match?.[1] === undefined ? [] : [[match[1], Number(match[2])] as const]
  })
  return new Map(pairs)
}

/** How many referrals of the actor's queue changed since the mark, at most 99; null for those with no queue. */
export async function changesSince(actor: Actor, mark: Mark): Promise<number | null> {
  const reach = boroughsAt(actor, 'record')
  if (!mayEver(actor, 'see-queue') || reach.length === 0) return null
  const own = [...mark].filter(([ledger]) => reach.includes('*') || reach.includes(ledger))
  if (own.length === 0) return 0
  return readAs(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ changed: number }[]>`
      SELECT count(DISTINCT e.referral_id)::int AS changed FROM unnest(${own.map(([ledger]) => ledger)}::text[], ${own.map(([, seq]) => seq)}::bigint[]) AS m (ledger, seq)
      CROSS JOIN LATERAL (SELECT e.referral_id FROM entry e WHERE e.ledger = m.ledger AND e.seq > m.seq AND e.referral_id IS NOT NULL ORDER BY e.seq LIMIT 500) e`
    return Math.min(row?.changed ?? 0, 99)
  })
}
