import { refusalsOf } from '@/lib/policy/gates'
import type { Refusal } from '@/lib/policy/rule'
import { historyOf, type Line } from './story'

/** What policy refuses of the last line of a story, the lines before it being on record. */
export function refusedAtTheEnd(...lines: readonly Line[]): Refusal[] {
  const history = historyOf(lines)
  const asked = history.events.at(-1)
  if (asked === undefined) throw new Error('A story has at least one line')
  return refusalsOf(asked, { ...history, events: history.events.slice(0, -1) })
}

export const rulesAtTheEnd = (...lines: readonly Line[]): string[] => refusedAtTheEnd(...lines).map((refusal) => refusal.rule)
