import { numberOf, textOf } from '../events'
import type { Gate } from './gate'

/**
 * ref-search-first: a partner's form makes new records, and a decision taken on one of them alone is taken blind to what London
 * knows. `not_looked_for`: how many people of the referral nobody has looked for; not said refuses nothing. A child in danger is
 * protected first, and looked for after.
 */
export const lookedFor: Gate = {
  id: 'person-not-looked-for',
  clause: 'ref-search-first',
  kinds: ['referral-decided'],
  refuses(event) {
    const many = numberOf(event, 'not_looked_for') ?? 0
    if (many === 0 || textOf(event, 'outcome') === 'immediate-protection') return null
    return {
      says: `${many === 1 ? 'One person' : `${many} people`} of this referral ${many === 1 ? 'has' : 'have'} not been looked for among those known.`,
      wayForward: 'Look first, on this page: say that it is the same person as somebody known, or that it is none of them. A child in danger is protected first: choose immediate protection.',
    }
  },
}
