import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { tookTooLong } from '@/lib/platform/too-long'
import { londonDate } from '@/lib/policy/calendar/london'
import { declared } from './count'
import { countingWords, type CountingView } from './counting'
import type { Measure } from './measures'
import { PERIODS, startOfPeriod, type Moments } from './moments'
import { recordedAsAt } from './recorded'
import { frameOf, type Scope } from './scope'

/** How long one statement of a page may count, in milliseconds: what is kept answers in a tenth of it, a small database always. */
const COUNT_MS = 3_000
/** And of a list, which nothing keeps. */
const LIST_MS = 8_000
let [countMs, listMs] = [COUNT_MS, LIST_MS]

/** For tests: nobody has the patience of a large database in a small one. Called without: as it was. */
export function waitFor(count = COUNT_MS, list = LIST_MS): void { [countMs, listMs] = [count, list] }

/** How a transaction is patient: each statement of it is given up after a while, PostgreSQL stops working on it, and the page can say so. */
export const patient = (what: 'count' | 'list' = 'count'): { readonly patience: number } => ({ patience: what === 'count' ? countMs : listMs })

/** Figures that could not be counted while a page waited, with what the page says instead. */
export class BeingCounted extends Error {
  constructor(readonly view: CountingView) { super('these figures are being counted') }
}

/** What was asked, or what stands in its place until it is counted. */
export async function orCounting<T>(ask: () => Promise<T>): Promise<T | CountingView> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof BeingCounted) return error.view
    throw error
  }
}

/** What stands beside figures and is not the question: null where it takes too long, and nothing is asked of the worker. */
export async function unlessTooLong<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    if (tookTooLong(error)) return null
    throw error
  }
}

interface Count {
  readonly scope: Scope
  readonly title: string
  readonly measures: readonly Measure[]
  /** The stretches that were to be counted. None of them is kept for good: nothing is asked of the worker. */
  readonly stretches: readonly Moments[]
  /** Figures from outside that stand beside. */
  readonly recorded?: readonly string[]
}

/**
 * Runs what counts, in transactions that are `patient`. Where it takes too long the worker is asked to count those stretches, and keep them, before all else.
 * @throws BeingCounted with what is known until then.
 */
export async function counting<T>(actor: Actor, count: Count, now: Date, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!tookTooLong(error)) throw error
    throw new BeingCounted(await inItsPlace(actor, count, now))
  }
}

/** Only what is asked as at the moment that is known of can be kept. */
function inItsPlace(actor: Actor, { scope, title, measures, stretches, recorded = [] }: Count, now: Date): Promise<CountingView> {
  const { at, day } = scope.moments
  const froms = PERIODS.map((period) => startOfPeriod(period, londonDate(at)))
  return readAs(actor, async (tx) => {
    const kept = await tx.$queryRaw<{ from: Date }[]>`SELECT f AS "from" FROM figures_ready(${declared(measures)}::jsonb, ${froms}::timestamptz[], ${at}::timestamptz) AS f`
    const ready = PERIODS.filter((_, index) => kept.some(({ from }) => from.getTime() === froms[index]?.getTime()))
    const wanted = stretches.filter((stretch) => stretch.known.getTime() === stretch.at.getTime())
    for (const stretch of wanted) await tx.$executeRaw`SELECT want_figures(${stretch.from}::timestamptz, ${day === null ? 'infinity' : stretch.at.toISOString()}::timestamptz)`
    const [frame, counting] = [frameOf(scope, now), wanted.length > 0 ? 'asked' as const : 'too-long' as const]
    return {
      ...frame, counting, title, words: countingWords({ ...frame, counting, title }), recorded: await recordedAsAt(tx, scope, recorded, now),
      ready: scope.guarded || counting === 'too-long' ? [] : ready.filter((period) => period !== scope.period),
    }
  })
}
