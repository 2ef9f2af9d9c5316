import type { MonthPoint } from '@/lib/figures/view'

interface TrendChartProps {
  readonly title: string
  readonly months: readonly MonthPoint[]
  /** Duties: the whole bar is judged, its dark part in time. Entries: one bar. */
  readonly duties: boolean
}

const [WIDE, HIGH, FOOT] = [336, 84, 18]

/** Twelve months as bars, drawn on the server. The table beside it says the same: this is for the eye. */
export function TrendChart({ title, months, duties }: TrendChartProps) {
  const most = Math.max(1, ...months.map((month) => month.judged ?? 0))
  const step = WIDE / Math.max(1, months.length)
  const tall = (many: number): number => Math.max(many > 0 ? 2 : 0, Math.round((many / most) * (HIGH - 4)))
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH + FOOT}`} className="block w-full max-w-md" role="img" aria-label={`${title}: ${months.length} months as bars, the highest ${most}. The table says each.`}>
      <line x1="0" x2={WIDE} y1={HIGH} y2={HIGH} className="stroke-edge" strokeWidth="1" />
      {months.map((month, index) => {
        const x = index * step + 2
        const width = step - 4
        if (month.judged === null) return <text key={month.month} x={x + width / 2} y={HIGH - 4} textAnchor="middle" className="fill-ink-2" fontSize="12">·</text>
        const [all, good] = [tall(month.judged), tall(Math.min(month.good ?? 0, month.judged))]
        return (
          <g key={month.month}>
            <rect x={x} y={HIGH - all} width={width} height={all} className={!duties ? 'fill-blue' : month.good === null ? 'fill-line stroke-edge' : 'fill-paper stroke-red'} strokeWidth={duties ? 1 : 0} />
            {duties && month.good !== null ? <rect x={x} y={HIGH - good} width={width} height={good} className="fill-blue" /> : null}
          </g>
        )
      })}
      {months.map((month, index) => (index === 0 || index === months.length - 1 || index === 6
        ? <text key={month.month} x={index * step + step / 2} y={HIGH + 13} textAnchor={index === 0 ? 'start' : index === months.length - 1 ? 'end' : 'middle'} dx={index === 0 ? -step / 2 : index === months.length - 1 ? step / 2 : 0} className="fill-ink-2" fontSize="11">{month.words}</text> : null))}
    </svg>
  )
}
