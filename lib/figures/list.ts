import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { boroughsAt } from '@/lib/access/visibility'
import { childrenOf } from '@/lib/deadlines/children'
import { dueWords } from '@/lib/deadlines/lines'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { momentWords, sortableInstant } from '@/lib/wording/london-words'
import { spanWords } from '@/lib/wording/spans'
import { declared } from './count'
import { factWords } from './fact-words'
import { isDuty, measureCalled, type DutyMeasure, type FactMeasure, type Measure } from './measures'
import { counting, patient } from './patience'
import { frameOf, scopeOf, type Question, type Scope } from './scope'
import type { ListRow, ListView } from './view'

const PAGE = 25
/** What is put on record later than this after it happened counts as typed in late. */
const LATE_MS = 24 * 3_600_000

/** The parts of a figure, each the rows of some states; `notQuorate` tells a discussion held in time from a quorate one. */
export const LIST_PARTS = {
  all: { label: 'All', states: ['in-time', 'late', 'open-late', 'older', 'running', 'ended', 'ended-late'] },
  judged: { label: 'Judged', states: ['in-time', 'late', 'open-late'] },
  'in-time': { label: 'In time', states: ['in-time'] },
  quorate: { label: 'In time and quorate', states: ['in-time'], notQuorate: false },
  'not-quorate': { label: 'In time, not quorate', states: ['in-time'], notQuorate: true },
  late: { label: 'Done late', states: ['late'] },
  'open-late': { label: 'Open and late', states: ['open-late', 'older'] },
  open: { label: 'Open', states: ['running', 'open-late', 'older'] },
  ended: { label: 'Ended without', states: ['ended', 'ended-late'] },
} as const satisfies Record<string, { label: string; states: readonly string[]; notQuorate?: boolean }>
export type ListPart = keyof typeof LIST_PARTS

export interface AskedList extends Question {
  readonly measure: string | null
  readonly part: string | null
  readonly month: string | null
  readonly after: string | undefined
}

/** Of one part, quorate or not, how many. */
interface PartCount { part: string; not_quorate: boolean; many: number }

/** How a moment is said. */
type Moment = (at: Date) => string

/** The list behind a figure: the very rows that were counted, newest first. Null for who has no list here: a list is at record depth. `times`: said as near today as they are, or as a file keeps them. @throws BeingCounted where it is too long to be put together. */
export async function listBehind(actor: Actor, asked: AskedList, now: Date, times: 'near' | 'kept' = 'near'): Promise<ListView | null> {
  const measure = measureCalled(asked.measure)
  const scope = scopeOf(actor, asked, now)
  if (measure === null || scope === null) return null
  const counted = listedBoroughs(actor, scope)
  if (counted.length === 0) return null
  const month = asked.month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked.month) ? asked.month : null
  const known = (Object.keys(LIST_PARTS) as ListPart[]).find((one) => one === asked.part)
  const part: ListPart = known ?? 'all'
  const moment = (at: Date): string => (times === 'kept' ? sortableInstant(at) : momentWords(at, now))
  return counting(actor, { scope, title: measure.title, measures: [measure], stretches: [] }, now, () => readAs(actor, async (tx) => {
    const found = isDuty(measure) ? await duties(tx, measure, scope, counted, part, month, asked.after, moment) : await entries(tx, measure, scope, counted, month, asked.after, moment)
    const childOf = await childrenOf(tx, actor, found.rows.map((row) => row.personId), now)
    const rows = found.rows.map((row): ListRow => { const child = childOf(row.personId); return { ...row, name: child.name, masked: child.masked, age: child.age } })
    const read = rows.filter((row) => !row.masked).map((row) => row.personId)
    if (read.length > 0) await logReading(tx, actor, { personIds: read, depth: 'record', page: `figures: ${measure.title}` }, now)
    return {
      ...frameOf(scope, now), measure: measure.id, title: measure.title, part, month, parts: found.parts, total: found.total, rows, next: found.next,
    }
  }, patient('list')))

}

