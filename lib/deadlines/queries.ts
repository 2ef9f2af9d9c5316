import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { dutyRowInReach, personRowInReach } from '@/lib/access/reach-sql'
import { readAs } from '@/lib/access/read-as'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { dutyLine, dutyState, type LineRow } from './lines'
import type { ChildDuties, DutyLine } from './view'

/** Of what was met, ended or replaced, a page; what is owed is never cut: a child who goes missing again and again has hundreds of duties behind what is late now. */
const PAST = 100

/**
 * What is owed to one child, all of it, late first, by due time; and what was: met, ended and replaced, the last due first, a page of it (`before`: the
 * page that ends there). Null where the record is not open to this actor. The child's page has written the reading log before it asks.
 */
export async function dutiesOfChild(actor: Actor, personId: string, now: Date, before?: string): Promise<ChildDuties | null> {
  return readAs(actor, (tx) => dutiesIn(tx, actor, personId, now, before))
}

type Row = LineRow & { assignedName: string | null }

const OPEN = Prisma.sql`d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL`
const CLOSED = Prisma.sql`(d.met_at IS NOT NULL OR d.ended_at IS NOT NULL OR d.superseded_at IS NOT NULL)`

/** Null where the record is not open. `which`: rows of the person `p`'s duties `d`, from the ledger alone. */
async function rowsOf(tx: Tx, actor: Actor, personId: string, which: Prisma.Sql): Promise<Row[] | null> {
  // The names of LineRow; of the explanation only what a line says: the days counted are for the page that explains.
  const rows = await tx.$queryRaw<(Row | { id: null })[]>`
    SELECT d.id, d.rule, d.alert, d.basis, d.form, d.borough, d.owed_by AS "owedBy", d.starts_at AS "startsAt", d.due_at AS "dueAt", d.day_end AS "dayEnd", d.met_at AS "metAt",
      d.ended_at AS "endedAt", d.ended_why AS "endedWhy", d.superseded_at AS "supersededAt", d.superseded_why AS "supersededWhy", d.assigned_to AS "assignedTo",
      d.assigned_team AS "assignedTeam", jsonb_build_object('duration', d.explanation->'duration') AS explanation, n.name AS "assignedName"
    FROM person p LEFT JOIN LATERAL (${which}) d ON true LEFT JOIN account n ON n.id = d.assigned_to
    WHERE p.id = ${personId}::uuid AND ${personRowInReach(actor, 'record')} ORDER BY d.due_at, d.id`
  return rows.length === 0 ? null : rows.filter((row): row is Row => row.id !== null)
}
const ofChild = (actor: Actor): Prisma.Sql => Prisma.sql`SELECT * FROM deadline d WHERE d.child_id = p.id AND ${dutyRowInReach(actor)}`
const lineOf = (row: Row, now: Date): DutyLine => dutyLine(row, (id) => (id === null ? null : row.assignedName ?? 'Somebody'), now)

/** What is owed to one child, all of it: late, then open, each by due time. Null where the record is not open to this actor. */
export async function owedIn(tx: Tx, actor: Actor, personId: string, now: Date): Promise<DutyLine[] | null> {
  const lines = (await rowsOf(tx, actor, personId, Prisma.sql`${ofChild(actor)} AND ${OPEN}`))?.map((row) => lineOf(row, now))
  return lines === undefined ? null : [...lines.filter(({ state }) => state === 'late'), ...lines.filter(({ state }) => state === 'open')]
}

/** The same as `dutiesOfChild`, within a transaction that the page has opened already. */
export async function dutiesIn(tx: Tx, actor: Actor, personId: string, now: Date, before?: string): Promise<ChildDuties | null> {
  const last = readCursor(before)
  const rows = await rowsOf(tx, actor, personId, Prisma.sql`(${ofChild(actor)} AND ${OPEN}) UNION ALL (${ofChild(actor)} AND ${CLOSED}
      ${last === null ? Prisma.empty : Prisma.sql`AND (d.due_at, d.id) < (${last.at}::timestamptz, ${last.id}::uuid)`} ORDER BY d.due_at DESC, d.id DESC LIMIT ${PAST + 1})`)
  if (rows === null) return null
  // By due time: where there is one too many it is the first of what is over.
  const past = rows.filter((row) => row.metAt !== null || row.endedAt !== null || row.supersededAt !== null)
  const [cut, oldest] = past.length > PAST ? [past[0], past[1]] : [undefined, undefined]
  const lines = rows.filter((row) => row !== cut).map((row) => lineOf(row, now))
  const of = (...states: DutyLine['state'][]): DutyLine[] => lines.filter((line) => states.includes(line.state))
  return {
    late: of('late'), open: of('open'), met: of('met', 'met-late').reverse(), ended: of('ended').reverse(), superseded: of('superseded').reverse(),
    later: last !== null, earlier: oldest === undefined ? null : writeCursor({ at: oldest.dueAt, id: oldest.id }),
  }
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
