import type { Limits } from '@/lib/figures/limits'

export interface FunnelPoint {
  readonly key: string
  readonly words: string
  readonly n: number
  /** 0 … 1. */
  readonly share: number
  readonly outside: boolean
}

interface FunnelProps {
  readonly title: string
  readonly points: readonly FunnelPoint[]
  readonly london: number
  /** The limits at these numbers judged, near (95 in 100) and far (998 in 1,000). */
  readonly limits: readonly { readonly n: number; readonly near: Limits; readonly far: Limits }[]
}

const [WIDE, HIGH, LEFT, FOOT] = [860, 320, 46, 34]
const SHARES = [0, 0.25, 0.5, 0.75, 1]
const near = (at: number): number => Math.round(at * 10) / 10

/** Shares against how many were judged: outside the wide mouth of a small number is where chance no longer explains it. */
export function Funnel({ title, points, london, limits }: FunnelProps) {
  const most = Math.max(1, ...limits.map(({ n }) => n))
  const x = (n: number): number => LEFT + (n / most) * (WIDE - LEFT - 90)
  const y = (share: number): number => 8 + (1 - share) * (HIGH - FOOT - 8)
  const line = (of: (at: (typeof limits)[number]) => number): string => limits.map((at) => `${x(at.n).toFixed(1)},${y(of(at)).toFixed(1)}`).join(' ')
  // Every point of one kind in one line of drawing: two half circles each.
  const dots = (outside: boolean, r: number): string => points.map((point) => (point.outside === outside ? `M${near(x(point.n) - r)} ${near(y(point.share))}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z` : '')).join('')
  return (
    <div className="scroll" role="region" aria-label={`Funnel: ${title}`} tabIndex={0}>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className="block w-full min-w-[42rem] max-w-4xl" role="img" aria-label={`${title}: share in time against how many were judged, with the limits of chance round London’s ${Math.round(london * 100)} per cent. The table says each.`}>
        <path d={SHARES.map((share) => `M${LEFT} ${y(share)}H${WIDE - 90}`).join('')} className="stroke-line" strokeWidth="1" />
        {SHARES.map((share) => <text key={share} x={LEFT - 6} y={y(share) + 4} textAnchor="end" className="fill-ink-2" fontSize="12">{`${share * 100}%`}</text>)}
        <line x1={LEFT} x2={WIDE - 90} y1={y(london)} y2={y(london)} className="stroke-ink" strokeWidth="1.5" />
        <text x={WIDE - 84} y={y(london) + 4} className="fill-ink" fontSize="12">London {Math.round(london * 100)}%</text>
        {(['low', 'high'] as const).map((side) => (
          <g key={side} fill="none">
            <polyline points={line((at) => at.near[side])} className="stroke-edge" strokeWidth="1" strokeDasharray="5 4" />
            <polyline points={line((at) => at.far[side])} className="stroke-ink-2" strokeWidth="1.5" />
          </g>
        ))}
        {([false, true] as const).map((outside) => <path key={String(outside)} d={dots(outside, outside ? 6 : 4)} className={outside ? 'fill-red' : 'fill-blue'} />)}
        {points.map((point) => (point.outside ? <text key={point.key} x={near(x(point.n) + 9)} y={near(y(point.share) + 4)} className="fill-ink" fontSize="12">{point.words}</text> : null))}
        <text x={LEFT} y={HIGH - 6} className="fill-ink-2" fontSize="12">Judged: 0</text>
        <text x={x(most)} y={HIGH - 6} textAnchor="end" className="fill-ink-2" fontSize="12">{most.toLocaleString('en-GB')}</text>
      </svg>
    </div>
  )
}
