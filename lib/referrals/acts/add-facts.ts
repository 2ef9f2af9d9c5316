import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { CONCERNS } from '@/lib/policy/concerns'
import { referralPage, workOn } from '../find-referral'
import { id, instant, text, yesNoUnknown } from '../input'

const input = z.object({
  referralId: id,
  /** When the new fact became known: a faster band counts from here. */
  knownAt: instant('Enter when this became known'),
  what: text(5000, 'Say what has become known'),
  concern: z.enum([...CONCERNS, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  forensicEvidence: yesNoUnknown,
  immediateAction: yesNoUnknown,
  newPerson: yesNoUnknown,
  newIncident: yesNoUnknown,
})

/**
 * New facts on a referral (sd-recompute): they may start a faster band, from when the fact became known; the former due
 * time stays visible and never moves later. "Particularly complex" cannot be claimed here: later it changes nothing.
 */
export const addFacts: Act<typeof input> = {
  name: 'add-facts',
  right: 'add-facts',
  input,
  async run(context, facts) {
    const { referral, record } = await workOn(context, facts.referralId)
    if (facts.knownAt.getTime() > context.now.getTime()) throw invalid('knownAt', 'This is in the future: enter when it became known')
    if (facts.knownAt.getTime() < referral.receivedAt.getTime()) throw invalid('knownAt', 'This is before the referral was received')
    await context.tx.referral.updateMany({
      where: { id: facts.referralId },
      data: {
        ...(facts.forensicEvidence === null ? {} : { forensicEvidence: facts.forensicEvidence }),
        ...(facts.immediateAction === null ? {} : { immediateAction: facts.immediateAction }),
        ...(facts.concern === null || facts.concern === referral.concern || referral.otherConcerns.includes(facts.concern) ? {} : { otherConcerns: { push: facts.concern } }),
      },
    })
    const body: Record<string, unknown> = {
      concern: facts.concern ?? referral.concern, what: facts.what, received_at: facts.knownAt.toISOString(), concern_identified_at: facts.knownAt.toISOString(),
      initial_report_at: facts.knownAt.toISOString(), forensic_evidence: facts.forensicEvidence ?? referral.forensicEvidence, immediate_action: facts.immediateAction,
      new_person: facts.newPerson, new_incident: facts.newIncident, urgency: referral.urgency === 'high' ? 'high' : null,
    }
    record({
      kind: 'referral-facts-added', heading: 'New facts on the referral', occurredAt: facts.knownAt,
      body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)),
    })
    return { goTo: referralPage(facts.referralId), says: 'The new facts are on record, and what they make due is counted.', ids: { referralId: facts.referralId } }
  },
}
