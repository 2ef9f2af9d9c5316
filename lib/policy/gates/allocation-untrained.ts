import { answerOf, textOf, type PolicyEvent } from '../events'
import type { Gate } from './gate'

/** gov-training: the case is not given to somebody known not to be trained for it, unless one who is signs with them (HMIC 2016 L4045–4047). */
export const allocationUntrained: Gate = {
  id: 'allocation-untrained',
  clause: 'gov-training',
  kinds: ['case-allocated'],
  refuses(event) {
    if (answerOf(event, 'trained') !== false || isCoSigned(event)) return null
    return {
      field: 'trained', says: 'The worker named is not trained for this work.',
      wayForward: 'Name a trained worker, or have a trained supervisor sign the allocation with them.',
    }
  },
}

/** Said with yes, or by naming who signs with them. */
const isCoSigned = (event: PolicyEvent): boolean =>
  ['co_signed', 'co_sign', 'cosigned'].some((key) => answerOf(event, key) === true) || ['co_signed_by', 'co_sign', 'co_signed'].some((key) => textOf(event, key) !== null)
