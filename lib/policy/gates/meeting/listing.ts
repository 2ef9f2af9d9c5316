import { answerOf, textOf, type PolicyEvent } from '../../events'
import { discussed } from '../../rules/meeting/discussion-first'
import { isGrown } from '../../rules/grown'
import type { Gate } from '../gate'

/** mase-gate: a child is listed with a strategy discussion behind it, or with a reason that opens one (HMIC 2016 L2606–2613). */
export const listingWithoutStrategy: Gate = {
  id: 'listing-without-strategy',
  clause: 'mase-gate',
  kinds: ['listed-for-meeting'],
  refuses(event, history) {
    if (!isOfAChild(event) || isGrown(event, history) || textOf(event, 'strategy_reference') !== null || textOf(event, 'override') !== null || answerOf(event, 'from_map') === true || discussed(event, history)) return null
    return {
      field: 'override', says: 'There is no strategy discussion about this child on record.',
      wayForward: 'Hold the strategy discussion first. Where the child cannot wait, say why: the child is listed and a discussion is opened at once.',
    }
  },
}

const isOfAChild = (event: PolicyEvent): boolean => !/adult|offender|suspect|place|location|theme/i.test(textOf(event, 'about') ?? textOf(event, 'item_kind') ?? 'child')
