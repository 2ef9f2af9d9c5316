import type { Duration } from '../calendar/duration'
import type { PlainDate } from '../calendar/london'
import { DURATIONS, NUMBERS, WORDS } from './mps-2016'
import type { Parameter } from './parameter'

export type DurationParameter = keyof typeof DURATIONS
export type NumberParameter = keyof typeof NUMBERS
export type WordsParameter = keyof typeof WORDS
export type ParameterId = DurationParameter | NumberParameter | WordsParameter

export type Parameters =
  & { readonly [K in DurationParameter]: Parameter<Duration> }
  & { readonly [K in NumberParameter]: Parameter<number> }
  & { readonly [K in WordsParameter]: Parameter<readonly string[]> }

/** A dated set of values. `to` null: until further notice. */
export interface Pack {
  /** 'mps-2016', or the packs adopted one upon the other over the baseline: 'app-2017+wt-2023'. */
  readonly id: string
  readonly version: string
  readonly title: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  /** What this pack changes against the one below it, in words. */
  readonly changes: readonly string[]
  readonly parameters: Parameters
}

/** The duration of a parameter. Throws TypeError when the parameter holds none. */
export function durationOf(pack: Pack, id: ParameterId): Duration {
  if (!isDurationParameter(id)) throw new TypeError(`"${id}" is no duration`)
  return pack.parameters[id].value
}

/** The number of a parameter. Throws TypeError when the parameter holds none. */
export function numberOf(pack: Pack, id: ParameterId): number {
  if (!isNumberParameter(id)) throw new TypeError(`"${id}" is no number`)
  return pack.parameters[id].value
}

/** The words of a parameter. Throws TypeError when the parameter holds none. */
export function wordsOf(pack: Pack, id: ParameterId): readonly string[] {
  if (!isWordsParameter(id)) throw new TypeError(`"${id}" holds no words`)
  return pack.parameters[id].value
}

export const isDurationParameter = (id: string): id is DurationParameter => Object.hasOwn(DURATIONS, id)
export const isNumberParameter = (id: string): id is NumberParameter => Object.hasOwn(NUMBERS, id)
export const isWordsParameter = (id: string): id is WordsParameter => Object.hasOwn(WORDS, id)

export const DURATION_PARAMETERS = Object.keys(DURATIONS).filter(isDurationParameter)
export const PARAMETER_IDS: readonly ParameterId[] = [...DURATION_PARAMETERS, ...Object.keys(NUMBERS).filter(isNumberParameter), ...Object.keys(WORDS).filter(isWordsParameter)]
