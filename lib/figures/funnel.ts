import { dispersion, FAR, NEAR, shareLimits, type Limits } from './limits'
import type { SideBySide } from './view'

export interface FunnelFigures {
  readonly points: readonly { readonly key: string; readonly words: string; readonly n: number; readonly share: number; readonly outside: boolean }[]
  readonly london: number
  readonly limits: readonly { readonly n: number; readonly near: Limits; readonly far: Limits }[]
}

/** What the funnel says of all boroughs together, in a sentence; null where there are too few to say it. */
export function spreadWords(view: Pick<SideBySide, 'duties' | 'london'>): string | null {
  if (view.london === null) return null
  const found = dispersion(view.london, view.duties.flatMap((line) => (line.exact === null || line.shareOf === null || line.notice ? [] : [{ share: line.exact, n: line.shareOf }])))
  switch (found?.spread) {
    case undefined: return null
    case 'more': return `Together the boroughs differ by more than chance makes them (${found?.phi.toFixed(1)} times the spread of chance): something beside chance sets them apart, so a borough just outside the lines may be no worse than others like it.`
    case 'less': return `Together the boroughs are closer to London than chance alone would leave them (${found?.phi.toFixed(1)} times the spread of chance): look whether they count alike.`
    default: return 'Together the boroughs differ by no more than chance makes them.'
  }
}

/** What a funnel is drawn of; null where there are too few boroughs or nothing that may be shown. */
export function funnelOf(view: Pick<SideBySide, 'duties' | 'london'>): FunnelFigures | null {
  const { london } = view
  const points = view.duties.flatMap((line) => (line.exact === null || line.shareOf === null || line.notice ? [] : [{ key: line.key, words: line.words, n: line.shareOf, share: line.exact, outside: line.standing === 'far-low' || line.standing === 'far-high' }]))
  if (london === null || points.length < 4) return null
  const most = Math.ceil(Math.max(...points.map(({ n }) => n)) * 1.05)
  // Close together at the mouth, where the lines bend.
  const steps = Array.from({ length: 41 }, (_, step) => Math.max(1, most * (step / 40) ** 2))
  return { points, london, limits: steps.map((n) => ({ n, near: shareLimits(london, n, NEAR), far: shareLimits(london, n, FAR) })) }
}
