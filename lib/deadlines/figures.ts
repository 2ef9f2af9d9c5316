import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { boroughsAt } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import { addMonths, londonDate, plainDate, startOfLondonDay } from '@/lib/policy/calendar/london'
import { dayNear } from '@/lib/wording/london-words'
import { spanWords } from '@/lib/wording/spans'
import type { MeasureView } from './view'

export const MEASURES = ['target', 'procedure'] as const
export type Measure = (typeof MEASURES)[number]
export const PERIODS = ['month', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** Where one discussion stands: each is in one part only, and every figure is a count of parts. */
export const PARTS = ['all', 'judged', 'in-time', 'in-time-quorate', 'not-quorate', 'late', 'open-late', 'running', 'ended', 'ended-late'] as const
export type Part = (typeof PARTS)[number]

export interface FigureOf {
  readonly measure: Measure
  readonly period: Period
  /** One borough; null is all in reach. */
  readonly borough: string | null
}

export function periodStart(period: Period, now: Date): Date {
  const today = londonDate(now)
  return startOfLondonDay(period === 'month' ? plainDate(`${today.slice(0, 7)}-01`) : addMonths(today, -12))
}

/**
 * The discussions that a figure counts, one row each, by child: those whose clock started in the stretch. Annulled and
 * corrected starts have left the figures (sd-recompute); a due time shortened by new facts counts as shortened.
 * `target`: the force's 24 hours (kpi-sd-24h), met by any discussion. `procedure`: the earliest band of each discussion,
 * met by a quorate one.
 */
export function discussions(actor: Actor, of: FigureOf, now: Date): Prisma.Sql {
  return clocksOf(Prisma.sql`deadline`, inReach(actor, of.borough), of, now)
}

function inReach(actor: Actor, borough: string | null): readonly string[] {
  const reach = boroughsAt(actor, 'record')
  return borough === null ? reach : reach.includes('*') || reach.includes(borough) ? [borough] : []
}

/** The same from any rows shaped like the ledger of deadlines, in these boroughs ('*': all that it holds). `notQuorate`: of `c`, met, whether the discussion was not. */
export function clocksOf(source: Prisma.Sql, boroughs: readonly string[], { measure, period }: Omit<FigureOf, 'borough'>, now: Date, notQuorate: Prisma.Sql = noticeOf(source, Prisma.sql`c`)): Prisma.Sql {
  const bands = measure === 'target' ? Prisma.sql`d.basis = 'force-24h'` : Prisma.sql`d.basis <> 'force-24h'`
  // Every band of one discussion is stopped by the same entry; those still open are one discussion, not yet held.
  const one = measure === 'target' ? Prisma.sql`d.id` : Prisma.sql`d.child_id, d.borough, coalesce(d.met_by, d.ended_by)`
  return Prisma.sql`
    clocks AS (
      SELECT DISTINCT ON (${one}) d.id, d.child_id, d.borough, d.alert, d.basis, d.starts_at, d.due_at, d.day_end, d.met_at, d.met_by, d.ended_at, d.ended_why
      FROM ${source} d
      WHERE ${bands} AND ${counts(boroughs, periodStart(period, now), now)}
      ORDER BY ${one}, d.due_at, d.id),
    judged AS (
      SELECT c.*,
        CASE WHEN c.met_at IS NOT NULL THEN CASE WHEN c.met_at < c.due_at OR (NOT c.day_end AND c.met_at = c.due_at) THEN 'in-time' ELSE 'late' END
             WHEN c.ended_at IS NOT NULL THEN CASE WHEN c.ended_at > c.due_at THEN 'ended-late' ELSE 'ended' END
             WHEN c.due_at < ${now}::timestamptz OR (c.day_end AND c.due_at = ${now}::timestamptz) THEN 'open-late'
             ELSE 'running' END AS part,
        ${notQuorate} AS not_quorate,
        extract(epoch FROM coalesce(c.met_at, ${now}::timestamptz) - c.due_at) * 1000 AS late_ms
      FROM clocks c)`
}

/** Whether a row `d` is of a discussion that counts, of these boroughs, begun since. */
const counts = (boroughs: readonly string[], from: Date, now: Date): Prisma.Sql => Prisma.sql`d.alert = 'strategy-discussion-overdue' AND d.superseded_at IS NULL
        AND (d.ended_why IS NULL OR d.ended_why NOT IN ('annulled', 'start-corrected', 'matched'))
        AND d.child_id NOT IN (SELECT g.gone FROM gone_by(${now}::timestamptz) g)
        AND d.starts_at >= ${from}::timestamptz AND d.starts_at <= ${now}::timestamptz ${boroughs.includes('*') ? Prisma.empty : Prisma.sql`AND d.borough = ANY (${[...boroughs]})`}`

/** That a discussion was not quorate is told by a notice of its own. */
const noticeOf = (source: Prisma.Sql, of: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (SELECT 1 FROM ${source} n WHERE n.child_id = ${of}.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = ${of}.met_by
                AND n.superseded_why IS DISTINCT FROM 'corrected')`

/** One part of one figure, and (part null) the lateness over all of it. */
interface PartRow { figure: number; part: string | null; not_quorate: boolean | null; many: number; median: number | null; worst: number | null }

/** One measure with everything that must stand beside its share: how late the late ones are, and what is open and late now. */
export async function figureOf(tx: Tx, actor: Actor, of: FigureOf, now: Date): Promise<MeasureView> {
  const [figure] = await figuresOf(tx, actor, [of], now)
  if (figure === undefined) throw new Error('a figure was asked for and none was counted')
  return figure
}

/** Several figures of one borough, or of all in reach, in one statement and one walk, each counted as it would be alone, in the order asked for. */
export async function figuresOf(tx: Tx, actor: Actor, asked: readonly FigureOf[], now: Date): Promise<MeasureView[]> {
  const [borough, ...others] = new Set(asked.map((of) => of.borough))
  if (borough === undefined) return []
  if (others.length > 0) throw new Error('figures of several boroughs were asked for at once')
  const from = new Date(Math.min(...asked.map((of) => periodStart(of.period, now).getTime())))
  // The discussions of the longest stretch are looked up once, and once of each whether it was quorate.
  const ledger = Prisma.sql`
    ledger AS MATERIALIZED (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.starts_at, d.due_at, d.day_end, d.met_at, d.met_by, d.ended_at, d.ended_by, d.ended_why, d.superseded_at FROM deadline d WHERE ${counts(inReach(actor, borough), from, now)}),
    held AS (SELECT DISTINCT l.child_id, l.met_by FROM ledger l WHERE l.met_by IS NOT NULL),
    not_quorate AS MATERIALIZED (SELECT h.child_id, h.met_by FROM held h WHERE ${noticeOf(Prisma.sql`deadline`, Prisma.sql`h`)})`
  const each = asked.map((of, figure) => Prisma.sql`
    SELECT * FROM (WITH ${clocksOf(Prisma.sql`ledger`, ['*'], of, now, Prisma.sql`(c.met_by IS NOT NULL AND (c.child_id, c.met_by) IN (SELECT q.child_id, q.met_by FROM not_quorate q))`)}
      SELECT ${figure}::int AS figure, part, not_quorate, count(*)::int AS many,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY late_ms) FILTER (WHERE part IN ('late', 'open-late')))::float8 AS median,
        (max(late_ms) FILTER (WHERE part IN ('late', 'open-late')))::float8 AS worst
      FROM judged GROUP BY GROUPING SETS ((part, not_quorate), ())) AS counted`)
  const rows = await tx.$queryRaw<PartRow[]>(Prisma.sql`WITH ${ledger} ${Prisma.join(each, ' UNION ALL ')}`)
  return asked.map((of, figure) => viewOf(of, rows.filter((row) => row.figure === figure), now))
}

function viewOf(of: FigureOf, rows: readonly PartRow[], now: Date): MeasureView {
  const late = rows.find((row) => row.part === null)
  const many = (part: Part, quorate?: boolean): number =>
    rows.filter((row) => row.part === part && (quorate === undefined || row.not_quorate !== quorate)).reduce((sum, row) => sum + row.many, 0)
  const judged = many('in-time') + many('late') + many('open-late')
  return {
    measure: of.measure, period: of.period, periodWords: periodWords(of.period, now), judged, inTime: many('in-time'), inTimeQuorate: many('in-time', true),
    late: many('late'), openLate: many('open-late'), running: many('running'), ended: many('ended'), endedLate: many('ended-late'),
    share: share(many('in-time'), judged), shareQuorate: share(many('in-time', true), judged),
    medianLate: typeof late?.median === 'number' ? spanWords(late.median) : null, worstLate: typeof late?.worst === 'number' ? spanWords(late.worst) : null,
  }
}

/** Never 100% while one is late, never 0% while one was in time: rounding must not hide the one. */
export function share(part: number, whole: number): string | null {
  if (whole === 0) return null
  const exact = (part / whole) * 100
  if (part < whole && exact > 99) return 'over 99%'
  if (part > 0 && exact < 1) return 'under 1%'
  return `${Math.round(exact)}%`
}

export function periodWords(period: Period, now: Date): string {
  const since = dayNear(londonDate(periodStart(period, now)), londonDate(now))
  return period === 'month' ? 'This month' : `12 months, since ${since}`
}

/** The `where` of one part of a figure's list. */
export function partIs(part: Part): Prisma.Sql {
  switch (part) {
    case 'all': return Prisma.sql`TRUE`
    case 'judged': return Prisma.sql`part IN ('in-time', 'late', 'open-late')`
    case 'in-time-quorate': return Prisma.sql`part = 'in-time' AND NOT not_quorate`
    case 'not-quorate': return Prisma.sql`part = 'in-time' AND not_quorate`
    default: return Prisma.sql`part = ${part}`
  }
}
