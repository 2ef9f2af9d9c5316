import { answerOf } from '../events'
import type { Gate } from './gate'

/** gov-training: the case is not given to somebody known not to be trained for it, unless one who is signs with them (HMIC 2016 L4045–4047). */
export const allocationUntrained: Gate = {
  id: 'allocation-untrained',
  clause: 'gov-training',
  kinds: ['case-allocated'],
  refuses(event) {
    if (answerOf(event, 'trained') !== false || answerOf(event, 'co_signed') === true) return null
    return {
      field: 'trained', says: 'The worker named is not trained for this work.',
      wayForward: 'Name a trained worker, or have a trained supervisor sign the allocation with them.',
    }
  },
}
