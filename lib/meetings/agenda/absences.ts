import 'server-only'
import type { Agency } from '@/lib/access/roles'
import type { Tx } from '@/lib/platform/db'
import { participantWords } from '@/lib/wording/agencies'
import { joined } from '@/lib/wording/lists'
import { agencyOfMember } from '../kinds/members'

/** A part that nobody took at two meetings running, and the agency that owes it. */
export interface AbsentRunning {
  readonly part: string
  readonly agency: Agency
}

/** Parts nobody filled at this meeting and at the one before it in its series: of a month’s meeting the borough’s, of a MAP the child’s. */
export async function absentRunningAt(tx: Tx, call: { readonly id: string; readonly kind: string; readonly borough: string; readonly month: string | null }): Promise<AbsentRunning[]> {
  const meeting = await tx.meeting.findFirst({ where: { id: call.id }, select: { missing: true, heldAt: true, children: { select: { personId: true } } } })
  if (meeting === null || meeting.missing.length === 0) return []
  const before = await tx.meeting.findFirst({
    where: {
      kind: call.kind, borough: call.borough, heldAt: { lt: meeting.heldAt },
      ...(call.month === null ? { children: { some: { personId: { in: meeting.children.map((child) => child.personId) } } } } : {}),
    },
    orderBy: { heldAt: 'desc' }, select: { missing: true },
  })
  return meeting.missing.filter((part) => before?.missing.includes(part) === true && part !== 'referrer').map((part) => ({ part, agency: agencyOfMember(part) ?? 'other' }))
}

/** Who of an agency was away: 'Housing'; where others of it were there, 'Sexual exploitation team'. */
export const awayWords = (running: readonly AbsentRunning[], agency: string): string => joined([...new Set(running.filter((one) => one.agency === agency).map((one) => participantWords(one.part)))])
