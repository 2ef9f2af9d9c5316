import type { FormDraft } from '@/components/ui/form-draft'
import { readTypedDate } from '@/lib/wording/london-input'
import { PERIODS, type Period } from './moments'

export type Params = Readonly<Record<string, string | string[] | undefined>>

interface Read {
  readonly period: Period
  readonly borough: string | null
  readonly day: string | null
  /** The boxes of the day as they were typed, where no day can be read from them. */
  readonly dayTyped: FormDraft | null
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
    period: PERIODS.find((period) => period === one('period')) ?? 'year', borough: one('borough'), ...dayOf(one), which: one('of'), measure: one('measure'), part: one('part'), month: one('month'), after: one('after') ?? undefined,
  }
}

/** The day as a link of ours gives it, or from the boxes of the form. */
function dayOf(one: (name: string) => string | null): Pick<Read, 'day' | 'dayTyped'> {
  const [day, month, year] = [one('at-day') ?? '', one('at-month') ?? '', one('at-year') ?? '']
  if (day === '' && month === '' && year === '') return { day: one('at'), dayTyped: null }
  const read = readTypedDate({ day, month, year }, 'The day')
  return read.ok ? { day: read.value, dayTyped: null } : { day: null, dayTyped: { values: { 'at-day': day, 'at-month': month, 'at-year': year }, problems: [{ field: 'at', message: read.message }], refusals: [] } }
}
