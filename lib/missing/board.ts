import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, figureBoroughs, looksForChildren } from '@/lib/access/visibility'
import { owedWords } from '@/lib/deadlines/owed-words'
import { meantAmong } from '@/lib/people/meant'
import { cardsOf } from '@/lib/people/standing'
import { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import type { Waiting } from '@/lib/shell/waiting'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { momentWords } from '@/lib/wording/london-words'
import { gradeWords } from '@/lib/wording/missing'
import { sideWords } from '@/lib/wording/missing-search'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import type { BoroughFigure, MissingBoard, MissingRow } from './board-view'
import { childOfCard, childOfIndex, MASKED, missingCards } from './cards'
import { missingMark } from './changes'
import { classOf } from './effective'
import { planGlances } from './plans'

const PAGE = 25

export interface BoardAsked {
  readonly borough: string | null
  readonly class: string | null
  /** high, medium, or none for what nobody has graded. */
  readonly grade: string | null
  readonly late: boolean
  /** Children who are back and whose episode is not closed, in place of those who are out. */
  readonly back: boolean
  /** Who is looked for on the board: name, spelled otherwise or not, date of birth, telephone, address, reference of child or episode. */
  readonly q?: string | null
  readonly after: string | null
}

interface Row {
  id: string
  person_id: string
  borough: string
  sight: 'seen' | 'masked' | 'index'
  reported_at: Date
  last_seen_at: Date | null
  missing_from: string | null
  class: string
  absent_until: Date | null
  grade: string | null
  returned_at: Date | null
  seen_at: Date | null
  duty_id: string | null
  alert: string | null
  owed_by: string | null
  starts_at: Date | null
  due_at: Date | null
  day_end: boolean | null
  late: number
  call_due_at: Date | null
  too_low: boolean
  information: number
  information_since: Date | null
  held_by: string
  offered_to: string | null
  offered_at: Date | null
  position: Date
}
interface Totals { found: number; everything: number; late_children: number; high: number; ungraded: number; absent: number; news: number; turns_at: Date | null }

/** The counts behind the borough's number and London's: index depth and figures for those who have no more. */
const indexOnly = (actor: Actor): boolean => !looksForChildren(actor) && boroughsAt(actor, 'record').length === 0

/**
 * The board of children who are away: by risk, and within a risk by what falls due next; 25 a page by key. Missing persons units and the control
 * room see all of London, everybody else the children of their own boroughs; a London lead counts, and the index behind them. Null for those who
 * see nothing of it. The children named are logged at the depth shown.
 */
export async function missingBoard(actor: Actor, asked: BoardAsked, now: Date): Promise<MissingBoard | null> {
  if (!mayEver(actor, 'see-missing')) return null
  return readAs(actor, async (tx) => {
    // Before the rows: what changes between the two is told again, and never missed.
    const mark = await missingMark(tx, actor)
    const index = indexOnly(actor)
    const { rows, totals } = await page(tx, asked, index, now)
    const shown = rows.slice(0, PAGE)
    const people = (sight: Row['sight']): string[] => shown.filter((row) => row.sight === sight).map((row) => row.person_id)
    await logReading(tx, actor, { personIds: shown.map((row) => row.person_id), depth: 'index', page: 'missing', ...(asked.q == null ? {} : { query: asked.q }) }, now)
    const [cards, known, plans] = [await missingCards(tx, people('seen'), now), await cardsOf(tx, people('index'), now), await planGlances(tx, people('seen'))]
    const last = shown.at(-1)
    const reach = looksForChildren(actor) ? ['*'] : index ? figureBoroughs(actor) : boroughsAt(actor, 'record')
    return {
      rows: shown.map((row) => {
        const card = cards.get(row.person_id)
        const child = row.sight === 'masked' ? MASKED(row.person_id) : row.sight === 'index' ? childOfIndex(row.person_id, known.get(row.person_id)) : card === undefined ? MASKED(row.person_id) : childOfCard(card, now)
        return rowOf(row, child, plans.get(row.person_id) ?? null, now)
      }),
      next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.position, id: last.id }) : null,
      counts: {
        found: totals.found, everything: totals.everything, late: totals.late_children, high: totals.high, ungraded: totals.ungraded, absent: totals.absent, news: totals.news,
        back: asked.back ? totals.everything : await backCount(tx, index),
      },
      figures: index ? await figures(tx, now) : [],
      boroughs: (reach.includes('*') ? BOROUGH_CODES : reach).map((code) => ({ value: code, label: boroughWords(code) })),
      index, mayReport: mayEver(actor, 'report-missing'), mark, turnsAt: totals.turns_at?.toISOString() ?? null,
    }
  })
}

