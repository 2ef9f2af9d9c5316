import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { referralPage, workOn } from '@/lib/referrals/find-referral'
import { BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { refuseWithoutConsent } from '../consent'
import { disclose } from '../disclose'
import { passOnInput } from '../input'

/** csc-referral: police pass a concern that reached them to children's social care, and say who took it there. Once: it is passed. */
export const passToCsc: Act<typeof passOnInput> = {
  name: 'pass-to-csc',
  right: 'refer-to-csc',
  input: passOnInput,
  async run(context, { referralId, to, basis, note }) {
    const found = await workOn(context, referralId)
    const { referral, membership } = found
    // Two officers who pass it at one moment: the second waits here and finds it passed.
    await context.tx.$executeRaw`SELECT lock_people(${[...found.childIds].sort()}::uuid[])`
    if (await context.tx.entry.count({ where: { referralId, kind: 'passed-to-csc' } }) > 0) throw conflict('This has been passed to children’s social care already')
    if (basis === 'consent') {
      const standing = await context.tx.consentRecord.findFirst({ where: { referralId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { consent: true } })
      refuseWithoutConsent(context, found, basis, standing?.consent ?? null)
    }
    const entryId = context.record({
      ledger: referral.borough, kind: 'passed-to-csc', heading: 'Passed to children’s social care by police', occurredAt: context.now, subjects: found.childIds, referralId,
      body: { from: membership.agency, to: 'csc', taken_by: to, basis: BASIS_SHORT_WORDS[basis] ?? basis, ...(note === null ? {} : { note }) },
    })
    await disclose(context, [{ referralId, borough: referral.borough, fromAgency: membership.agency, toAgency: 'csc', toWords: to, shared: true, what: 'The referral and what is known with it', basis, entryId }])
    return { goTo: `${referralPage(referralId)}`, says: 'Passed to children’s social care.', ids: { referralId } }
  },
}
