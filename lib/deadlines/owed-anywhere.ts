import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** A duty that runs, in whichever borough's part of the ledger. */
export interface Owed { readonly id: string; readonly childId: string; readonly borough: string; readonly dueAt: Date }

/**
 * What of these kinds is owed to these children anywhere in London, the earliest due first. For what an act or a page must take into account though the
 * reader's own rows end at a borough: read behind that wall, one owed next door would count as none. Only kind and borough of it may be told (domain/access.md, "index").
 */
export async function owedAnywhere(tx: Tx, childIds: readonly string[], alerts: readonly string[]): Promise<Owed[]> {
  const rows = await tx.$queryRaw<{ id: string; child_id: string; borough: string; due_at: Date }[]>`
    SELECT id, child_id, borough, due_at FROM policy_deadlines(${[...childIds]}::uuid[])
    WHERE alert = ANY (${[...alerts]}) AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY due_at, id`
  return rows.map((row) => ({ id: row.id, childId: row.child_id, borough: row.borough, dueAt: row.due_at }))
}
