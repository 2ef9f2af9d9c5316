import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isDuty, type DutyMeasure, type FactMeasure, type Measure } from './measures'
import type { Moments } from './moments'

/** The City has a police force of its own and is counted apart (conflict 14.35). */
export const CITY = 'city-of-london'

export interface DutyRow {
  readonly measure: string
  readonly level: 'all-part' | 'borough-part' | 'month-part' | 'borough' | 'all'
  readonly force: 'met' | 'city'
  readonly borough: string | null
  readonly month: string | null
  readonly part: string | null
  readonly not_quorate: boolean | null
  readonly many: number
  readonly median: number | null
  readonly worst: number | null
  readonly oldest: number | null
}

export interface FactRow {
  readonly measure: string
  readonly level: 'borough-part' | 'month-part'
  readonly force: 'met' | 'city'
  readonly borough: string | null
  readonly month: string | null
  readonly many: number
}

/** The declaration as the database takes it. */
export const declared = (measures: readonly Measure[]): string => JSON.stringify(measures.map((measure) => (isDuty(measure)
  ? { id: measure.id, alerts: measure.alerts, basis: measure.basis ?? null, merged: measure.merged === true, byReferral: measure.byReferral === true, meeting: measure.meeting ?? null }
  : { id: measure.id, kind: measure.kind, words: measure.words ?? null, latest: measure.latest === true })))

/**
 * All of these in one statement, counted without knowing whose, in the boroughs whose figures the actor may see. `parts`: the boroughs whose own
 * counts are wanted beside those of all together; `lines`: those whose own middle, worst and oldest.
 */
export async function dutyCounts(tx: Tx, measures: readonly DutyMeasure[], { from, at, known }: Moments, boroughs: readonly string[], parts: readonly string[] = boroughs, lines: readonly string[] = parts): Promise<DutyRow[]> {
  if (measures.length === 0) return []
  // What ended without being met is in no figure: a quarter of the rows.
  return tx.$queryRaw<DutyRow[]>`
    SELECT * FROM figure_duty_counts(${declared(measures)}::jsonb, ${from}::timestamptz, ${at}::timestamptz, ${known}::timestamptz, ${[...boroughs]}::text[], ${[...parts]}::text[], ${[...lines]}::text[]) AS f
    WHERE f.part IS NULL OR f.part NOT IN ('ended', 'ended-late')`
}

export async function factCounts(tx: Tx, measures: readonly FactMeasure[], { from, at, known }: Moments, boroughs: readonly string[]): Promise<FactRow[]> {
  if (measures.length === 0) return []
  return tx.$queryRaw<FactRow[]>`SELECT * FROM figure_fact_counts(${declared(measures)}::jsonb, ${from}::timestamptz, ${at}::timestamptz, ${known}::timestamptz, ${[...boroughs]}::text[])`
}
