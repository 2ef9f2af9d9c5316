import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { personInReach } from '@/lib/access/visibility'
import { readAs } from '@/lib/access/read-as'
import type { Tx } from '@/lib/platform/db'
import { namesOf } from './children'
import { dutyLine, dutyState, LINE_FIELDS } from './lines'
import { dutyInReach } from './reach'
import type { ChildDuties, DutyLine } from './view'

/** A child's ledger is read whole up to here: more than this is a history for the chronology, not for a page. */
const MOST = 300

/**
 * What is owed to one child, and what was: late first, by due time; the met, ended and replaced newest first. Null where
 * the record is not open to this actor. The child's page has written the reading log before it asks.
 */
export async function dutiesOfChild(actor: Actor, personId: string, now: Date): Promise<ChildDuties | null> {
  return readAs(actor, (tx) => dutiesIn(tx, actor, personId, now))
}

/** The same within a transaction that the page has opened already. */
export async function dutiesIn(tx: Tx, actor: Actor, personId: string, now: Date): Promise<ChildDuties | null> {
  const child = await tx.person.findFirst({ where: { AND: [{ id: personId }, personInReach(actor, 'record')] }, select: { id: true } })
  if (child === null) return null
  const rows = await tx.deadline.findMany({ where: { AND: [{ childId: personId }, dutyInReach(actor)] }, select: LINE_FIELDS, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: MOST })
  const nameOf = await namesOf(tx, rows.map((row) => row.assignedTo))
  const lines: DutyLine[] = rows.map((row) => dutyLine(row, nameOf, now))
  const of = (...states: DutyLine['state'][]): DutyLine[] => lines.filter((line) => states.includes(line.state))
  return { late: of('late'), open: of('open'), met: of('met', 'met-late').reverse(), ended: of('ended').reverse(), superseded: of('superseded').reverse() }
}

/** How many of a child's duties are open and how many of them are late, for a tab's number. */
export async function openDutiesOf(tx: Tx, actor: Actor, personId: string, now: Date): Promise<{ open: number; late: number }> {
  const rows = await tx.deadline.findMany({
    where: { AND: [{ childId: personId, metAt: null, endedAt: null, supersededAt: null }, dutyInReach(actor)] },
    select: { form: true, dueAt: true, dayEnd: true, metAt: true, endedAt: true, supersededAt: true }, take: MOST,
  })
  return { open: rows.length, late: rows.filter((row) => dutyState(row, now) === 'late').length }
}
