/** Dated sets of values of the policy: `packInForce`, `packNamed`, `withOverlay`, and typed reading of a value. */
export type { Adoption } from './catalogue'
export { BASELINE, packInForce, packNamed, packNames, UnknownPack } from './catalogue'
export type { Overlay } from './overlay'
export { LoosensPolicy, withOverlay } from './overlay'
export type { DurationParameter, NumberParameter, Pack, ParameterId, Parameters, WordsParameter } from './pack'
export { DURATION_PARAMETERS, durationOf, isDurationParameter, isNumberParameter, isWordsParameter, numberOf, PARAMETER_IDS, wordsOf } from './pack'
export type { Parameter } from './parameter'
