import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { londonDate, plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import { measureOf, MEASURES as CATALOGUE, targetOn, type Measure as Catalogued } from '@/lib/policy/measures/catalogue'
import { LONDON, standingTarget, type LocalTarget, type StandingTarget } from '@/lib/policy/measures/local-targets'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import { CITY } from './count'
import { isDuty, MEASURES, type DutyMeasure } from './measures'
import { METRICS } from './metrics'

/** The targets that boroughs and London set for themselves, as on record at `known`: asked again, the same for ever. */
export async function localTargets(tx: Tx, known: Date): Promise<LocalTarget[]> {
  const rows = await tx.$queryRaw<{ borough: string; measure: string; value: number | null; from_date: string; recorded_at: Date }[]>`
    SELECT t.borough, t.measure, t.value, t.from_date::text, t.recorded_at FROM local_target t
    WHERE t.recorded_at <= ${known}::timestamptz AND NOT EXISTS (SELECT 1 FROM local_target_withdrawal w WHERE w.target_id = t.id AND w.recorded_at <= ${known}::timestamptz)`
  return rows.map((row) => ({ borough: row.borough, measure: row.measure, value: row.value, from: plainDate(row.from_date), recordedAt: row.recorded_at }))
}

/** What may have a target of one’s own: shares that are counted here, and figures from outside that the catalogue knows. */
export interface Targeted {
  readonly id: string
  readonly title: string
  readonly clause: string
  readonly better: 'higher' | 'lower'
  readonly unit: 'per cent' | 'count'
  readonly catalogue: Catalogued | null
}

const cataloguedAs = ({ catalogue }: Pick<DutyMeasure, 'catalogue'>): Catalogued | null => (catalogue === undefined ? null : CATALOGUE.find((one) => one.id === catalogue) ?? measureOf(catalogue))

export const TARGETED: readonly Targeted[] = [
  ...MEASURES.filter(isDuty).map((measure): Targeted => ({ id: measure.id, title: measure.title, clause: measure.clause, better: 'higher', unit: 'per cent', catalogue: cataloguedAs(measure) })),
  ...METRICS.flatMap((metric): Targeted[] => {
    const known = CATALOGUE.find(({ id }) => id === metric.id)
    return known === undefined ? [] : [{ id: metric.id, title: metric.title, clause: metric.clause, better: known.better, unit: metric.unit, catalogue: known }]
  }),
]
export const targetedCalled = (id: string): Targeted | null => TARGETED.find((one) => one.id === id) ?? null

/** What a figure of this measure is held against on a day; `carried`: a target that the figure itself came with, in the catalogue’s place. */
export function targetFor(targeted: Targeted, borough: string | null, on: PlainDate, locals: readonly LocalTarget[], carried: number | null = null): StandingTarget | null {
  return standingTarget(targeted.better, carried ?? (targeted.catalogue === null ? null : targetOn(targeted.catalogue, on)), locals, targeted.id, borough, on, CITY)
}

/** The same of a share that is counted here, as at the moment. */
export function targetOfDuty(measure: DutyMeasure, borough: string | null, at: Date, locals: readonly LocalTarget[]): StandingTarget | null {
  const targeted = targetedCalled(measure.id)
  return targeted === null ? null : targetFor(targeted, borough, londonDate(at), locals)
}

/** 'set by Merton, since 1 Dec 2026', 'set for London, since 1 Dec 2026'; null of the catalogue’s. */
export const targetByWords = (target: StandingTarget | null): string | null =>
  (target?.by == null ? null : `set ${target.by.borough === LONDON ? 'for London' : `by ${boroughWords(target.by.borough)}`}, since ${bornWords(target.by.from)}`)

/** '98%', '12'. */
export const targetWords = ({ unit }: Pick<Targeted, 'unit'>, value: number): string => `${value.toLocaleString('en-GB')}${unit === 'per cent' ? '%' : ''}`
