import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { findReferral, referralPage } from '../find-referral'
import { id, optionalText } from '../input'

const input = z.object({ referralId: id, note: optionalText(2000) })

/** ref-ack: the referrer hears that the referral has arrived. */
export const acknowledgeReferrer: Act<typeof input> = {
  name: 'acknowledge-referrer',
  right: 'acknowledge-referrer',
  input,
  async run(context, { referralId, note }) {
    const { referral, childIds } = await findReferral(context, referralId)
    context.as(referral.borough)
    const { count } = await context.tx.referral.updateMany({ where: { id: referralId, acknowledgedAt: null }, data: { acknowledgedAt: context.now } })
    if (count === 0) throw conflict('The referrer has been told already that it arrived')
    context.record({
      ledger: referral.borough, kind: 'referral-acknowledged', heading: 'Receipt acknowledged to the referrer', occurredAt: context.now, subjects: childIds, referralId, body: { note },
    })
    return { goTo: referralPage(referralId), says: 'Acknowledged to the referrer.', ids: { referralId } }
  },
}

/** ref-outcome-feedback: the referrer is told the outcome and the reasons. */
export const tellReferrer: Act<typeof input> = {
  name: 'tell-referrer',
  right: 'tell-referrer',
  input,
  async run(context, { referralId, note }) {
    const { referral, childIds } = await findReferral(context, referralId)
    context.as(referral.borough)
    if (referral.decidedAt === null) throw invalid('note', 'There is no outcome to tell yet: decide the referral first')
    const { count } = await context.tx.referral.updateMany({ where: { id: referralId, outcomeToldAt: null }, data: { outcomeToldAt: context.now } })
    if (count === 0) throw conflict('The referrer has been told already')
    context.record({
      ledger: referral.borough, kind: 'referrer-told', heading: 'Outcome told to the referrer', occurredAt: context.now, subjects: childIds, referralId,
      body: { outcome: referral.outcome, note },
    })
    return { goTo: referralPage(referralId), says: 'The referrer is told.', ids: { referralId } }
  },
}

/** ref-written-followup: a telephone referral has been confirmed in writing. */
export const confirmInWriting: Act<typeof input> = {
  name: 'confirm-in-writing',
  right: 'acknowledge-referrer',
  input,
  async run(context, { referralId, note }) {
    const { referral, childIds } = await findReferral(context, referralId)
    context.as(referral.borough)
    context.record({
      ledger: referral.borough, kind: 'record-updated', heading: 'Written confirmation received from the referrer', occurredAt: context.now, subjects: childIds, referralId,
      body: { about: 'written-confirmation', note },
    })
    return { goTo: referralPage(referralId), says: 'The written confirmation is on record.', ids: { referralId } }
  },
}
