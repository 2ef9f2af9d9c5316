import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, figureBoroughs } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { joined } from '@/lib/wording/lists'
import { spanWords } from '@/lib/wording/spans'
import { clocksOf, MEASURES, periodStart, periodWords, PERIODS, share, type Measure, type Period } from './figures'
import { protect, type Counts, type ShownCounts } from './protect'
import type { BoroughFigures, FigureLine } from './view'

/** The City has a police force of its own and is counted apart (conflict 14.35). */
const CITY = 'city-of-london'

interface Row { figure: number; force: string; borough: string | null; part: string | null; not_quorate: boolean | null; many: number; median: number | null; worst: number | null }
interface Chosen { readonly measure: Measure; readonly period: Period }

/**
 * Strategy discussions as figures of the boroughs whose figures this actor may see: all of them together, by month and year,
 * and for the chosen measure each borough by itself. Counted without knowing whose; where the actor may not open the list
 * behind a number, small ones are hidden. Null for who has no figures.
 */
export async function boroughFigures(actor: Actor, chosen: Chosen, now: Date): Promise<BoroughFigures | null> {
  const reach = figureBoroughs(actor)
  if (reach.length === 0) return null
  const codes = reach.includes('*') ? BOROUGH_CODES : reach
  const lists = boroughsAt(actor, 'record')
  const listed = (code: string): boolean => lists.includes('*') || lists.includes(code)
  const guarded = !codes.every(listed)
  const asked = MEASURES.flatMap((measure) => PERIODS.map((period) => ({ measure, period })))
  const rows = await readAs(actor, (tx) => tx.$queryRaw<Row[]>(countsOf(reach, asked, now)))
  const metropolitan = codes.filter((code) => code !== CITY)
  const force = metropolitan.length > 0 ? 'met' : 'city'

  const line = (of: Chosen, words: string, borough: string | null, at: readonly Row[], shown?: ShownCounts): FigureLine => {
    const counts = shown ?? countsIn(at)
    const lateness = at.find((row) => row.part === null)
    const span = (ms: number | null | undefined): string | null => (typeof ms === 'number' && counts.late !== null && counts.openLate !== null ? spanWords(ms) : null)
    return {
      key: `${of.measure} ${of.period} ${borough ?? 'all'}`, words, measure: of.measure, period: of.period, borough, ...counts,
      share: counts.inTime === null || counts.judged === null ? null : share(counts.inTime, counts.judged), shareQuorate: counts.quorate === null || counts.judged === null ? null : share(counts.quorate, counts.judged),
      median: span(lateness?.median), worst: span(lateness?.worst), listed: borough === null ? !guarded : listed(borough),
    }
  }
  const totalOf = (of: Chosen): Row[] => rows.filter((row) => asked[row.figure]?.measure === of.measure && asked[row.figure]?.period === of.period && row.force === force && row.borough === null)
  const boroughOf = (of: Chosen, code: string): Row[] => rows.filter((row) => asked[row.figure]?.measure === of.measure && asked[row.figure]?.period === of.period && row.borough === code)
  /** Each measure and period with its boroughs, hidden together: what one table leaves out must not stand in the other. */
  const table = (of: Chosen): { total: FigureLine; lines: FigureLine[] } => {
    const counts = metropolitan.map((code) => countsIn(boroughOf(of, code)))
    const safe = guarded ? protect(counts, countsIn(totalOf(of))) : null
    return {
      total: line(of, periodWords(of.period, now), null, totalOf(of), safe?.total ?? undefined),
      lines: metropolitan.map((code, index) => line(of, boroughWords(code), code, boroughOf(of, code), safe?.lines[index])),
    }
  }
  const tables = asked.map(table)
  const at = asked.findIndex(({ measure, period }) => measure === chosen.measure && period === chosen.period)
  const city = codes.includes(CITY) && force === 'met' ? line(chosen, boroughWords(CITY), CITY, boroughOf(chosen, CITY), guarded ? protect([countsIn(boroughOf(chosen, CITY))], null).lines[0] : undefined) : null
  return {
    where: reach.includes('*') ? 'London: 32 boroughs, the City apart' : joined(codes.map(boroughWords)), guarded, totals: tables.map(({ total }) => total),
    boroughs: metropolitan.length > 1 ? tables[at]?.lines ?? [] : [], city, chosen: { ...chosen, periodWords: periodWords(chosen.period, now) },
  }
}

/** Every figure asked for in one statement, from rows that tell one child from another and nobody by name. */
function countsOf(reach: readonly string[], asked: readonly Chosen[], now: Date): Prisma.Sql {
  const each = asked.map((of, figure) => Prisma.sql`
    SELECT * FROM (WITH ${clocksOf(Prisma.sql`clocks_known`, reach, of, now)},
      placed AS (SELECT judged.*, CASE WHEN borough = ${CITY} THEN 'city' ELSE 'met' END AS force FROM judged)
      SELECT ${figure}::int AS figure, force, borough, part, not_quorate, count(*)::int AS many,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY late_ms) FILTER (WHERE part IN ('late', 'open-late')))::float8 AS median,
        (max(late_ms) FILTER (WHERE part IN ('late', 'open-late')))::float8 AS worst
      FROM placed GROUP BY GROUPING SETS ((force, borough, part, not_quorate), (force, borough), (force, part, not_quorate), (force))) AS counted`)
  return Prisma.sql`WITH clocks_known AS MATERIALIZED (SELECT * FROM figure_clocks(${periodStart('year', now)}::timestamptz)) ${Prisma.join(each, ' UNION ALL ')}`
}

function countsIn(rows: readonly Row[]): Counts {
  const many = (part: string, notQuorate?: boolean): number =>
    rows.filter((row) => row.part === part && (notQuorate === undefined || row.not_quorate === notQuorate)).reduce((sum, row) => sum + row.many, 0)
  const [inTime, late, openLate] = [many('in-time'), many('late'), many('open-late')]
  return { quorate: many('in-time', false), notQuorate: many('in-time', true), inTime, late, openLate, judged: inTime + late + openLate, running: many('running') }
}
