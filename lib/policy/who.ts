import { listOf, textOf, type PolicyEvent } from './events'

const POLICE = /police|officer|constable|detective|sergeant|inspector|superintendent|commander|\bpc\b|\bd[cs]\b|\bdi\b|cait|sapphire|soit|jigsaw|paladin|soeca|\bmpu\b/i
/** Of other agencies, though "officer" is in the name. */
const NOT_POLICE = /probation|housing|youth offending|welfare|attendance|health|fire|social work|social care/i
const SOCIAL_CARE = /csc|social/i
const BOTH = /\b(both|joint|jointly)\b/i

/** Who did something, in the words of the record; null where it is not known. */
export interface Doer {
  readonly words: string
  readonly police: boolean
  readonly socialCare: boolean
}

/** Who did it, from `by`: one name or a list. Null: not known. */
export function doerOf(event: PolicyEvent, key = 'by'): Doer | null {
  const names = listOf(event, key)
  const text = textOf(event, key)
  const all = names.length > 0 ? names : text === null ? [] : text.split(/\band\b|,|\+|&/i)
  if (all.length === 0) return null
  const words = names.length > 0 ? names.join(' and ') : text ?? ''
  const both = BOTH.test(words)
  return { words, police: both || all.some(isPolice), socialCare: both || all.some((name) => SOCIAL_CARE.test(name)) }
}

/** One of the police, by the words for them. */
export const isPolice = (words: string): boolean => POLICE.test(words) && !NOT_POLICE.test(words)

const BELOW_INSPECTOR = /\b(pc|dc|constable|sergeant|ds|ps|skipper|staff)\b/i
const INSPECTOR_OR_ABOVE = /inspector|superintendent|commander|\bd?i\b|\bd?c?i\b|\bd?supt\b|senior|head of|director/i

/** Inspector or above? Null where the rank is not known: that is never held against an act. */
export function isInspectorOrAbove(rank: string | null): boolean | null {
  if (rank === null) return null
  if (INSPECTOR_OR_ABOVE.test(rank)) return true
  return BELOW_INSPECTOR.test(rank) ? false : null
}

/** A supervisor by the words for one: a sergeant or above, a manager, a supervisor. */
export const isSupervisor = (words: string | null): boolean =>
  words !== null && (/supervisor|sergeant|\bds\b|\bps\b|manager|team leader/i.test(words) || isInspectorOrAbove(words) === true)
