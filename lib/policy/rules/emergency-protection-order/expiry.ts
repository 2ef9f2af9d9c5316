import { isOrderEnded, isOrderExtended, isOrderMade, orderParameter, orderRunsOut } from '../../emergency-protection'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

const CLAUSES = {
  'emergency-protection-order': 'epo-8d', 'emergency-protection-order.after-police-protection': 'epo-after-pp', 'emergency-protection-order.extension': 'epo-extend',
} as const

/** epo-8d, epo-after-pp, epo-extend: nobody keeps a child under an order that has run out (Children Act 1989 s45). */
export const orderExpiry: TimescaleRule = {
  form: 'clock',
  id: 'emergency-protection-order/expiry',
  alert: 'emergency-protection-expiring',
  breach: true,
  title: 'Emergency protection order runs out',
  plain: 'An emergency protection order runs for eight days at most, beginning with the day it was made, or with the first day of the police protection whose designated officer asked for it. It is extended once, by seven days at most.',
  meets: 'The order discharged, extended, or followed by another.',
  clause: 'epo-8d',
  owedBy: 'csc',
  opens: 'each',
  parameters: ['emergency-protection-order'],
  starts(event, history) {
    const made = isOrderMade(event)
    if (!made && !isOrderExtended(event)) return null
    const parameter = made ? orderParameter(event) : 'emergency-protection-order.extension'
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, clause: CLAUSES[parameter], item: event.id,
      ...orderRunsOut(event, history), because: [made ? 'an emergency protection order was made' : 'the emergency protection order was extended'],
    }
  },
  stops(event) {
    if (isOrderEnded(event) || isOrderExtended(event)) return { how: 'met' }
    return isOrderMade(event) ? { how: 'ended', why: 'another-order' } : null
  },
}