/** Of the boroughs that are counted, those whose lists open to the actor. */
export function listedBoroughs(actor: Actor, scope: Scope): string[] {
  const lists = boroughsAt(actor, 'record')
  const wanted = scope.borough === null ? scope.codes : [scope.borough]
  return wanted.filter((code) => lists.includes('*') || lists.includes(code))
}

type Found = Pick<ListView, 'parts' | 'total' | 'next'> & { rows: Omit<ListRow, 'name' | 'masked' | 'age'>[] }

interface DutyRow {
  id: string; child_id: string; borough: string; alert: string; basis: string | null; form: string; starts_at: Date; due_at: Date; day_end: boolean; created_at: Date
  met_at: Date | null; met_recorded_at: Date | null; ended_at: Date | null; part: string; not_quorate: boolean
}

const ALL = Prisma.sql`NULL::uuid[]`
/** The rows of a measure of duties as they stood: the same function as is counted, under the walls of who asks. `ids`: of these alone. */
export const dutyRows = (measure: Measure, { from, at, known }: Scope['moments'], boroughs: readonly string[], ids: Prisma.Sql = ALL): Prisma.Sql =>
  Prisma.sql`figure_duties(${declared([measure])}::jsonb, ${from}::timestamptz, ${at}::timestamptz, ${known}::timestamptz, ${[...boroughs]}::text[], ${ids})`
export const factRows = (measure: Measure, { from, at, known }: Scope['moments'], boroughs: readonly string[], people: Prisma.Sql = ALL): Prisma.Sql =>
  Prisma.sql`figure_facts(${declared([measure])}::jsonb, ${from}::timestamptz, ${at}::timestamptz, ${known}::timestamptz, ${[...boroughs]}::text[], ${people})`

function isPart(part: ListPart): Prisma.Sql {
  const { states, ...more } = LIST_PARTS[part]
  const quorum = 'notQuorate' in more ? Prisma.sql`AND f.not_quorate = ${more.notQuorate}` : Prisma.empty
  return Prisma.sql`f.part = ANY (${[...states]}) ${quorum}`
}
const ofMonth = (column: Prisma.Sql, month: string | null): Prisma.Sql => (month === null ? Prisma.empty : Prisma.sql`AND to_char(${column} AT TIME ZONE 'Europe/London', 'YYYY-MM') = ${month}`)