/** Missing unless the class absent still runs: the same sentence as `classOf`, of a row of the board. */
const effective = (now: Date): Prisma.Sql => Prisma.sql`CASE WHEN b.class = 'absent' AND b.absent_until > ${now}::timestamptz THEN 'absent' ELSE 'missing' END`

/**
 * Risk first: high, then what nobody has graded (it may be high), then medium, then absent. A whole risk apart in years, so that one key turns the
 * pages; within it by what falls due next, and where nothing does by who has been away longest.
 */
const RANKED = Prisma.sql`coalesce(w.due_at, CASE WHEN w.sight = 'index' THEN w.reported_at ELSE w.reported_at + interval '100 years' END)
  + CASE WHEN w.effective = 'absent' THEN interval '3000 years' WHEN w.grade = 'high' THEN interval '0' WHEN w.grade IS NULL THEN interval '1000 years' ELSE interval '2000 years' END`

async function page(tx: Tx, asked: BoardAsked, index: boolean, now: Date): Promise<{ rows: Row[]; totals: Totals }> {
  const after = readCursor(asked.after ?? undefined)
  const wanted = [Prisma.sql`true`]
  if (asked.borough !== null) wanted.push(Prisma.sql`w.borough = ${asked.borough}`)
  if (asked.class !== null) wanted.push(Prisma.sql`w.effective = ${asked.class}`)
  if (asked.grade === 'none') wanted.push(Prisma.sql`w.grade IS NULL AND w.effective = 'missing'`)
  else if (asked.grade !== null) wanted.push(Prisma.sql`w.grade = ${asked.grade}`)
  if (asked.late) wanted.push(Prisma.sql`w.late > 0`)
  // A child who is masked on the board is found by nothing that is typed. One whose record is restricted and who is looked for all the same stays: the
  // search tells nothing of restricted people, and a child who is out must not be missed for that.
  if (asked.q != null) wanted.push(Prisma.sql`(w.sight <> 'masked' AND w.person_id = ANY ((SELECT ids FROM meant)::uuid[]) OR w.sight = 'seen' AND person_barred(w.person_id))`)
  const meant = asked.q == null ? Prisma.empty : Prisma.sql`meant AS MATERIALIZED (SELECT ${meantAmong(asked.q, Prisma.sql`ARRAY(SELECT w.person_id FROM w)`)} AS ids),`
  const from = after === null ? Prisma.sql`true` : Prisma.sql`(f.position, f.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  const rows = await tx.$queryRaw<((Row | { id: null }) & Totals)[]>`
    WITH w AS MATERIALIZED (SELECT b.*, ${effective(now)} AS effective FROM missing_board(${now}::timestamptz, ${asked.back}, ${index}) b),
    ${meant}
    found AS MATERIALIZED (SELECT w.*, ${RANKED} AS position FROM w WHERE ${Prisma.join(wanted, ' AND ')}),
    totals AS (SELECT count(*)::int AS everything, (SELECT count(*)::int FROM found) AS found, (count(*) FILTER (WHERE w.late > 0))::int AS late_children,
      (count(*) FILTER (WHERE w.grade = 'high'))::int AS high, (count(*) FILTER (WHERE w.grade IS NULL AND w.effective = 'missing'))::int AS ungraded,
      (count(*) FILTER (WHERE w.effective = 'absent'))::int AS absent, (count(*) FILTER (WHERE w.information > 0))::int AS news,
      min(w.absent_until) FILTER (WHERE w.effective = 'absent') AS turns_at FROM w),
    page AS (SELECT f.* FROM found f WHERE ${from} ORDER BY f.position, f.id LIMIT ${PAGE + 1})
    SELECT totals.*, page.* FROM totals LEFT JOIN page ON true ORDER BY page.position, page.id`
  return { rows: rows.filter((row): row is Row & Totals => row.id !== null), totals: rows[0] ?? { found: 0, everything: 0, late_children: 0, high: 0, ungraded: 0, absent: 0, news: 0, turns_at: null } }
}

/** How many are back and not closed, counted up to a hundred. */
async function backCount(tx: Tx, index: boolean): Promise<number> {
  if (index) return 0
  const [row] = await tx.$queryRaw<{ many: number }[]>`
    SELECT count(*)::int AS many FROM (SELECT 1 FROM episode e WHERE e.returned_at IS NOT NULL AND e.closed_at IS NULL ORDER BY e.returned_at DESC, e.id LIMIT 100) AS back`
  return row?.many ?? 0
}

async function figures(tx: Tx, now: Date): Promise<BoroughFigure[]> {
  const rows = await tx.$queryRaw<(Omit<BoroughFigure, 'code'> & { borough: string })[]>`SELECT borough, missing, absent, high, ungraded, late FROM missing_figures(${now}::timestamptz)`
  return rows.map((row) => ({ ...row, code: row.borough, borough: boroughWords(row.borough) }))
}

/** The number in the bar: who is out within reach, and how many of them have something past its time; each counted up to a hundred. */
export function missingWaiting(actor: Actor, now: Date): Waiting | null {
  if (!mayEver(actor, 'see-missing') || indexOnly(actor)) return null
  return Prisma.sql`SELECT out_now AS waiting, late FROM missing_waiting(${now}::timestamptz)`
}

function rowOf(row: Row, child: MissingRow['child'], plan: MissingRow['plan'], now: Date): MissingRow {
  const classed = classOf({ class: row.class, absentUntil: row.absent_until }, now)
  const seen = row.sight === 'seen'
  const gone = row.last_seen_at ?? row.reported_at
  const duty = row.due_at === null || row.starts_at === null ? null : { dueAt: row.due_at, startsAt: row.starts_at, dayEnd: row.day_end ?? false }
  return {
    id: row.id, href: seen ? `/missing/${row.id}` : `/people/${row.person_id}`, borough: boroughWords(row.borough), child, class: classed,
    until: classed === 'absent' && row.absent_until !== null ? `missing ${momentWords(row.absent_until, now)}` : null,
    // An absent child has no grade: nobody looks for it, and nothing about its risk is settled.
    grade: classed === 'absent' ? null : row.grade, gradeWords: classed === 'absent' ? '' : gradeWords(row.grade), tooLow: row.too_low,
    away: row.returned_at === null ? `Away ${spanWords(now.getTime() - gone.getTime())}` : `Back ${spanWords(now.getTime() - row.returned_at.getTime())}`,
    since: row.last_seen_at === null ? `reported ${momentWords(row.reported_at, now)}` : `last seen ${momentWords(row.last_seen_at, now)}, reported ${momentWords(row.reported_at, now)}`,
    from: row.missing_from,
    next: duty === null || row.alert === null ? null : { words: dutyWords(row.alert), owedBy: owedWords(row.owed_by ?? ''), left: timeLeft(duty, now) },
    late: Math.max(0, row.late - (duty !== null && duty.dueAt.getTime() < now.getTime() ? 1 : 0)),
    calls: row.call_due_at === null || classed === 'missing' ? null : `Control room, by ${momentWords(row.call_due_at, now)}`,
    news: row.information === 0 || row.information_since === null ? null : `${row.information === 1 ? 'News waits' : `${row.information} pieces of news wait`} since ${momentWords(row.information_since, now)}`,
    heldBy: sideWords(row.held_by), offered: row.offered_to === null || row.offered_at === null ? null : `Offered to the ${sideWords(row.offered_to).toLowerCase()} ${momentWords(row.offered_at, now)}, not accepted`,
    plan,
  }
}
