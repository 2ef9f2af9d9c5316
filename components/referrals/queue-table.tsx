import { randomUUID } from 'node:crypto'
import type { QueueRow } from '@/lib/referrals/view'
import { QueueRows } from './queue-rows'

/** The queue, what falls due first on top. The key of its form is made here, by the server, so that the page is the same before its script and after. */
export function QueueTable({ rows, mayClaim, page, empty }: { readonly rows: readonly QueueRow[]; readonly mayClaim: boolean; readonly page: string; readonly empty: string }) {
  return <QueueRows rows={rows} mayClaim={mayClaim} page={page} formKey={randomUUID()} empty={empty} />
}
