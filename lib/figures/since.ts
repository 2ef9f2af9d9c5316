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
import { dateWords, momentWords, sortableInstant } from '@/lib/wording/london-words'
import { dutyTable, entryTable } from './build'
import { declared, dutyCounts, factCounts } from './count'
import { factWords } from './fact-words'
import { dutyRows, factRows, listedBoroughs } from './list'
import { isDuty, measureCalled, MEASURES, type DutyMeasure, type FactMeasure } from './measures'
import { counting, patient } from './patience'
import { frameOf, scopeOf, type Question, type Scope } from './scope'
import { localTargets } from './targets'
import type { SinceRow, SinceView } from './view'

const PAGE = 25
/** Of a file, which has all of them or says that it has not. */
const FILE_ROWS = 5_000

/** How many rows at most, and how a moment of theirs is said: near it is now on a page, whole in a file that is kept. */
interface Telling { readonly most: number; readonly moment: (at: Date) => string }

/**
 * What changed since a day: the figure as it stood at its end, the same day by what is on record now, the same stretch as it stands now; and each
 * duty or entry that is counted now and was not, was and is not, or is counted otherwise. Those account for the difference, every one of it. For who
 * has the lists; null for anybody else. Without a day, and of one that has not ended: the last thirty days.
 * @throws BeingCounted where it is too much to be put together.
 */
export async function changedSince(actor: Actor, asked: Question & { readonly measure: string | null; readonly after: string | undefined }, now: Date, times: 'near' | 'kept' = 'near'): Promise<SinceView | null> {
  const measure = measureCalled(asked.measure) ?? MEASURES[0]
  const telling: Telling = times === 'kept' ? { most: FILE_ROWS, moment: sortableInstant } : { most: PAGE, moment: (at) => momentWords(at, now) }
  const day = addDays(londonDate(now), -30)
  const wanted = scopeOf(actor, asked, now)
  // Today typed in the page's own boxes is no address that is not there: the thirty days stand, and the boxes say why.
  const scope = wanted?.moments.day == null ? scopeOf(actor, { ...asked, day }, now) : wanted
  if (measure === undefined || scope?.moments.day == null) return null
  const boroughs = listedBoroughs(actor, scope)
  if (boroughs.length === 0) return null
  const then: Scope = { ...scope, guarded: false }
  const restated: Scope = { ...then, moments: { ...scope.moments, known: now } }
  const today: Scope = { ...then, moments: { ...scope.moments, at: now, known: now } }
  const figures = async (tx: Tx, of: Scope) => (isDuty(measure) ? dutyTable(measure, await dutyCounts(tx, [measure], of.moments, boroughs, [], []), of, [], await localTargets(tx, of.moments.known), now).total
    : entryTable(measure, await factCounts(tx, [measure], of.moments, boroughs), of, [], now).total)
  return counting(actor, { scope: then, title: measure.title, measures: [measure], stretches: [] }, now, () => readAs(actor, async (tx) => {
    const found = isDuty(measure) ? await duties(tx, measure, then, today, boroughs, asked.after, now, telling) : await entries(tx, measure, then, today, boroughs, asked.after, now, telling)
    const childOf = await childrenOf(tx, actor, found.rows.map((row) => row.personId), now)
    const rows = found.rows.map((row): SinceRow => { const child = childOf(row.personId); return { ...row, name: child.name, masked: child.masked } })
    const read = rows.filter((row) => !row.masked).map((row) => row.personId)
    if (read.length > 0) await logReading(tx, actor, { personIds: read, depth: 'record', page: `figures, what changed: ${measure.title}` }, now)
    return {
      ...frameOf(scope, now), day: scope.moments.day ?? day, dayWords: dateWords(scope.moments.day ?? londonDate(scope.moments.at)), measure: measure.id, title: measure.title,
      measures: MEASURES.map(({ id, title }) => ({ value: id, label: title })),
      then: await figures(tx, then), restated: await figures(tx, restated), today: await figures(tx, today), came: found.came, went: found.went, otherwise: found.otherwise, rows, next: found.next,
    }
  }, patient('list')))

}

type Found = Pick<SinceView, 'came' | 'went' | 'otherwise' | 'next'> & { rows: Omit<SinceRow, 'name' | 'masked'>[] }
interface Sums { came: number; went: number; otherwise: number }

