import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { childrenOf } from '@/lib/deadlines/children'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { dateWords, momentWords } from '@/lib/wording/london-words'
import { dutyTable, entryTable } from './build'
import { dutyCounts, factCounts } from './count'
import { factWords } from './fact-words'
import { listedBoroughs } from './list'
import { isDuty, measureCalled, MEASURES, type DutyMeasure, type FactMeasure } from './measures'
import { frameOf, scopeOf, type Question, type Scope } from './scope'
import type { SinceRow, SinceView } from './view'

const PAGE = 25

/**
 * What changed since a day: the figure as it stood, the same day by what is on record now, and each duty or entry that differs, with what was
 * put on record late shown as such. For who has the lists; null for anybody else. Without a day: the last thirty days.
 */
export async function changedSince(actor: Actor, asked: Question & { readonly measure: string | null; readonly after: string | undefined }, now: Date): Promise<SinceView | null> {
  const measure = measureCalled(asked.measure) ?? MEASURES[0]
  const day = asked.day ?? addDays(londonDate(now), -30)
  const scope = scopeOf(actor, { ...asked, day }, now)
  if (measure === undefined || scope?.moments.day == null) return null
  const boroughs = listedBoroughs(actor, scope)
  if (boroughs.length === 0) return null
  const restated: Scope = { ...scope, moments: { ...scope.moments, known: now } }
  const figures = async (tx: Tx, of: Scope) => (isDuty(measure) ? dutyTable(measure, await dutyCounts(tx, [measure], of.moments, boroughs), of, [], now).total
    : entryTable(measure, await factCounts(tx, [measure], of.moments, boroughs), of, [], now).total)
  const only: Scope = { ...scope, guarded: false }
  return readAs(actor, async (tx) => {
    const found = isDuty(measure) ? await duties(tx, measure, scope, boroughs, asked.after, now) : await entries(tx, measure, scope, boroughs, asked.after, now)
    const childOf = await childrenOf(tx, actor, found.rows.map((row) => row.personId), now)
    const rows = found.rows.map((row): SinceRow => { const child = childOf(row.personId); return { ...row, name: child.name, masked: child.masked } })
    const read = rows.filter((row) => !row.masked).map((row) => row.personId)
    if (read.length > 0) await logReading(tx, actor, { personIds: read, depth: 'record', page: `figures, what changed: ${measure.title}` }, now)
    return {
      ...frameOf(scope, now), day: scope.moments.day ?? day, dayWords: dateWords(scope.moments.day ?? londonDate(scope.moments.at)), measure: measure.id, title: measure.title,
      measures: MEASURES.map(({ id, title }) => ({ value: id, label: title })),
      then: await figures(tx, only), restated: await figures(tx, { ...restated, guarded: false }), rows, next: found.next,
    }
  })
}

type Found = { rows: Omit<SinceRow, 'name' | 'masked'>[]; next: string | null }

interface Changed { id: string; child_id: string; borough: string; alert: string; basis: string | null; starts_at: Date; created_at: Date; met_at: Date | null; met_recorded_at: Date | null; ended_at: Date | null; ended_why: string | null; ended_recorded_at: Date | null; superseded_at: Date | null; superseded_why: string | null; recorded: Date }

async function duties(tx: Tx, measure: DutyMeasure, { moments: { from, at } }: Scope, boroughs: readonly string[], cursor: string | undefined, now: Date): Promise<Found> {
  const after = readCursor(cursor)
  const basis = measure.basis === undefined ? Prisma.empty : measure.basis.startsWith('!') ? Prisma.sql`AND d.basis <> ${measure.basis.slice(1)}` : Prisma.sql`AND d.basis = ${measure.basis}`
  const meeting = measure.meeting === undefined ? Prisma.empty : Prisma.sql`AND action_meeting(d.item_id) = ${measure.meeting}`
  const rows = await tx.$queryRaw<Changed[]>`
    SELECT * FROM (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.starts_at, d.created_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_why, d.ended_recorded_at, d.superseded_at, d.superseded_why,
        greatest(d.created_at, d.met_recorded_at, d.ended_recorded_at, d.superseded_at) AS recorded
      FROM deadline d
      WHERE d.alert = ANY (${[...measure.alerts]}) AND d.borough = ANY (${[...boroughs]}) AND d.starts_at >= ${from}::timestamptz AND d.starts_at <= ${at}::timestamptz ${basis} ${meeting}
        AND (d.created_at > ${at}::timestamptz OR d.met_recorded_at > ${at}::timestamptz OR d.ended_recorded_at > ${at}::timestamptz OR d.superseded_at > ${at}::timestamptz)) c
    WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(c.recorded, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    ORDER BY c.recorded DESC, c.id DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recorded, id: last.id }) : null,
    rows: shown.map((row) => {
      const since = (moment: Date | null): moment is Date => moment !== null && moment > at
      const [changed, typedLate] = since(row.superseded_at) ? [`Replaced${row.superseded_why === 'corrected' ? ' after a correction' : ' by an earlier due time'}`, row.superseded_why === 'corrected']
        : since(row.met_recorded_at) && row.met_at !== null ? [`Done ${momentWords(row.met_at, now)}`, row.met_at <= at]
        : since(row.ended_recorded_at) && row.ended_at !== null ? [row.ended_why === 'annulled' || row.ended_why === 'start-corrected' ? 'Left the figures: entered in error' : `Ended without, ${momentWords(row.ended_at, now)}`, row.ended_at <= at || row.ended_why === 'annulled']
        : [`Began ${momentWords(row.starts_at, now)}, put on record after the day`, true]
      return { key: row.id, personId: row.child_id, borough: boroughWords(row.borough), what: dutyWords(row.alert, row.basis), changed, typedLate: typedLate || since(row.created_at), recorded: momentWords(row.recorded, now) }
    }),
  }
}

interface FactRow { entry_id: string; person_id: string; borough: string; kind: string; word: string | null; at: Date; recorded_at: Date }

/** Of entries only what happened by the day and was recorded after it: an entry never changes. */
async function entries(tx: Tx, measure: FactMeasure, { moments: { from, at } }: Scope, boroughs: readonly string[], cursor: string | undefined, now: Date): Promise<Found> {
  const after = readCursor(cursor)
  const words = measure.words === undefined ? Prisma.empty : Prisma.sql`AND f.word = ANY (${[...measure.words]})`
  const rows = await tx.$queryRaw<FactRow[]>`
    SELECT f.* FROM figure_fact f WHERE f.kind = ${measure.kind} AND f.borough = ANY (${[...boroughs]}) AND f.at <= ${at}::timestamptz AND f.recorded_at > ${at}::timestamptz ${words}
      ${measure.latest === true ? Prisma.empty : Prisma.sql`AND f.at >= ${from}::timestamptz`} ${after === null ? Prisma.empty : Prisma.sql`AND (f.recorded_at, f.entry_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    ORDER BY f.recorded_at DESC, f.entry_id DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recorded_at, id: last.entry_id }) : null,
    rows: shown.map((row) => ({
      key: `${row.entry_id} ${row.person_id}`, personId: row.person_id, borough: boroughWords(row.borough), what: factWords(row.kind, row.word), changed: `Happened ${momentWords(row.at, now)}`, typedLate: true, recorded: momentWords(row.recorded_at, now),
    })),
  }
}
