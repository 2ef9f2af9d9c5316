import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { inTime } from '@/lib/policy/calendar/duration'

/** An hour after it should have begun a called discussion that has no record was not held: nobody is kept from challenging by it. */
const GRACE = 3_600_000

/**
 * When a discussion about this child takes place that is called and would still meet the duty in time; null where none is. As far as the
 * actor sees calls.
 */
export async function calledInTime(tx: Tx, duty: { readonly childId: string; readonly dueAt: Date; readonly dayEnd?: boolean }, now: Date): Promise<Date | null> {
  const call = await tx.meetingCall.findFirst({
    where: { calledOffAt: null, meetingId: null, meetsAt: { gt: new Date(now.getTime() - GRACE), lte: duty.dueAt }, children: { some: { personId: duty.childId } } },
    orderBy: { meetsAt: 'asc' }, select: { meetsAt: true },
  })
  return call !== null && inTime({ dueAt: duty.dueAt, dayEnd: duty.dayEnd ?? true }, call.meetsAt) ? call.meetsAt : null
}
