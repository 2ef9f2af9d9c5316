import 'server-only'
import type { Act } from '@/lib/acts/act'
import { referralPage, workOn } from '@/lib/referrals/find-referral'
import { CONSENT_WORDS } from '@/lib/wording/enquiry'
import { writeConsent } from '../consent'
import { consentInput } from '../input'

/** mash-consent: given and by whom, dispensed with and why, not sought and why, or refused. The newest stands; the earlier stay. */
export const recordConsent: Act<typeof consentInput> = {
  name: 'record-consent',
  right: 'record-consent',
  input: consentInput,
  async run(context, { referralId, ...said }) {
    const found = await workOn(context, referralId)
    await writeConsent(context, found, said, { whose: 'whose', why: 'why' })
    return { goTo: `${referralPage(referralId)}`, says: `On record: ${CONSENT_WORDS[said.consent].toLowerCase()}.`, ids: { referralId } }
  },
}
