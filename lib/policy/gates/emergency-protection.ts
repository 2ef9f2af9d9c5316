import { isOrderExtended, isOrderMade, longestExtension, longestOrder, standingOrder } from '../emergency-protection'
import { instantOf, isAfter } from '../events'
import type { Gate } from './gate'

/** epo-8d, epo-after-pp: no order is recorded as running longer than a court can make it. */
export const orderOverEightDays: Gate = {
  id: 'emergency-protection-over-8d',
  clause: 'epo-8d',
  kinds: ['emergency-protection-order'],
  refuses(event, history) {
    const until = instantOf(event, 'until')
    if (!isOrderMade(event) || until === null || until.getTime() <= longestOrder(event, history).dueAt.getTime()) return null
    return {
      field: 'until', says: 'An emergency protection order runs for eight days at most, beginning with the day of the order, or of the police protection it follows.',
      wayForward: 'Read the date on the order again. What keeps the child longer is an extension, once, or an interim care order.',
    }
  },
}

/** epo-extend: one extension, of seven days at most, of an order that stands. */
export const orderExtendedOnce: Gate = {
  id: 'emergency-protection-extension',
  clause: 'epo-extend',
  kinds: ['emergency-protection-order'],
  refuses(event, history) {
    if (!isOrderExtended(event)) return null
    const order = standingOrder(event, history)
    if (order === null) return { says: 'There is no emergency protection order that stands to extend.', wayForward: 'Record the order that was made.' }
    if (history.events.some((earlier) => isOrderExtended(earlier) && isAfter(earlier, order) && earlier.id !== event.id)) {
      return { says: 'The order was extended once already.', wayForward: 'It can be extended once only: apply for an interim care order.' }
    }
    const until = instantOf(event, 'until')
    if (until === null || until.getTime() <= longestExtension(event, order, history).getTime()) return null
    return {
      field: 'until', says: 'An emergency protection order is extended by seven days at most.',
      wayForward: 'Read the date on the order again, or apply for an interim care order.',
    }
  },
}
