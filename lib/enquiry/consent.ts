import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import type { ReferralInHand } from '@/lib/referrals/find-referral'
import { CONSENT_WORDS } from '@/lib/wording/enquiry'
import type { CONSENTS, TypedConsent } from './input'

type Consent = (typeof CONSENTS)[number]

/** The names of the fields on the form that asks, for problems to land beside them. */
interface Fields { readonly whose: string; readonly why: string }

/** Puts on record how it stands with consent. Given and refused by somebody; without it, for a reason. */
export async function writeConsent(context: ActContext, found: ReferralInHand, said: { consent: Consent; whose: string | null; why: string | null }, fields: Fields): Promise<void> {
  const byWhom = said.consent === 'given' || said.consent === 'refused'
  if (byWhom && said.whose === null) throw invalid(fields.whose, said.consent === 'given' ? 'Name who gave it' : 'Name who refused it')
  if (!byWhom && said.why === null) throw invalid(fields.why, said.consent === 'not-sought' ? 'Say why consent was not sought' : 'Say why consent is dispensed with')
  await context.tx.consentRecord.createMany({ data: [{
    id: randomUUID(), referralId: found.referral.id, borough: found.referral.borough, consent: said.consent, whose: said.whose, why: said.why, at: context.now, recordedBy: context.actor.accountId,
  }] })
  found.record({ kind: 'consent-recorded', heading: CONSENT_WORDS[said.consent], body: { consent: said.consent, ...(said.whose === null ? {} : { whose: said.whose }), ...(said.why === null ? {} : { reason: said.why }) } })
}

/**
 * mash-consent: no agency is asked and no system searched before it is said how it stands with consent. What stands is taken; else what
 * was typed with the form goes on record first. Gives the consent that stands now.
 */
export async function settleConsent(context: ActContext, found: ReferralInHand, typed: TypedConsent): Promise<Consent> {
  if (typed.consent !== null) {
    await writeConsent(context, found, { consent: typed.consent, whose: typed.consentWhose, why: typed.consentWhy }, { whose: 'consentWhose', why: 'consentWhy' })
    return typed.consent
  }
  const standing = await context.tx.consentRecord.findFirst({ where: { referralId: found.referral.id }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { consent: true } })
  if (standing === null) throw invalid('consent', 'Say how it stands with consent: given, dispensed with, or not sought')
  return standing.consent as Consent
}

/** Consent is no basis where nobody gave it: a rule that refuses, with the way forward. */
export function refuseWithoutConsent(context: ActContext, found: ReferralInHand, basis: string | null, consent: string | null): void {
  if (basis !== 'consent' || consent === 'given') return
  context.refuse([{
    rule: 'basis-without-consent', clause: 'mash-consent', field: 'basis', says: 'Nobody has given consent, so it cannot be the basis.',
    wayForward: 'Record that consent was given and by whom, or choose another basis: safeguarding a child at risk needs no consent.',
  }], { borough: found.referral.borough, subjects: found.childIds, referralId: found.referral.id })
}
