import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import type { Actor } from './actor'
import type { Depth } from './visibility'

export interface Reading {
  readonly personIds: readonly string[]
  readonly depth: Depth
  readonly page: string
  readonly query?: string
  readonly reason?: string
}

/**
 * Writes who opened what, in the reader's own transaction and before anything is shown: if it cannot be written the
 * read fails too (Data Protection Act 2018 s62).
 */
export async function logReading(tx: Tx, actor: Actor, reading: Reading, now: Date): Promise<void> {
  const common = {
    at: now, accountId: actor.accountId, membershipId: actor.memberships[0]?.id ?? null, depth: reading.depth, page: reading.page,
    query: reading.query ?? null, reason: reading.reason ?? null,
  }
  const rows = reading.personIds.length === 0
    ? [{ id: randomUUID(), personId: null, ...common }]
    : [...new Set(reading.personIds)].map((personId) => ({ id: randomUUID(), personId, ...common }))
  await tx.readingLog.createMany({ data: rows })
}
