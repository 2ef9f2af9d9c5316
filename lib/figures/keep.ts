import 'server-only'
import { TIMED_WORK } from '@/lib/deadlines/watch'
import { withTransaction } from '@/lib/platform/db'
import { addDays, addMonths, endOfLondonDay, londonDate, plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { declared } from './count'
import { isDuty, MEASURES } from './measures'
import { PERIODS, startOfPeriod } from './moments'

/** Days of which everything is kept, back from today; of earlier ones only ends of months. */
const DAYS = 35
const HOUR_MS = 3_600_000
const MOST_MS = 10 * 60_000
/** Which meeting agreed an action, and what stood last of a child, is told to whoever counts, and to nobody else. */
const EVERY_FIGURE = { 'app.account': TIMED_WORK, 'app.figure_boroughs': '*' } as const

const [DUTIES, ENTRIES] = [declared(MEASURES.filter(isDuty)), declared(MEASURES.filter((measure) => !isDuty(measure)))]

const endOf = (day: PlainDate): Date => new Date(endOfLondonDay(day).getTime() - 1)

/** An act whose moment has passed may still be being written down: nothing is kept of the last minutes. */
const SETTLED_MS = 10 * 60_000

/** Moments worth keeping at `now`: ends of the days lately past and of every month back to `since`, and the last full hour of today. */
export function momentsToKeep(now: Date, since: PlainDate): { readonly upto: Date; readonly days: readonly PlainDate[] }[] {
  const settled = new Date(now.getTime() - SETTLED_MS)
  const today = londonDate(settled)
  const lately = Array.from({ length: DAYS }, (_, back) => addDays(today, -1 - back))
  const months: PlainDate[] = []
  for (let first = plainDate(`${today.slice(0, 7)}-01`); addDays(first, -1) >= since; first = addMonths(first, -1)) months.push(addDays(first, -1))
  // The last of a month is where two stretches end: that of its own month, and the one that the next day goes on from.
  const ends = [...new Set([...lately, ...months])].map((day) => ({ upto: endOf(day), days: [day, addDays(day, 1)] }))
  const hour = new Date(Math.floor(settled.getTime() / HOUR_MS) * HOUR_MS)
  return [...(londonDate(hour) === today ? [{ upto: hour, days: [today] }] : []), ...ends.sort((a, b) => b.upto.getTime() - a.upto.getTime())]
}

/**
 * Counts every measure as at the last hour and as at the ends of days and months, newest first, and keeps it, so that a dashboard need not count
 * five years again: the worker’s, each hour. What was kept is left as it is, for what a figure of a past moment says never changes. `most`: how
 * many moments are counted in one go; of a history that was brought in the rest follows.
 * @returns how many measures were counted.
 */
export async function keepFigures(now: Date, most = 2): Promise<number> {
  const [first] = await withTransaction({}, (tx) => tx.$queryRaw<{ at: Date | null }[]>`SELECT figures_began() AS at`)
  if (first?.at == null) return 0
  const moments = momentsToKeep(now, londonDate(first.at))
  let [kept, counted] = [0, 0]
  // What somebody waits for, before all else: of now as at the last moment that is kept, and of past days.
  const wanted = await withTransaction({}, (tx) => tx.$queryRaw<{ from_at: Date; upto: Date | null }[]>`SELECT from_at, upto FROM wanted_figures()`)
  for (const { from_at: from, upto } of wanted) {
    const at = upto ?? moments[0]?.upto
    if (at !== undefined) kept += await keepStretch(from, at)
    if (upto === null) await withTransaction({}, (tx) => tx.$executeRaw`SELECT figures_no_more_wanted(${from}::timestamptz)`)
  }
  for (const { upto, days } of moments) {
    const before = kept
    for (const from of new Set(days.flatMap((day) => PERIODS.map((period) => startOfPeriod(period, day).getTime())))) kept += await keepStretch(new Date(from), upto)
    if (kept > before) counted += 1
    if (counted >= most) break
  }
  const newest = moments[0]?.upto ?? now
  await withTransaction({}, (tx) => tx.$executeRaw`SELECT drop_kept_figures(${newest}::timestamptz, ${[...moments.map(({ upto }) => upto), ...wanted.flatMap(({ upto }) => upto ?? [])]}::timestamptz[])`)
  return kept
}

/**
 * Every measure of one stretch in one walk, in a transaction of its own. A history that is being brought in is waited for, and waits (migration
 * histories_wait_for_the_count): begun before and committed after, it would be in no count that is kept.
 */
export async function keepStretch(from: Date, upto: Date): Promise<number> {
  const [row] = await withTransaction(EVERY_FIGURE, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('figures-kept'))`
    return tx.$queryRaw<{ many: number }[]>`SELECT keep_figures(${DUTIES}::jsonb, ${ENTRIES}::jsonb, ${from}::timestamptz, ${upto}::timestamptz, ${[...BOROUGH_CODES]}::text[]) AS many`
  }, { timeout: MOST_MS })
  return row?.many ?? 0
}
