import { sameReferral } from '../../decisions'
import { textOf, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import { referringAgency } from '../../referring-agency'
import type { TimescaleRule } from '../../rule'

/**
 * ref-written-followup: a professional's referral by telephone is confirmed in writing; a reminder, never a block. A neighbour,
 * a parent or the child owes no letter, and police and social care write their own record of the call.
 */
export const writtenFollowUp: TimescaleRule = {
  form: 'clock',
  id: 'referral/written-followup',
  alert: 'referral-not-confirmed-in-writing',
  breach: false,
  title: 'Telephone referral confirmed in writing',
  plain: 'A referral that a professional made by telephone is confirmed in writing by them. Nothing waits for it.',
  meets: 'The written confirmation recorded as received.',
  clause: 'ref-written-followup',
  owedBy: 'referrer',
  opens: 'each',
  parameters: ['ref.written-followup'],
  starts(event, history) {
    if (event.kind !== 'referral-made' || textOf(event, 'channel') !== 'telephone' || !isByProfessional(event)) return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'ref.written-followup'),
      parameter: 'ref.written-followup', because: ['the referral came by telephone', 'a professional made it'], item: event.referralId ?? event.id,
    }
  },
  stops: (event, clock) => (event.kind === 'record-updated' && textOf(event, 'about') === 'written-confirmation' && sameReferral(event, clock.by)
    ? { how: 'met' } : null),
}

/** A referral names its referrer's agency where that is a professional outside police and social care. */
function isByProfessional(event: PolicyEvent): boolean {
  const referrer = textOf(event, 'referrer')
  return referrer !== null && referringAgency(referrer, null) !== null
}
