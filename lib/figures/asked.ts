import { PERIODS, type Period } from './moments'

export type Params = Readonly<Record<string, string | string[] | undefined>>

interface Read {
  readonly period: Period
  readonly borough: string | null
  readonly day: string | null
  readonly which: string | null
  readonly measure: string | null
  readonly part: string | null
  readonly month: string | null
  readonly after: string | undefined
}

/** The question that an address asks: what is not understood reads as not asked. */
export function questionOf(params: Params): Read {
  const one = (name: string): string | null => { const value = params[name]; return typeof value === 'string' && value !== '' && value.length <= 300 ? value : null }
  return {
    period: PERIODS.find((period) => period === one('period')) ?? 'year', borough: one('borough'), day: one('at'), which: one('of'), measure: one('measure'), part: one('part'), month: one('month'), after: one('after') ?? undefined,
  }
}
