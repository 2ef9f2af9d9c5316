import { concernOf } from '../concerns'
import { answerOf, listOf, textOf, type PolicyEvent } from '../events'
import { categoryAt } from '../exploitation/category'
import { trainedFor } from '../exploitation/routing'
import { closesMatter } from '../matter'
import { knownAt } from '../missing/as-known'
import type { History } from '../rule'
import type { Gate } from './gate'

/**
 * gov-training: the case is not given to somebody known not to be trained for it, unless one who is signs with them (HMIC 2016 L4045–4047). Exploitation
 * and image cases ask for training of their own, where what the worker is trained for is said.
 */
export const allocationUntrained: Gate = {
  id: 'allocation-untrained',
  clause: 'gov-training',
  kinds: ['case-allocated'],
  refuses(event, history) {
    if ((answerOf(event, 'trained') !== false && !lacksTraining(event, history)) || isCoSigned(event)) return null
    return {
      field: 'trained', says: 'The worker named is not trained for this work.',
      wayForward: 'Name a trained worker, or have a trained supervisor sign the allocation with them.',
    }
  },
}

/** Trained for other work than the case asks for. Where the training is not listed it is not known. */
function lacksTraining(event: PolicyEvent, history: History): boolean {
  if (!Array.isArray(event.detail['trained_for'])) return false
  const training = listOf(event, 'trained_for')
  const { events } = knownAt(event, history)
  const matter = events.slice(events.findLastIndex((one) => one.id !== event.id && closesMatter(one, history)) + 1)
  const exploited = (categoryAt(event, history)?.category ?? 0) >= 1 || matter.some((one) => ['cse', 'online-cse'].includes(concernOf(one) ?? '')) || /exploit|\bcse\b/i.test(textOf(event, 'team') ?? '')
  if (exploited && !trainedFor(training, 'exploitation')) return true
  return matter.some((one) => concernOf(one) === 'indecent-images') && !trainedFor(training, 'images')
}

/** Said with yes, or by naming who signs with them. */
const isCoSigned = (event: PolicyEvent): boolean =>
  ['co_signed', 'co_sign', 'cosigned'].some((key) => answerOf(event, key) === true) || ['co_signed_by', 'co_sign', 'co_signed'].some((key) => textOf(event, key) !== null)
