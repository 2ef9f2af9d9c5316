import { randomUUID } from 'node:crypto'
import type { QueueRow } from '@/lib/referrals/view'
import { QueueRows } from './queue-rows'

/** The queue, what falls due first on top. */
export function QueueTable({ rows, mayClaim, page, empty }: { readonly rows: readonly QueueRow[]; readonly mayClaim: boolean; readonly page: string; readonly empty: string }) {
  return <QueueRows rows={rows.map((row) => ({ ...row, formKey: randomUUID() }))} mayClaim={mayClaim} page={page} empty={empty} />
}