interface Changed {
  id: string; child_id: string; borough: string; alert: string; basis: string | null; starts_at: Date; created_at: Date; met_at: Date | null; met_recorded_at: Date | null; ended_at: Date | null; ended_why: string | null; ended_recorded_at: Date | null
  superseded_at: Date | null; superseded_why: string | null; was: string | null; became: string | null; moment: Date
}

const PART_WORDS: Readonly<Record<string, string>> = {
  'in-time': 'done in time', 'not-quorate': 'in time, not quorate', late: 'done late', 'open-late': 'open and late', older: 'open and late', running: 'open', ended: 'ended without', 'ended-late': 'ended without, late',
}
/** 'open → done late'; 'not counted → open'. */
const wayWords = (was: string | null, is: string | null, notice: boolean): string => {
  const say = (part: string | null): string => (part === null ? 'not counted' : notice && part === 'in-time' ? 'answered' : notice && (part === 'open-late' || part === 'older') ? 'not answered' : PART_WORDS[part] ?? part)
  return `${say(was)} → ${say(is)}`
}

async function duties(tx: Tx, measure: DutyMeasure, then: Scope, today: Scope, boroughs: readonly string[], cursor: string | undefined, now: Date, { most, moment }: Telling): Promise<Found> {
  const after = readCursor(cursor)
  const { at } = then.moments
  // The very rows that are counted, then and now: what is in the one and not in the other, or counted otherwise in it. Only what moved after that day can be.
  const moved = Prisma.sql`(SELECT m.ids FROM m)`
  const partOf = (row: string): Prisma.Sql => Prisma.raw(`CASE WHEN ${row}.part = 'in-time' AND ${row}.not_quorate THEN 'not-quorate' ELSE ${row}.part END`)
  const found = await tx.$queryRaw<(Changed & Sums)[]>`
    WITH m AS MATERIALIZED (SELECT figure_changed(${declared([measure])}::jsonb, ${at}::timestamptz, ${now}::timestamptz, ${[...boroughs]}::text[]) AS ids),
    p AS MATERIALIZED (
      SELECT * FROM (SELECT coalesce(b.id, a.id) AS id, ${partOf('a')} AS was, ${partOf('b')} AS became
        FROM ${dutyRows(measure, then.moments, boroughs, moved)} a FULL JOIN ${dutyRows(measure, today.moments, boroughs, moved)} b ON b.id = a.id) p WHERE p.was IS DISTINCT FROM p.became)
    SELECT n.came, n.went, n.otherwise, r.*
    FROM (SELECT count(*) FILTER (WHERE was IS NULL)::int AS came, count(*) FILTER (WHERE became IS NULL)::int AS went, count(*) FILTER (WHERE was IS NOT NULL AND became IS NOT NULL)::int AS otherwise FROM p) n
    LEFT JOIN LATERAL (SELECT * FROM (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.starts_at, d.created_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_why, d.ended_recorded_at, d.superseded_at, d.superseded_why, p.was, p.became,
        greatest(CASE WHEN d.created_at <= ${now}::timestamptz THEN d.created_at END, CASE WHEN d.met_recorded_at <= ${now}::timestamptz THEN d.met_recorded_at END, CASE WHEN d.ended_recorded_at <= ${now}::timestamptz THEN d.ended_recorded_at END,
          CASE WHEN d.superseded_at <= ${now}::timestamptz THEN d.superseded_at END) AS moment
      -- Each by its id: how many differ nobody can tell before, and a walk through the ledger is never the quicker way.
      FROM p CROSS JOIN LATERAL (SELECT * FROM deadline d WHERE d.id = p.id OFFSET 0) d) c
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(c.moment, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY c.moment DESC, c.id DESC LIMIT ${most + 1}) r ON true
    ORDER BY r.moment DESC, r.id DESC`
  const [sums, rows] = [found[0], found.filter((row) => row.id !== null)]
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    came: sums?.came ?? 0, went: sums?.went ?? 0, otherwise: sums?.otherwise ?? 0, next: rows.length > most && last !== undefined ? writeCursor({ at: last.moment, id: last.id }) : null,
    rows: shown.map((row) => {
      const since = (when: Date | null): when is Date => when !== null && when > at && when <= now
      const [changed, typedLate] = since(row.superseded_at) ? [row.superseded_why === 'parted' ? 'Left the figures: two records were parted' : `Replaced${row.superseded_why === 'corrected' ? ' after a correction' : ' by an earlier due time'}`, row.superseded_why === 'corrected' || row.superseded_why === 'parted']
        : since(row.met_recorded_at) && row.met_at !== null ? [`Done ${moment(row.met_at)}`, row.met_at <= at]
        : since(row.ended_recorded_at) && row.ended_at !== null ? [row.ended_why === 'annulled' || row.ended_why === 'start-corrected' ? 'Left the figures: entered in error' : `Ended without, ${moment(row.ended_at)}`, row.ended_at <= at || row.ended_why === 'annulled']
        : since(row.created_at) ? [`Began ${moment(row.starts_at)}${row.starts_at <= at ? ', put on record after the day' : ''}`, row.starts_at <= at] : ['Its time has passed', false]
      return {
        key: row.id, personId: row.child_id, borough: boroughWords(row.borough), what: dutyWords(row.alert, row.basis), changed, way: wayWords(row.was, row.became, measure.notice === true), was: row.was, is: row.became,
        typedLate: typedLate || (since(row.created_at) && row.starts_at <= at), recorded: moment(row.moment),
      }
    }),
  }
}

