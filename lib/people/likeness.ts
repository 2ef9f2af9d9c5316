/** What the search found to speak for two records being of one person. */
export interface Speaking {
  readonly name_score?: number
  readonly same_name?: boolean
  readonly spelled?: boolean
  readonly sounds?: boolean
  readonly born_how?: string | null
  readonly same_address?: boolean
  readonly same_telephone?: boolean
}

/** Whole years, or null where nobody knows. */
export interface Ages { readonly own: number | null; readonly theirs: number | null }

/** Callers guess an age; further apart than this it is no guess of the same one. */
const GUESSED_YEARS = 3

/**
 * How likely two records are of one person; null where it is not worth anybody's time. A family shares an address and a telephone, and a name alone is
 * anybody's: a name that is alike and something beside it speak for it, two things or the day of birth itself make it likely.
 */
export function likeness(found: Speaking, { own, theirs }: Ages): 'likely' | 'possible' | null {
  const score = found.name_score ?? 0
  const same = found.same_name === true || score >= 0.85
  if (!same && found.spelled !== true && found.sounds !== true && score < 0.6) return null
  const born = found.born_how ?? null
  if (born === null && own !== null && theirs !== null && Math.abs(own - theirs) > GUESSED_YEARS) return null
  const beside = [born !== null, found.same_address === true, found.same_telephone === true].filter(Boolean).length
  if (beside >= 2 || born === 'same' || (beside === 1 && same)) return 'likely'
  return beside === 1 || same ? 'possible' : null
}
