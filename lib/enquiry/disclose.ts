import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'

/** One line of the ledger of sharing, and the entry of the chronology that tells of it. */
export interface Line {
  readonly referralId: string
  readonly borough: string
  readonly requestId?: string
  readonly fromAgency: string
  readonly toAgency: string
  readonly toWords?: string | null
  readonly shared: boolean
  readonly what: string
  readonly basis?: string | null
  readonly why?: string | null
  readonly entryId: string
}

/** Writes what was shared, or what it was decided not to share. Rows by createMany: an agency that answers writes its line and reads none. */
export async function disclose(context: ActContext, lines: readonly Line[]): Promise<void> {
  await context.tx.disclosure.createMany({ data: lines.map((line) => ({
    id: randomUUID(), referralId: line.referralId, borough: line.borough, requestId: line.requestId ?? null, fromAgency: line.fromAgency, toAgency: line.toAgency,
    toWords: line.toWords ?? null, shared: line.shared, what: line.what, basis: line.basis ?? null, why: line.why ?? null, at: context.now,
    recordedBy: context.actor.accountId, entryId: line.entryId,
  })) })
}
