import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs, mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, figureBoroughs } from '@/lib/access/visibility'
import { namesOf } from '@/lib/deadlines/children'
import { packsOf } from '@/lib/deadlines/pack-for'
import { clause } from '@/lib/policy/clauses'
import { MEASURES } from '@/lib/policy/measures/catalogue'
import { isQueue, limitWords, overLimit } from '@/lib/policy/measures/queues'
import { missedTarget } from '@/lib/policy/measures/recorded'
import type { PolicyEvent } from '@/lib/policy/events'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { londonDate } from '@/lib/policy/calendar/london'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords, momentWords, sortableInstant } from '@/lib/wording/london-words'
import { metricCalled, METRICS } from './metrics'
import type { Scope } from './scope'
import { FEWEST } from './small-numbers'
import { localTargets, targetByWords, targetedCalled, targetFor } from './targets'
import type { RecordedFigure, RecordedList } from './view'
import type { Tx } from '@/lib/platform/db'

const PAGE = 25
interface Row { id: string; entry_id: string; borough: string; metric: string; value: number; target: number | null; oldest_days: number | null; staff: number | null; measured_at: Date; source: string; recorded_at: Date; recorded_by: string; withdrawn_at: Date | null; withdrawn_by: string | null; withdrawn_why: string | null }

/** Of each measure the last figure of each borough that stood on the day, by what was recorded by then. */
export async function recordedAsAt(tx: Tx, scope: Scope, metrics: readonly string[], now: Date): Promise<RecordedFigure[]> {
  if (metrics.length === 0) return []
  const { at, known } = scope.moments
  const boroughs = scope.borough === null ? [...scope.codes] : [scope.borough]
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (metric, borough) m.*, NULL::timestamptz AS withdrawn_at, NULL::uuid AS withdrawn_by, NULL AS withdrawn_why FROM measurement m WHERE borough = ANY (${boroughs}) AND metric = ANY (${[...metrics]}) AND measured_at <= ${at}::timestamptz AND recorded_at <= ${known}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM measurement_withdrawal w WHERE w.measurement_id = m.id AND w.recorded_at <= ${known}::timestamptz)
    ORDER BY metric, borough, measured_at DESC, recorded_at DESC, id DESC`
  const views = await viewsOf(tx, rows, (moment) => momentWords(moment, now), known, scope.listed)
  return metrics.flatMap((metric) => views.filter((view) => view.metric === metric))
}

/** Every figure recorded from outside, last first; null for who has no figures. */
export async function recordedList(actor: Actor, after: string | undefined, now: Date, times: 'near' | 'kept' = 'near'): Promise<RecordedList | null> {
  const reach = figureBoroughs(actor)
  if (reach.length === 0) return null
  const lists = boroughsAt(actor, 'record')
  const may = actor.memberships.filter((one) => mayAs(one, 'record-measurement')).flatMap((one) => (one.boroughs.length === 0 ? [...BOROUGH_CODES] : one.boroughs))
  const from = readCursor(after)
  return readAs(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT m.*, w.recorded_at AS withdrawn_at, w.recorded_by AS withdrawn_by, w.reason AS withdrawn_why FROM measurement m LEFT JOIN measurement_withdrawal w ON w.measurement_id = m.id
      WHERE m.borough = ANY (${reach.includes('*') ? [...BOROUGH_CODES] : reach}) AND (${from === null} OR (m.recorded_at, m.id) < (${from?.at ?? now}::timestamptz, ${from?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
      ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${PAGE + 1}`
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      rows: await viewsOf(tx, shown, times === 'kept' ? sortableInstant : (at) => momentWords(at, now), now, (code) => lists.includes('*') || lists.includes(code), may), boroughs: [...new Set(may)].map((code) => ({ value: code, label: boroughWords(code) })), metrics: METRICS.map(({ id, title }) => ({ value: id, label: title })),
      exports: mayEver(actor, 'export-figures'), next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recorded_at, id: last.id }) : null,
    }
  })
}

/** `known`: the targets that were set locally are those on record then. */
async function viewsOf(tx: Tx, rows: readonly Row[], moment: (at: Date) => string, known: Date, listed: (borough: string) => boolean, may: readonly string[] = []): Promise<RecordedFigure[]> {
  const [locals, packOf, nameOf] = await Promise.all([localTargets(tx, known), packsOf(tx, rows.map((row) => row.borough)), namesOf(tx, rows.flatMap((row) => [row.recorded_by, ...(row.withdrawn_by === null ? [] : [row.withdrawn_by])]))])
  return rows.map((row): RecordedFigure => {
    const [metric, targeted] = [metricCalled(row.metric), targetedCalled(row.metric)]
    const standing = targeted === null ? null : targetFor(targeted, row.borough, londonDate(row.measured_at), locals, row.target)
    const target = standing?.value ?? row.target
    // Judged by the policy’s own words for such a figure, as a history is (target-missed, queue-breach).
    const event: PolicyEvent = {
      id: row.entry_id, kind: 'measurement', at: row.measured_at, recordedAt: row.recorded_at, order: 0, referralId: null,
      detail: { metric: row.metric, value: row.value, target, oldest: row.oldest_days === null ? null : `${row.oldest_days} days`, staff: row.staff },
    }
    const pack = packOf(row.borough, row.measured_at)
    const over = overLimit(event, pack)
    const missed = isQueue(row.metric) ? null : missedTarget(event)
    const unit = metric?.unit === 'per cent' ? '%' : ''
    // Three children held in a cell are as few when somebody typed it in: neither the number nor words that say it.
    const small = metric?.unit === 'count' && row.value > 0 && row.value < FEWEST && !listed(row.borough)
    return {
      key: row.id, metric: row.metric, title: metric?.title ?? row.metric, borough: boroughWords(row.borough), value: small ? 'fewer than 5' : `${row.value.toLocaleString('en-GB')}${unit}`, target: (isQueue(row.metric) ? limitWords(event, pack) : null) ?? (target === null ? null : `${target.toLocaleString('en-GB')}${unit}`), targetBy: targetByWords(standing),
      clause: metric === null ? null : clause(metric.clause).source, better: MEASURES.find(({ id }) => id === row.metric)?.better ?? 'lower', breach: over !== null ? (small ? 'Queue over its limit' : `Queue over its limit: ${over.because}`) : missed !== null ? 'Target missed' : null, on: bornWords(londonDate(row.measured_at)), source: row.source,
      recorded: `${moment(row.recorded_at)} by ${nameOf(row.recorded_by) ?? 'somebody'}`,
      withdrawn: row.withdrawn_at === null ? null : `taken back ${moment(row.withdrawn_at)} by ${nameOf(row.withdrawn_by ?? '') ?? 'somebody'}: ${row.withdrawn_why ?? ''}`,
      mayWithdraw: row.withdrawn_at === null && may.includes(row.borough),
    }
  })
}
