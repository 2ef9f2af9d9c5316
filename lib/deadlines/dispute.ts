import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { disputeOf } from '@/lib/policy/rules/dispute/next-stage'
import { policyHistories } from './histories'

export const isDispute = (alert: string): boolean => alert === 'dispute-unresolved'

/** The stage at which a disagreement stands: 1 the workers concerned. Each stage has a clock of its own, begun by the escalation before it. */
export async function disputeStage(tx: Tx, duty: { readonly childId: string; readonly startedBy: string }, now: Date): Promise<number> {
  const history = (await policyHistories(tx, [duty.childId], now)).get(duty.childId)
  const event = history?.events.find((one) => one.id === duty.startedBy)
  return history === undefined || event === undefined ? 1 : disputeOf(event, history)?.stage ?? 1
}
