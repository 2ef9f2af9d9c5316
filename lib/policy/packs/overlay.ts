/** A borough may tighten a pack, never loosen it (DESIGN section 2). */
import { dueAfter, durationWords, type Duration } from '../calendar/duration'
import { addDays, endOfLondonDay, plainDate, startOfLondonDay } from '../calendar/london'
import { isDurationParameter, isNumberParameter, isWordsParameter, type DurationParameter, type NumberParameter, type Pack, type ParameterId, type Parameters, type WordsParameter } from './pack'
import type { Parameter } from './parameter'

export interface Overlay {
  /** Who tightens: a borough's code. */
  readonly id: string
  readonly version: string
  readonly values:
    & { readonly [K in DurationParameter]?: Duration }
    & { readonly [K in NumberParameter]?: number }
    & { readonly [K in WordsParameter]?: readonly string[] }
}

/** An overlay that would loosen a value of the pack, or name none of its values. */
export class LoosensPolicy extends Error {
  constructor(readonly parameter: string, readonly clause: string | null, detail: string) {
    super(clause === null ? `No parameter "${parameter}"` : `"${parameter}" (clause ${clause}) may only be tightened: ${detail}`)
    this.name = 'LoosensPolicy'
  }
}

/** The pack with the overlay's values. Throws LoosensPolicy where one is not at least as tight as the pack's. */
export function withOverlay(pack: Pack, overlay: Overlay): Pack {
  const parameters: { -readonly [K in keyof Parameters]: Parameters[K] } = { ...pack.parameters }
  for (const [id, value] of Object.entries(overlay.values)) {
    if (value === undefined) continue
    if (isDurationParameter(id)) parameters[id] = tightened(id, pack.parameters[id], isDuration(value) ? value : null)
    else if (isNumberParameter(id)) parameters[id] = tightened(id, pack.parameters[id], typeof value === 'number' ? value : null)
    else if (isWordsParameter(id)) parameters[id] = tightened(id, pack.parameters[id], typeof value !== 'number' && !isDuration(value) ? value : null)
    else throw new LoosensPolicy(id, null, '')
  }
  return { ...pack, version: `${pack.version}+${overlay.id}.${overlay.version}`, parameters }
}

/** `value` null: a value of another kind than the parameter's. */
function tightened<V extends Duration | number | readonly string[]>(id: ParameterId, base: Parameter<V>, value: V | null): Parameter<V> {
  if (value === null) throw new LoosensPolicy(id, base.clause, `it holds ${say(base.value)} and nothing of another kind`)
  if (!isAtLeastAsTight(base, value)) throw new LoosensPolicy(id, base.clause, `${say(value)} is not within ${say(base.value)}`)
  return { ...base, value }
}

function isAtLeastAsTight(base: Parameter, value: Duration | number | readonly string[]): boolean {
  const old = base.value
  if (typeof old === 'number' || typeof value === 'number') {
    if (typeof old !== 'number' || typeof value !== 'number' || !Number.isFinite(value)) return false
    return base.tighter === 'higher' ? value >= old : value <= old
  }
  if (isDuration(old) || isDuration(value)) {
    if (!isDuration(old) || !isDuration(value)) return false
    return base.tighter === 'longer' ? neverLater(old, value) : neverLater(value, old)
  }
  if (base.tighter === 'fewer') return value.length > 0 && value.every((word) => old.includes(word))
  if (base.tighter === 'more') return old.every((word) => value.includes(word))
  const scale = base.scale ?? []
  const [step] = value
  const [floor] = old
  return value.length === 1 && step !== undefined && floor !== undefined && scale.includes(step) && scale.indexOf(step) >= scale.indexOf(floor)
}

/**
 * Whether `a` never falls due later than `b`. Durations of one unit compare by count. Others are tried at the first and the
 * last instant of every day of the years tried, where a day-end clock steps and an elapsed clock is at its extremes: a
 * duration that is shorter on most days and longer over an Easter would otherwise loosen the policy unseen.
 */
function neverLater(a: Duration, b: Duration): boolean {
  if (a.unit === 'given' || b.unit === 'given') return a.unit === b.unit
  if (!isCount(a) || !isCount(b)) return false
  if (a.unit === b.unit) return a.unit === 'same-day' || (b.unit !== 'same-day' && a.n <= b.n)
  for (let day = FIRST_TRIED; day < LAST_TRIED; day = addDays(day, 1)) {
    for (const start of [startOfLondonDay(day), new Date(endOfLondonDay(day).getTime() - 1)]) {
      if (dueAfter(start, a).dueAt.getTime() > dueAfter(start, b).dueAt.getTime()) return false
    }
  }
  return true
}

const FIRST_TRIED = plainDate('2018-01-01')
const LAST_TRIED = plainDate('2024-01-01')

/** Not zero, not a fraction, and short enough to be tried within the holiday data. */
function isCount(d: Duration): boolean {
  return d.unit === 'same-day' || d.unit === 'given' || (Number.isInteger(d.n) && d.n > 0 && (d.unit !== 'working-days' || d.n <= 1000))
}

function isDuration(value: Duration | number | readonly string[]): value is Duration {
  return typeof value === 'object' && 'unit' in value
}

function say(value: Duration | number | readonly string[]): string {
  if (typeof value === 'number') return String(value)
  return isDuration(value) ? durationWords(value) : value.join(', ')
}
