import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { referralPage } from '@/lib/referrals/find-referral'
import { agencyWords } from '@/lib/wording/agencies'
import { ownRequest } from '../find-request'
import { withdrawInput } from '../input'

/** A question asked in error, or needed no more. One that was answered stays as it is. */
export const withdrawRequest: Act<typeof withdrawInput> = {
  name: 'withdraw-request',
  right: 'ask-agency',
  input: withdrawInput,
  async run(context, { requestId, why }) {
    const request = await ownRequest(context, requestId)
    const { count } = await context.tx.informationRequest.updateMany({
      where: { id: requestId, withdrawnAt: null, answers: { none: {} } }, data: { withdrawnAt: context.now, withdrawnBy: context.actor.accountId, withdrawnWhy: why },
    })
    if (count === 0) throw conflict('This question has been answered or withdrawn already')
    context.record({
      ledger: request.borough, kind: 'information-request-withdrawn', heading: `Question to ${agencyWords(request.agency)} withdrawn`, occurredAt: context.now, subjects: request.childIds,
      referralId: request.referralId, body: { request_id: requestId, agency: request.agency, reason: why },
    })
    return { goTo: `${referralPage(request.referralId)}`, says: 'The question is withdrawn.', ids: { requestId } }
  },
}
