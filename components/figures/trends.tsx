import type { Asked, Trend } from '@/lib/figures/view'
import { askedOf, monthNames, trendLine } from './lines'
import { TrendMonths } from './trend-months'

/** Month by month: a picture for the eye, and the same in a table for everybody. All trends are of the same months. */
export function Trends({ trends, asked }: { readonly trends: readonly Trend[]; readonly asked: Asked }) {
  if (trends.length === 0) return <p className="none">Nothing was counted in these twelve months.</p>
  return <TrendMonths trends={trends.map(trendLine)} months={monthNames(trends)} asked={{ ...askedOf(asked), period: 'year' }} />
}
