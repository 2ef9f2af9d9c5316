import type { Asked, MonthPoint, Trend } from '@/lib/figures/view'
import { TrendChart } from '../charts/trend-chart'
import { Table, type Column } from '../ui/table'
import { Hidden, Many } from './numbers'

/** Month by month: a picture for the eye, and the same in a table for everybody. */
export function Trends({ trends, asked }: { readonly trends: readonly Trend[]; readonly asked: Asked }) {
  if (trends.length === 0) return <p className="none">Nothing was counted in these twelve months.</p>
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-2 xl:grid-cols-3">
      {trends.map((trend) => (
        <section key={trend.measure} aria-label={trend.title}>
          <h3>{trend.title}</h3>
          <TrendChart title={trend.title} months={trend.months} duties={trend.duties} />
          <details>
            <summary>Month by month<span className="sr-only">: {trend.title}</span></summary>
            <div className="in"><Table caption={`${trend.title}, month by month`} columns={columnsOf(trend, asked)} rows={trend.months} rowKey={(month) => month.month} stack={false} /></div>
          </details>
        </section>
      ))}
    </div>
  )
}

function columnsOf(trend: Trend, asked: Asked): readonly Column<MonthPoint>[] {
  const many = (month: MonthPoint, value: MonthPoint['judged'], part: string | undefined, about: string) =>
    <Many many={value} listed={trend.listed} asked={{ ...asked, period: 'year' }} measure={trend.measure} borough={asked.borough} part={part} month={month.month} about={`${about}, ${month.words}: ${trend.title}`} />
  const first: Column<MonthPoint> = { key: 'month', head: 'Month begun in', kind: 'row', cell: (month) => month.words }
  if (!trend.duties) return [{ ...first, head: 'Month' }, { key: 'many', head: 'How many', kind: 'num', cell: (month) => many(month, month.judged, undefined, 'counted') }]
  return [
    first, { key: 'share', head: 'In time', kind: 'num', cell: (month) => month.share ?? (month.judged === 0 ? 'none judged' : <Hidden />) },
    { key: 'good', head: 'in time', kind: 'num', cell: (month) => many(month, month.good, 'in-time', 'in time') }, { key: 'judged', head: 'of', kind: 'num', cell: (month) => many(month, month.judged, 'judged', 'judged') },
  ]
}
