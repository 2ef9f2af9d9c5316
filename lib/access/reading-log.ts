import 'server-only'
import { byTheEnd, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
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
 * read fails too, at the end of the transaction at the latest (Data Protection Act 2018 s62).
 */
export async function logReading(tx: Tx, actor: Actor, reading: Reading, now: Date): Promise<void> {
  const { depth, page, query = null, reason = null } = reading
  const people = [...new Set(reading.personIds)]
  const membership = actor.memberships[0]?.id ?? null
  // One statement whatever the length of the list: fifty rows as four hundred and fifty parameters took longer than reading them. Ids in the order of
  // time: random ones each land on another page of the largest index there is.
  const who = people.length === 0 ? Prisma.sql`(VALUES (NULL::uuid))` : Prisma.sql`unnest(${people}::uuid[])`
  await byTheEnd(tx, tx.$executeRaw`
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query, reason)
    SELECT uuidv7(), ${now}::timestamptz, ${actor.accountId}::uuid, ${membership}::uuid, read.person_id, ${depth}, ${page}, ${query}, ${reason}
    FROM ${who} AS read (person_id)`)
}
