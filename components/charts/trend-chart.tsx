import type { Shown } from '@/lib/figures/view'

interface TrendChartProps {
  readonly title: string
  readonly months: readonly { readonly month: string; readonly words: string }[]
  /** One of each month: how many were judged, or counted. */
  readonly judged: readonly Shown[]
  /** Of duties how many were in time: the whole bar is judged, its dark part in time. Null of entries, which have one bar. */
  readonly good: readonly Shown[] | null
}

const [WIDE, HIGH, FOOT] = [336, 84, 18]

/** To a hundredth: what is drawn is as exact as an eye. */
const near = (at: number): number => Math.round(at * 100) / 100

/** Twelve months as bars, drawn on the server: all of one kind in one line of drawing. The table beside it says the same: this is for the eye. */
export function TrendChart({ title, months, judged, good }: TrendChartProps) {
  const most = Math.max(1, ...judged.map((many) => many ?? 0))
  const step = WIDE / Math.max(1, months.length)
  const tall = (many: number): number => Math.max(many > 0 ? 2 : 0, Math.round((many / most) * (HIGH - 4)))
  const bars = (height: (index: number) => number): string => months.map((_, index) => {
    const high = height(index)
    return high === 0 ? '' : `M${near(index * step + 2)} ${HIGH - high}h${near(step - 4)}v${high}h${near(4 - step)}z`
  }).join('')
  const all = (is: (goodOf: Shown | undefined) => boolean) => (index: number): number => (judged[index] != null && is(good?.[index]) ? tall(judged[index]) : 0)
  const drawn: readonly (readonly [string, string, number])[] = good === null ? [['fill-blue', bars(all(() => true)), 0]] : [
    ['fill-line stroke-edge', bars(all((of) => of === null)), 1], ['fill-paper stroke-red', bars(all((of) => of !== null)), 1],
    ['fill-blue', bars((index) => (judged[index] == null || good[index] == null ? 0 : tall(Math.min(good[index], judged[index])))), 0],
  ]
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH + FOOT}`} className="block w-full max-w-md" role="img" aria-label={`${title}: ${months.length} months as bars, the highest ${most}. The table says each.`}>
      <path d={`M0 ${HIGH}h${WIDE}`} className="stroke-edge" />
      {drawn.map(([look, path, line]) => (path === '' ? null : <path key={look} d={path} className={look} strokeWidth={line} />))}
      {months.map(({ month }, index) => (judged[index] === null ? <text key={month} x={near(index * step + step / 2)} y={HIGH - 4} textAnchor="middle" className="fill-ink-2" fontSize="12">·</text> : null))}
      {months.map(({ month, words }, index) => (index === 0 || index === months.length - 1 || index === 6
        ? <text key={month} x={near(index === 0 ? 0 : index === months.length - 1 ? WIDE : index * step + step / 2)} y={HIGH + 13} textAnchor={index === 0 ? 'start' : index === months.length - 1 ? 'end' : 'middle'} className="fill-ink-2" fontSize="11">{words}</text> : null))}
    </svg>
  )
}
