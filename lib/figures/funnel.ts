import { FAR, NEAR, shareLimits, type Limits } from './limits'
import type { SideBySide } from './view'

export interface FunnelFigures {
  readonly points: readonly { readonly key: string; readonly words: string; readonly n: number; readonly share: number; readonly outside: boolean }[]
  readonly london: number
  readonly limits: readonly { readonly n: number; readonly near: Limits; readonly far: Limits }[]
}

/** What a funnel is drawn of; null where there are too few boroughs or nothing that may be shown. */
export function funnelOf(view: Pick<SideBySide, 'duties' | 'london'>): FunnelFigures | null {
  const { london } = view
  const points = view.duties.flatMap((line) => (line.exact === null || line.judged === null || line.notice ? [] : [{ key: line.key, words: line.words, n: line.judged, share: line.exact, outside: line.standing === 'far-low' || line.standing === 'far-high' }]))
  if (london === null || points.length < 4) return null
  const most = Math.ceil(Math.max(...points.map(({ n }) => n)) * 1.05)
  // Close together at the mouth, where the lines bend.
  const steps = Array.from({ length: 41 }, (_, step) => Math.max(1, most * (step / 40) ** 2))
  return { points, london, limits: steps.map((n) => ({ n, near: shareLimits(london, n, NEAR), far: shareLimits(london, n, FAR) })) }
}
