import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, looksForChildren } from '@/lib/access/visibility'
import type { Tx } from '@/lib/platform/db'
import type { Mark } from '@/lib/referrals/changes'

/** The ledgers whose children the actor looks for; ['*'] for all of London. */
function ledgers(actor: Actor): string[] {
  if (looksForChildren(actor)) return ['*']
  const record = boroughsAt(actor, 'record')
  return record.length > 0 ? record : boroughsAt(actor, 'index')
}

/** Where each of those ledgers stood: 'bromley.412,bexley.90'. Every change of an episode writes an entry in the same transaction. */
export async function missingMark(tx: Tx, actor: Actor): Promise<string> {
  const own = ledgers(actor)
  const heads = await tx.ledgerHead.findMany({ where: own.includes('*') ? {} : { ledger: { in: own } }, orderBy: { ledger: 'asc' }, select: { ledger: true, seq: true } })
  const mark = new Map([...(own.includes('*') ? [] : own).map((borough) => [borough, 0] as const), ...heads.map((head) => [head.ledger, Number(head.seq)] as const)])
  return [...mark].map(([ledger, seq]) => `${ledger}.${seq}`).join(',')
}

/** How many episodes within sight changed since the mark, at most 99; null for those who see none. */
export async function missingChangesSince(actor: Actor, mark: Mark): Promise<number | null> {
  if (!mayEver(actor, 'see-missing')) return null
  const own = ledgers(actor)
  const asked = [...mark].filter(([ledger]) => own.includes('*') || own.includes(ledger))
  if (asked.length === 0) return 0
  return readAs(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ changed: number }[]>`SELECT missing_changes(${asked.map(([ledger]) => ledger)}::text[], ${asked.map(([, seq]) => seq)}::bigint[]) AS changed`
    return Math.min(row?.changed ?? 0, 99)
  })
}
