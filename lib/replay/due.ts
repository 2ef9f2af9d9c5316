import { endOfLondonDay, readPlainDate } from '@/lib/policy/calendar/london'
import type { CaseHistory, HistoryEvent } from './history'
import { readOffset } from './offset'

/** The date an action carries: an offset from t0, an instant, or a day (then its end). Null when none is given. */
export function dueOf(history: CaseHistory, event: HistoryEvent, key = 'due'): Date | null {
  const written = event.detail[key]
  if (typeof written !== 'string') return null
  const offset = readOffset(written)
  if (offset !== null) return new Date(history.t0.getTime() + offset)
  const day = readPlainDate(written)
  if (day !== null) return endOfLondonDay(day)
  const at = new Date(written)
  return Number.isNaN(at.getTime()) ? null : at
}
