import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { dutyRowInReach, personRowInReach } from '@/lib/access/reach-sql'
import { readAs } from '@/lib/access/read-as'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { dutyLine, dutyState, type LineRow } from './lines'
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

type Row = LineRow & { assignedName: string | null }

/** The same within a transaction that the page has opened already. */
export async function dutiesIn(tx: Tx, actor: Actor, personId: string, now: Date): Promise<ChildDuties | null> {
  // The names of LineRow; of the explanation only what a line says: the days counted are for the page that explains.
  const rows = await tx.$queryRaw<(Row | { id: null })[]>`
    SELECT d.id, d.rule, d.alert, d.basis, d.form, d.borough, d.owed_by AS "owedBy", d.starts_at AS "startsAt", d.due_at AS "dueAt", d.day_end AS "dayEnd", d.met_at AS "metAt",
      d.ended_at AS "endedAt", d.ended_why AS "endedWhy", d.superseded_at AS "supersededAt", d.superseded_why AS "supersededWhy", d.assigned_to AS "assignedTo",
      d.assigned_team AS "assignedTeam", jsonb_build_object('duration', d.explanation->'duration') AS explanation, n.name AS "assignedName"
    FROM person p
    LEFT JOIN LATERAL (SELECT * FROM deadline d WHERE d.child_id = p.id AND ${dutyRowInReach(actor)} ORDER BY d.due_at, d.id LIMIT ${MOST}) d ON true
    LEFT JOIN account n ON n.id = d.assigned_to
    WHERE p.id = ${personId}::uuid AND ${personRowInReach(actor, 'record')} ORDER BY d.due_at, d.id`
  if (rows.length === 0) return null
  const lines = rows.filter((row): row is Row => row.id !== null)
    .map((row) => dutyLine(row, (id) => (id === null ? null : row.assignedName ?? 'Somebody'), now))
  const of = (...states: DutyLine['state'][]): DutyLine[] => lines.filter((line) => states.includes(line.state))
  return { late: of('late'), open: of('open'), met: of('met', 'met-late').reverse(), ended: of('ended').reverse(), superseded: of('superseded').reverse() }
}

/** An open duty as `openDuties` gives it: instants as text, for JSON has no other. */
export interface OpenDuty { readonly form: string; readonly due_at: string; readonly day_end: boolean }

/** The open duties of the person whose id is `child`, as a column of a larger read. */
export const openDuties = (actor: Actor, child: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('form', d.form, 'due_at', d.due_at, 'day_end', d.day_end)), '[]') FROM deadline d
  WHERE d.child_id = ${child} AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND ${dutyRowInReach(actor)})`

/** How many of a child's duties are open and how many of them are late, for a tab's number. */
export function openDutiesOf(rows: readonly OpenDuty[], now: Date): { open: number; late: number } {
  const late = rows.filter((row) =>
    dutyState({ form: row.form, dueAt: new Date(row.due_at), dayEnd: row.day_end, metAt: null, endedAt: null, supersededAt: null }, now) === 'late')
  return { open: rows.length, late: late.length }
}