interface FactRow { entry_id: string; person_id: string; borough: string; kind: string; word: string | null; at: Date; recorded_at: Date; was: boolean; moment: Date; row_id: string }

/** Of entries what is counted now and was not, or was and is not: annulled, or followed by a later one of the same child. */
async function entries(tx: Tx, measure: FactMeasure, then: Scope, today: Scope, boroughs: readonly string[], cursor: string | undefined, now: Date, { most, moment }: Telling): Promise<Found> {
  const after = readCursor(cursor)
  const { at } = then.moments
  const moved = Prisma.sql`(SELECT m.people FROM m)`
  const found = await tx.$queryRaw<(FactRow & Sums)[]>`
    WITH m AS MATERIALIZED (SELECT figure_changed_people(${declared([measure])}::jsonb, ${at}::timestamptz, ${[...boroughs]}::text[]) AS people),
    c AS MATERIALIZED (
      SELECT coalesce(b.entry_id, a.entry_id) AS entry_id, coalesce(b.person_id, a.person_id) AS person_id, coalesce(b.borough, a.borough) AS borough, coalesce(b.kind, a.kind) AS kind, coalesce(b.word, a.word) AS word, coalesce(b.at, a.at) AS at,
        coalesce(b.recorded_at, a.recorded_at) AS recorded_at, a.entry_id IS NOT NULL AS was, md5(coalesce(b.entry_id, a.entry_id)::text || coalesce(b.person_id, a.person_id))::uuid AS row_id
      FROM ${factRows(measure, then.moments, boroughs, moved)} a FULL JOIN ${factRows(measure, today.moments, boroughs, moved)} b ON b.entry_id = a.entry_id AND b.person_id = a.person_id WHERE a.entry_id IS NULL OR b.entry_id IS NULL)
    SELECT n.came, n.went, n.otherwise, r.* FROM (SELECT count(*) FILTER (WHERE NOT was)::int AS came, count(*) FILTER (WHERE was)::int AS went, 0 AS otherwise FROM c) n
    LEFT JOIN LATERAL (SELECT c.*, c.recorded_at AS moment FROM c
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(c.recorded_at, c.row_id) < (${after.at}::timestamptz, ${after.id}::uuid)`} ORDER BY c.recorded_at DESC, c.row_id DESC LIMIT ${most + 1}) r ON true
    ORDER BY r.moment DESC, r.row_id DESC`
  const [sums, rows] = [found[0], found.filter((row) => row.row_id !== null)]
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return {
    came: sums?.came ?? 0, went: sums?.went ?? 0, otherwise: 0, next: rows.length > most && last !== undefined ? writeCursor({ at: last.moment, id: last.row_id }) : null,
    rows: shown.map((row) => {
      const late = !row.was && row.at <= at
      return {
        key: `${row.entry_id} ${row.person_id}`, personId: row.person_id, borough: boroughWords(row.borough), what: factWords(row.kind, row.word), changed: row.was ? (measure.latest === true ? 'Another stands now' : 'Left the figures: entered in error') : `Happened ${moment(row.at)}${late ? ', put on record after the day' : ''}`,
        way: row.was ? 'counted → not counted' : 'not counted → counted', was: row.was ? 'counted' : null, is: row.was ? null : 'counted', typedLate: late, recorded: momentWords(row.recorded_at, now),
      }
    }),
  }
}
