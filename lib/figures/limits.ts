import type { Standing } from '@/lib/wording/standing'

/**
 * How far chance alone can take a small borough from London. Wilson’s score for shares (Wilson 1927). `z`: 1.96 holds 95 in 100, 3.09 holds 998 in 1,000.
 */
export const NEAR = 1.96
export const FAR = 3.09

export interface Limits {
  readonly low: number
  readonly high: number
}

/** Wilson’s interval round a share of `n`. */
export function wilson(share: number, n: number, z: number): Limits {
  const [zz, whole] = [z * z, 1 + (z * z) / n]
  const middle = (share + zz / (2 * n)) / whole
  const half = (z * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n))) / whole
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Beyond this many the curves are as near to the binomial distribution as anybody can see, and its sum is long. */
const COUNTED_OUT = 1_000
/** How much of chance lies beyond each line, on one side: 95 in 100 and 998 in 1,000 lie between the two. */
const BEYOND: ReadonlyMap<number, number> = new Map([[NEAR, 0.025], [FAR, 0.001]])

/**
 * Within these a share of `n` stays by chance, where all of London has `share` (0 … 1): the wider of Wilson’s interval round London and of the
 * score of the borough’s own, for each is too narrow somewhere: the one in the middle, the other at the ends for a handful of cases; and, of NEAR and
 * FAR, never narrower than the binomial distribution counted out, for at the ends both are: one late of one, where nine in ten are in time, is chance.
 */
export function shareLimits(share: number, n: number, z: number): Limits {
  if (n <= 0) return { low: 0, high: 1 }
  const [round, half] = [wilson(share, n, z), z * Math.sqrt((share * (1 - share)) / n)]
  const [whole, beyond] = [Math.ceil(n), BEYOND.get(z)]
  const exact = beyond === undefined || whole > COUNTED_OUT || share <= 0 || share >= 1 ? share : leastOf(share, whole, beyond) / whole
  const most = beyond === undefined || whole > COUNTED_OUT || share <= 0 || share >= 1 ? share : 1 - leastOf(1 - share, whole, beyond) / whole
  return { low: Math.max(0, Math.min(round.low, share - half, exact)), high: Math.min(1, Math.max(round.high, share + half, most)) }
}

/** The least of `n` that chance reaches, or goes below, at least as often as `beyond`, each being good with `share`. */
function leastOf(share: number, n: number, beyond: number): number {
  // By logarithms: the chance of none in a thousand is less than any number can say.
  let [log, sum] = [n * Math.log1p(-share), 0]
  for (let many = 0; many < n; many += 1) {
    sum += Math.exp(log)
    if (sum >= beyond) return many
    log += Math.log((n - many) / (many + 1)) + Math.log(share / (1 - share))
  }
  return n
}

export type { Standing }

/** Where a figure stands against its limits: within chance, outside 95 in 100, outside 998 in 1,000. */
export function standing(value: number, limitsAt: (z: number) => Limits): Standing {
  const [near, far] = [limitsAt(NEAR), limitsAt(FAR)]
  if (value < far.low) return 'far-low'
  if (value > far.high) return 'far-high'
  return value < near.low ? 'near-low' : value > near.high ? 'near-high' : 'as-london'
}

/**
 * A count against the same stretch a year before. Of two Poisson counts with one mean the first is half of both together, but for chance: each
 * has chance of its own, which limits round the earlier one alone would forget.
 */
export const twoCounts = (now: number, before: number): Standing => standing(now / (now + before), (z) => shareLimits(0.5, now + before, z))

/**
 * Whether boroughs differ by more than chance can make them, all together (Spiegelhalter 2005, Funnel plots for comparing institutional performance,
 * Statistics in Medicine 24): the mean of the squared distances from London, each in its own standard errors. About 1 where chance alone is at work;
 * `spread` says whether it is beyond 95 in 100 of that, by the limits of chi-square (Wilson and Hilferty 1931). Null of fewer than five, or where
 * London has all or none, for then there is no distance.
 */
export function dispersion(share: number, boroughs: readonly { readonly share: number; readonly n: number }[]): { readonly phi: number; readonly spread: 'more' | 'chance' | 'less' } | null {
  const counted = boroughs.filter(({ n }) => n > 0)
  if (counted.length < 5 || share <= 0 || share >= 1) return null
  const sum = counted.reduce((all, one) => all + ((one.share - share) ** 2 * one.n) / (share * (1 - share)), 0)
  const many = counted.length
  const limit = (z: number): number => many * (1 - 2 / (9 * many) + z * Math.sqrt(2 / (9 * many))) ** 3
  return { phi: sum / many, spread: sum > limit(NEAR) ? 'more' : sum < limit(-NEAR) ? 'less' : 'chance' }
}
