import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import type { NewEntry } from './new-entry'

export type ReadyEntry = NewEntry & { readonly id: string; readonly agency: string }

/**
 * Writes entries through the one function that can. Ledgers in name order: two acts that write to the same two ledgers
 * would otherwise wait for each other for ever. All are sent before this returns its promise: what is asked behind them reads them.
 */
export async function appendEntries(tx: Tx, entries: readonly ReadyEntry[], now: Date): Promise<void> {
  const ordered = [...entries].sort((a, b) => (a.ledger < b.ledger ? -1 : a.ledger > b.ledger ? 1 : 0))
  await Promise.all(ordered.map((entry) => {
    const salt = randomBytes(16).toString('hex')
    // `then` sends it now: a statement is sent when somebody waits for it, and Promise.all would wait a moment later.
    return tx.$queryRaw`SELECT append_entry(
      ${entry.id}::uuid, ${entry.ledger}, ${entry.kind}, ${entry.heading}, ${entry.occurredAt}::timestamptz, ${now}::timestamptz,
      ${entry.membershipId ?? null}::uuid, ${entry.agency}, ${entry.source ?? null}, ${entry.referralId ?? null}::uuid,
      ${entry.corrects ?? null}::uuid, ${[...entry.subjects]}::uuid[], ${salt}, ${JSON.stringify(entry.body)}::jsonb)`.then(() => undefined)
  }))
}
