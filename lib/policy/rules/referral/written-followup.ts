import { sameReferral } from '../../decisions'
import { textOf } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** ref-written-followup: a referral by telephone is confirmed in writing; a reminder, never a block. */
export const writtenFollowUp: TimescaleRule = {
  form: 'clock',
  id: 'referral/written-followup',
  alert: 'referral-not-confirmed-in-writing',
  breach: false,
  title: 'Telephone referral confirmed in writing',
  plain: 'A referral made by telephone is confirmed in writing by the referrer. Nothing waits for it.',
  meets: 'The written confirmation recorded as received.',
  clause: 'ref-written-followup',
  owedBy: 'referrer',
  opens: 'each',
  parameters: ['ref.written-followup'],
  starts(event, history) {
    if (event.kind !== 'referral-made' || textOf(event, 'channel') !== 'telephone') return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'ref.written-followup'),
      parameter: 'ref.written-followup', because: ['the referral came by telephone'], item: event.referralId ?? event.id,
    }
  },
  stops: (event, clock) => (event.kind === 'record-updated' && textOf(event, 'about') === 'written-confirmation' && sameReferral(event, clock.by)
    ? { how: 'met' } : null),
}
