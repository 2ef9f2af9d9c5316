import type { Gate } from './gate'

/** What a MASH decision must stand on: in the words of the entry, as the form's field, and as a person says it. */
const NEEDED: readonly (readonly [key: string, field: string, words: string])[] = [
  ['level_of_need', 'levelOfNeed', 'the level of need'], ['information_gathered', 'informationGathered', 'what was gathered from the agencies'],
  ['analysis', 'analysis', 'the analysis'], ['risk', 'risk', 'the risk'], ['mitigation', 'mitigation', 'what lessens the risk'],
]

/**
 * mash-min-info: a MASH enquiry is not closed on a feed from the police alone (HMIC 2016 L2352–2362, L2617–2628).
 * A key that is there and empty is known not to be done; an absent key is not known, and refuses nothing.
 */
export const mashMinimumInformation: Gate = {
  id: 'mash-information-missing',
  clause: 'mash-min-info',
  kinds: ['referral-decided'],
  refuses(event) {
    const missing = NEEDED.filter(([key]) => isEmpty(event.detail[key]))
    const [first] = missing
    if (first === undefined) return null
    return {
      field: first[1], says: `The decision does not say ${missing.map(([, , words]) => words).join(', ')}.`,
      wayForward: 'Record each of them, or say why it could not be had. A child in danger is protected first: choose immediate protection or a strategy discussion.',
    }
  },
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
