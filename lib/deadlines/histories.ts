import 'server-only'
import { historiesOf, type ChildHistory } from '@/lib/chronology/history'
import type { Tx } from '@/lib/platform/db'
import type { PolicyEvent } from '@/lib/policy/events'
import type { History } from '@/lib/policy/rule'
import { packsOf } from './pack-for'

/** One child's history as the policy is asked about it, and the borough that owes what an event of it started. */
export interface OwedHistory extends History {
  /** Entries that a parting took out of the events, and the events with them: no row of the ledger may stand on them any more. */
  readonly parted: ChildHistory['parted']
  /** The borough of the event's referral, else the child's home, else the borough the child was last referred to. */
  owedIn(start: PolicyEvent | null): string
}

/** An entry about to be written: its referral is in no history yet. */
export interface Pending { readonly referralId: string; readonly borough: string }

/**
 * What the policy is asked about these children: facts, events, `now`, and the pack that the borough concerned followed when
 * each event happened. Every gate, verdict and clock starts here, so that all are judged by the same rules.
 */
export async function policyHistories(tx: Tx, childIds: readonly string[], now: Date, pending: readonly Pending[] = []): Promise<Map<string, OwedHistory>> {
  const found = await historiesOf(tx, childIds, now)
  const boroughs = new Map([...found.values()].flatMap((history) => [...history.referralBoroughs]))
  for (const { referralId, borough } of pending) boroughs.set(referralId, borough)
  const owing = new Map([...found].map(([id, history]) => {
    const last = history.events.findLast((event) => event.referralId !== null && boroughs.has(event.referralId))?.referralId ?? null
    const fallback = history.homeBorough ?? (last === null ? undefined : boroughs.get(last)) ?? 'london'
    return [id, (event: PolicyEvent | null): string => boroughs.get(event?.referralId ?? '') ?? fallback] as const
  }))
  const packOf = await packsOf(tx, [...new Set([...boroughs.values(), ...[...owing.values()].map((owedIn) => owedIn(null))])])
  return new Map([...found].map(([id, { child, events, parted }]) => {
    const owedIn = owing.get(id) ?? ((): string => 'london')
    return [id, { child, events, parted, now, owedIn, packAt: (event) => packOf(owedIn(event), event.at) } satisfies OwedHistory]
  }))
}
