'use client'

import type { ReactNode } from 'react'
import type { Asked, Shown } from '@/lib/figures/view'
import { TrendChart } from '../charts/trend-chart'
import { listHref } from './address'
import type { MonthName, TrendLine } from './lines'
import { Hidden, manyOf, numberWords } from './numbers'

interface TrendMonthsProps {
  readonly trends: readonly TrendLine[]
  readonly months: readonly MonthName[]
  readonly asked: Asked
}

/** A component of the browser for what DutyRows says: twelve months of thirty measures are seven hundred links. */
export function TrendMonths({ trends, months, asked }: TrendMonthsProps) {
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-2 xl:grid-cols-3 print:grid-cols-2">
      {trends.map((trend) => (
        <section key={trend.measure} aria-label={trend.title}>
          <h3>{trend.title}</h3>
          <TrendChart title={trend.title} months={months} judged={trend.judged.map((many, index) => many ?? trend.done[index] ?? null)} good={trend.duties ? trend.good : null} />
          <details>
            <summary className="print:hidden">Month by month<span className="sr-only">{`: ${trend.title}`}</span></summary>
            <div className="in"><Months trend={trend} months={months} asked={asked} /></div>
          </details>
        </section>
      ))}
    </div>
  )
}

/**
 * A table of figures as components/ui/table makes them, with nothing repeated in its cells: it keeps its columns on a phone and is a table to everybody
 * without being called one, and what its cells have in common is said once. Seven hundred cells are half of what the server does for a dashboard.
 */
function Months({ trend, months, asked }: { readonly trend: TrendLine; readonly months: readonly MonthName[]; readonly asked: Asked }) {
  const caption = `${trend.title}, month by month`
  const href = trend.listed ? listHref(asked, asked.borough, trend.measure) : null
  const many = (value: Shown | undefined, month: MonthName, part: string | undefined, about: string): ReactNode =>
    manyOf(value ?? null, href === null ? null : () => href(part, month.month), `${about}, ${month.words}: ${trend.title}`, 'of-table')
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table [&_td]:text-right [&_td]:tabular-nums [&_a]:inline-block [&_a]:min-h-6">
        <caption className="sr-only">{caption}</caption>
        <thead>{trend.duties ? <tr><th scope="col">Month begun in</th><th scope="col" className="num">In time</th><th scope="col" className="num">in time</th><th scope="col" className="num">of</th></tr> : <tr><th scope="col">Month</th><th scope="col" className="num">How many</th></tr>}</thead>
        <tbody>
          {months.map((month, index) => (trend.duties
            ? <tr key={month.month}><th scope="row">{month.words}</th><td>{trend.share[index] ?? (trend.judged[index] === 0 ? 'none judged' : <Hidden />)}</td><td>{many(trend.good[index], month, 'in-time', 'in time')}</td><td>{trend.done[index] == null ? many(trend.judged[index], month, 'judged', 'judged') : `${numberWords(trend.done[index])} done`}</td></tr>
            : <tr key={month.month}><th scope="row">{month.words}</th><td>{many(trend.judged[index], month, undefined, 'counted')}</td></tr>))}
        </tbody>
      </table>
    </div>
  )
}
