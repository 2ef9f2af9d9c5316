import { londonDate } from '../calendar/london'
import { textOf, type PolicyEvent } from '../events'
import { betterBy, measureOf, targetOn } from './catalogue'

/** A number as it was recorded: '95', 60.8, or of a range in words ('120-140') the lower end, which is all that is certain. */
export function figureOf(event: PolicyEvent, key = 'value'): number | null {
  const said = event.detail[key]
  if (typeof said === 'number') return Number.isFinite(said) ? said : null
  const first = typeof said === 'string' ? /\d+(\.\d+)?/.exec(said.replaceAll(',', ''))?.[0] : undefined
  return first === undefined ? null : Number(first)
}

export interface Missed {
  readonly metric: string
  readonly value: number
  readonly target: number
  readonly better: 'higher' | 'lower'
  readonly clause: string
}

/** The target that a recorded figure missed: the one it carries, else that of its measure on the day; null where it met it or has none. */
export function missedTarget(event: PolicyEvent): Missed | null {
  const metric = textOf(event, 'metric')
  const value = figureOf(event)
  if (event.kind !== 'measurement' || metric === null || value === null) return null
  const measure = measureOf(metric)
  const better = measure?.better ?? betterBy(metric)
  const target = figureOf(event, 'target') ?? (measure === null ? null : targetOn(measure, londonDate(event.at)))
  if (better === null || target === null) return null
  // "Fewer than 65": at the mark a share that should be below it has missed it.
  const missed = better === 'higher' ? value < target : measure?.id === 'bail-over-90' ? value >= target : value > target
  return missed ? { metric, value, target, better, clause: measure?.clause ?? 'kpi-any' } : null
}
