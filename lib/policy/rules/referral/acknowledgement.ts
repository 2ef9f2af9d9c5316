import { sameReferral } from '../../decisions'
import { durationOf } from '../../packs'
import { referringAgency } from '../../referring-agency'
import { textOf } from '../../events'
import type { TimescaleRule } from '../../rule'
import { momentOf } from '../strategy-discussion/threshold'

/** ref-ack: the referrer is told that the referral arrived, in the same working day as the decision (Working Together, ch. 1). */
export const acknowledgement: TimescaleRule = {
  form: 'clock',
  id: 'referral/acknowledgement',
  alert: 'referral-acknowledgement-overdue',
  breach: true,
  title: 'Referral acknowledged to the referrer',
  plain: 'A professional who refers a child hears within one working day that the referral has arrived.',
  meets: 'An acknowledgement, or the outcome, sent to the referrer.',
  clause: 'ref-ack',
  owedBy: 'mash',
  opens: 'each',
  parameters: ['ref.ack'],
  starts(event, history) {
    if (event.kind !== 'referral-made' || referringAgency(textOf(event, 'referrer'), textOf(event, 'from')) === null) return null
    return {
      by: event, from: momentOf(event, 'received_at'), duration: durationOf(history.packAt(event), 'ref.ack'),
      parameter: 'ref.ack', because: ['a professional made a referral'], item: event.referralId ?? event.id,
    }
  },
  stops: (event, clock) =>
    ((event.kind === 'referral-acknowledged' || event.kind === 'referrer-told') && sameReferral(event, clock.by) ? { how: 'met' } : null),
}
