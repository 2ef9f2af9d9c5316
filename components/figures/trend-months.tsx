'use client'

import type { ReactNode } from 'react'
import type { Asked, Shown } from '@/lib/figures/view'
import { TrendChart } from '../charts/trend-chart'
import { Table, type Column } from '../ui/table'
import { listHref } from './address'
import type { MonthName, TrendLine } from './lines'
import { Hidden, manyOf } from './numbers'

interface TrendMonthsProps {
  readonly trends: readonly TrendLine[]
  readonly months: readonly MonthName[]
  readonly asked: Asked
}

/** A component of the browser for what DutyRows says: twelve months of thirty measures are seven hundred links. */
export function TrendMonths({ trends, months, asked }: TrendMonthsProps) {
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-2 xl:grid-cols-3">
      {trends.map((trend) => (
        <section key={trend.measure} aria-label={trend.title}>
          <h3>{trend.title}</h3>
          <TrendChart title={trend.title} months={months} judged={trend.judged} good={trend.duties ? trend.good : null} />
          <details>
            <summary>Month by month<span className="sr-only">{`: ${trend.title}`}</span></summary>
            <div className="in"><Table caption={`${trend.title}, month by month`} columns={columnsOf(trend, months, asked)} rows={months.map((_, index) => index)} rowKey={(index) => months[index]?.month ?? ''} stack={false} /></div>
          </details>
        </section>
      ))}
    </div>
  )
}

/** Each row is the place of its month. */
function columnsOf(trend: TrendLine, months: readonly MonthName[], asked: Asked): readonly Column<number>[] {
  const href = trend.listed ? listHref(asked, asked.borough, trend.measure) : null
  const many = (value: Shown | undefined, index: number, part: string | undefined, about: string): ReactNode =>
    manyOf(value ?? null, href === null ? null : () => href(part, months[index]?.month), `${about}, ${months[index]?.words ?? ''}: ${trend.title}`)
  const first: Column<number> = { key: 'month', head: 'Month begun in', kind: 'row', cell: (index) => months[index]?.words }
  if (!trend.duties) return [{ ...first, head: 'Month' }, { key: 'many', head: 'How many', kind: 'num', cell: (index) => many(trend.judged[index], index, undefined, 'counted') }]
  return [
    first, { key: 'share', head: 'In time', kind: 'num', cell: (index) => trend.share[index] ?? (trend.judged[index] === 0 ? 'none judged' : <Hidden />) },
    { key: 'good', head: 'in time', kind: 'num', cell: (index) => many(trend.good[index], index, 'in-time', 'in time') }, { key: 'judged', head: 'of', kind: 'num', cell: (index) => many(trend.judged[index], index, 'judged', 'judged') },
  ]
}
