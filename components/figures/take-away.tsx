import type { Asked } from '@/lib/figures/view'
import { figureHref } from './address'

/** A table that is of no stretch and no day. */
const OF_ALL: Asked = { period: 'year', borough: null, day: null }

/** The tables of this page as files, for whoever may take them away: each is written to the reading log. */
export function TakeAway({ asked = OF_ALL, table, keep = {} }: { readonly asked?: Asked; readonly table: 'figures' | 'boroughs' | 'list' | 'since' | 'recorded' | 'targets' | 'exploitation'; readonly keep?: Readonly<Record<string, string | null>> }) {
  const href = (format: string): string => figureHref('/figures/export', asked, { ...keep, table, format })
  return <p className="bar"><span>Take these tables away, which is put on record:</span> <a href={href('csv')}>CSV</a> <a href={href('ods')}>ODS spreadsheet</a></p>
}
