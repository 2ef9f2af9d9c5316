import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import type { Tx } from '@/lib/platform/db'
import { counted } from '@/lib/wording/lists'
import type { AgendaKind } from '../kinds'

interface Meeting {
  readonly id: string
  readonly kind: string
  readonly borough: string
  readonly month: string | null
}

/**
 * The actions of earlier meetings of this series that were open when this one began and were not taken up yet (mase-actions): of a monthly
 * meeting those of the borough's earlier ones, of a MAP those of the child's. Done or carried meanwhile, they ask nothing of the chair.
 */
export async function actionsToTakeUp(tx: Tx, call: Meeting, childIds: readonly string[]): Promise<string[]> {
  const earlier = await tx.meetingCall.findMany({
    where: { kind: call.kind, borough: call.borough, id: { not: call.id }, meetingId: { not: null }, ...(call.month === null ? { children: { some: { personId: { in: [...childIds] } } } } : {}) },
    select: { id: true }, orderBy: { meetsAt: 'desc' }, take: 24,
  })
  if (earlier.length === 0) return []
  const open = await tx.action.findMany({
    where: { callId: { in: earlier.map((one) => one.id) }, doneAt: null, carriedAt: null }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: { id: true },
  })
  const taken = new Set((await tx.actionReview.findMany({ where: { callId: call.id }, select: { actionId: true } })).map((review) => review.actionId))
  return open.map((action) => action.id).filter((id) => !taken.has(id))
}

/** Actions of earlier meetings come first and cannot be skipped (mase-actions): refused until each of them was taken up. */
export async function refuseUntilTakenUp(context: ActContext, kind: AgendaKind, call: Meeting, childIds: readonly string[]): Promise<void> {
  if (kind.agenda.earlierActions === null) return
  const waiting = await actionsToTakeUp(context.tx, call, childIds)
  if (waiting.length === 0) return
  context.refuse([{
    rule: 'earlier-actions-first', clause: kind.agenda.earlierActions.clause, says: `${counted(waiting.length, 'action of an earlier meeting has', 'actions of earlier meetings have')} not been taken up.`,
    wayForward: 'Take each of them up, on top of the agenda: done, carried with a reason, or not due yet.',
  }], { borough: call.borough, subjects: childIds })
}
