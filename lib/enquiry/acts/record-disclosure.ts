import 'server-only'
import type { Act } from '@/lib/acts/act'
import { referralPage, workOn } from '@/lib/referrals/find-referral'
import { agencyWords, senderWords } from '@/lib/wording/agencies'
import { BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { refuseWithoutConsent } from '../consent'
import { disclose } from '../disclose'
import { disclosureInput } from '../input'

/** What was shared, with whom and on what basis; or what it was decided not to share, and why. A line of the ledger and an entry of the chronology. */
export const recordDisclosure: Act<typeof disclosureInput> = {
  name: 'record-disclosure',
  right: 'record-disclosure',
  input: disclosureInput,
  async run(context, { referralId, shared, toAgency, toWords, what, basis, why }) {
    const found = await workOn(context, referralId)
    const { referral, membership } = found
    const yes = shared === 'yes'
    if (yes && basis === 'consent') {
      const standing = await context.tx.consentRecord.findFirst({ where: { referralId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { consent: true } })
      refuseWithoutConsent(context, found, basis, standing?.consent ?? null)
    }
    const entryId = context.record({
      ledger: referral.borough, kind: yes ? 'information-shared' : 'information-withheld', occurredAt: context.now, subjects: found.childIds, referralId,
      heading: yes ? `Shared with ${senderWords(toAgency)}` : `Decided not to share with ${senderWords(toAgency)}`,
      body: {
        from: agencyWords(membership.agency), to: toWords ?? senderWords(toAgency), what, ...(yes && basis !== null ? { basis: BASIS_SHORT_WORDS[basis] ?? basis } : {}), ...(why === null ? {} : { reason: why }),
      },
    })
    await disclose(context, [{ referralId, borough: referral.borough, fromAgency: membership.agency, toAgency, toWords, shared: yes, what, basis: yes ? basis : null, why, entryId }])
    return { goTo: `${referralPage(referralId)}`, says: yes ? 'What was shared is on record.' : 'What is not shared, and why, is on record.', ids: { referralId } }
  },
}