async function duties(tx: Tx, measure: DutyMeasure, scope: Scope, boroughs: readonly string[], part: ListPart, month: string | null, cursor: string | undefined, moment: Moment): Promise<Found> {
  const { at } = scope.moments
  const after = readCursor(cursor)
  const source = dutyRows(measure, scope.moments, boroughs)
  // In one walk: those rows are what takes the time, and there are a hundred thousand of them where all London is asked for.
  const found = await tx.$queryRaw<(DutyRow & { counts: PartCount[] })[]>`
    WITH f AS MATERIALIZED (SELECT f.* FROM ${source} f WHERE true ${ofMonth(Prisma.sql`f.starts_at`, month)})
    SELECT (SELECT coalesce(jsonb_agg(c), '[]') FROM (SELECT f.part, f.not_quorate, count(*)::int AS many FROM f GROUP BY 1, 2) c) AS counts, r.*
    FROM (VALUES (1)) AS once LEFT JOIN LATERAL (
      SELECT f.* FROM f WHERE ${isPart(part)} ${after === null ? Prisma.empty : Prisma.sql`AND (f.due_at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY f.due_at DESC, f.id DESC LIMIT ${PAGE + 1}) r ON true
    ORDER BY r.due_at DESC, r.id DESC`
  const counts = found[0]?.counts ?? []
  const many = (one: ListPart): number => {
    const { states, ...more } = LIST_PARTS[one]
    return counts.filter((row) => (states as readonly string[]).includes(row.part) && (!('notQuorate' in more) || row.not_quorate === more.notQuorate)).reduce((sum, row) => sum + row.many, 0)
  }
  const rows = found.filter((row) => row.id !== null)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const parts = (Object.keys(LIST_PARTS) as ListPart[]).filter((one) => one === 'all' || one === part || (many(one) > 0 && (measure.quorum === true || !('notQuorate' in LIST_PARTS[one]))))
  return {
    total: many(part), parts: parts.map((value) => ({ value, label: partLabel(measure, value), many: many(value) })), next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.due_at, id: last.id }) : null,
    rows: shown.map((row) => ({
      key: row.id, personId: row.child_id, borough: boroughWords(row.borough), what: dutyWords(row.alert, row.basis), when: moment(row.starts_at),
      due: row.form === 'notice' ? null : dueWords({ dueAt: row.due_at, dayEnd: row.day_end }), how: howWords(row, at, moment, measure.quorum === true),
      late: row.part === 'late' || row.part === 'open-late' || row.part === 'older' || row.part === 'ended-late', typedLate: lateWords(row.met_at ?? row.starts_at, row.met_at === null ? row.created_at : row.met_recorded_at),
    })),
  }
}

/** Of what is raised at once and has no time of its own, "in time" says nothing. */
const partLabel = (measure: DutyMeasure, part: ListPart): string =>
  (measure.notice !== true ? LIST_PARTS[part].label : part === 'in-time' ? 'Answered' : part === 'open-late' || part === 'open' ? 'Not answered' : part === 'judged' ? 'Raised' : LIST_PARTS[part].label)

const lateWords = (happened: Date, recorded: Date | null): string | null => {
  const ms = recorded === null ? 0 : recorded.getTime() - happened.getTime()
  return ms > LATE_MS ? `recorded ${spanWords(ms)} later` : null
}

function howWords(row: DutyRow, at: Date, moment: Moment, quorum: boolean): string {
  const over = (end: Date): string => spanWords(end.getTime() - row.due_at.getTime())
  const quorate = !quorum || row.met_at === null ? '' : row.not_quorate ? ', not quorate' : ', quorate'
  switch (row.part) {
    case 'in-time': return `${row.form === 'notice' ? 'Answered' : 'Done'} ${moment(row.met_at ?? at)}${row.form === 'notice' ? '' : ', in time'}${quorate}`
    case 'late': return `Done ${moment(row.met_at ?? at)}, late by ${over(row.met_at ?? at)}${quorate}`
    case 'ended': return `Ended without, ${moment(row.ended_at ?? at)}`
    case 'ended-late': return `Ended without, ${over(row.ended_at ?? at)} after its time`
    case 'running': return 'Open, time was left'
    default: return row.form === 'notice' ? `Not answered for ${spanWords(at.getTime() - row.starts_at.getTime())}` : `Open: overdue by ${over(at)}`
  }
}

interface FactRow { entry_id: string; person_id: string; borough: string; kind: string; word: string | null; at: Date; recorded_at: Date; row_id: string }

/** One entry can be about several children: a page turns between two of them as well. */
async function entries(tx: Tx, measure: FactMeasure, scope: Scope, boroughs: readonly string[], month: string | null, cursor: string | undefined, moment: Moment): Promise<Found> {
  const source = factRows(measure, scope.moments, boroughs)
  const after = readCursor(cursor)
  const found = await tx.$queryRaw<(FactRow & { many: number })[]>`
    WITH f AS MATERIALIZED (SELECT f.* FROM ${source} f WHERE true ${ofMonth(Prisma.sql`f.at`, month)})
    SELECT n.many, r.* FROM (SELECT count(*)::int AS many FROM f) n LEFT JOIN LATERAL (
      SELECT * FROM (SELECT f.*, md5(f.entry_id::text || f.person_id)::uuid AS row_id FROM f) f
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(f.at, f.row_id) < (${after.at}::timestamptz, ${after.id}::uuid)`} ORDER BY f.at DESC, f.row_id DESC LIMIT ${PAGE + 1}) r ON true
    ORDER BY r.at DESC, r.row_id DESC`
  const rows = found.filter((row) => row.row_id !== null)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    total: found[0]?.many ?? 0, parts: [], next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.at, id: last.row_id }) : null,
    rows: shown.map((row) => ({
      key: `${row.entry_id} ${row.person_id}`, personId: row.person_id, borough: boroughWords(row.borough), what: factWords(row.kind, row.word), when: moment(row.at), due: null, how: '', late: false,
      typedLate: lateWords(row.at, row.recorded_at),
    })),
  }
}
