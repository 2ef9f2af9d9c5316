import { counted } from './lists'

/** How a stretch of elapsed time is said. Rounds down: nobody is told that they have a minute which they do not have. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** '9 min', '1 h 12 min', '2 days 3 h', '17 days'. Under a minute: 'less than a minute'. `ms` is taken as positive. */
export function spanWords(ms: number): string {
  const span = Math.abs(ms)
  if (span < MINUTE_MS) return 'less than a minute'
  if (span < HOUR_MS) return `${Math.floor(span / MINUTE_MS)} min`
  if (span < DAY_MS) return pair(`${Math.floor(span / HOUR_MS)} h`, Math.floor((span % HOUR_MS) / MINUTE_MS), 'min')
  const days = Math.floor(span / DAY_MS)
  if (days >= 7) return counted(days, 'day')
  return pair(counted(days, 'day'), Math.floor((span % DAY_MS) / HOUR_MS), 'h')
}

const pair = (first: string, second: number, unit: string): string => (second === 0 ? first : `${first} ${second} ${unit}`)

/** '2 days 3 h ago', 'just now'; for an instant ahead, 'in 38 min'. */
export function agoWords(at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime()
  if (Math.abs(ms) < MINUTE_MS) return 'just now'
  return ms > 0 ? `${spanWords(ms)} ago` : `in ${spanWords(ms)}`
}
