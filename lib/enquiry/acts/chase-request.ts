import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { referralPage } from '@/lib/referrals/find-referral'
import { agencyWords } from '@/lib/wording/agencies'
import { ownRequest, standing } from '../find-request'
import { chaseInput } from '../input'
import { mailTeam } from '../mail-team'

/** Reminds an agency that has not answered, in one press: its page says so, and the chase is on record with the duty. */
export const chaseRequest: Act<typeof chaseInput> = {
  name: 'chase-request',
  right: 'chase',
  input: chaseInput,
  async run(context, { requestId }) {
    const request = await ownRequest(context, requestId)
    standing(request)
    if (await context.tx.informationAnswer.count({ where: { requestId } }) > 0) throw conflict('This question has been answered')
    await context.tx.informationRequest.updateMany({ where: { id: requestId, withdrawnAt: null }, data: { chasedTimes: { increment: 1 }, chasedAt: context.now } })
    await mailTeam(context, 'question-chased', request)
    const duties = await context.tx.deadline.findMany({
      where: { referralId: request.referralId, alert: 'information-request-overdue', itemId: requestId, metAt: null, endedAt: null, supersededAt: null }, select: { id: true }, orderBy: { id: 'asc' },
    })
    context.record({
      ledger: request.borough, kind: 'duty-chased', heading: `${agencyWords(request.agency)} chased: answer to the question of the MASH`, occurredAt: context.now, subjects: request.childIds,
      referralId: request.referralId, body: { request_id: requestId, agency: request.agency, duties: duties.map((duty) => duty.id), ...(duties[0] === undefined ? {} : { of: duties[0].id }) },
    })
    return { goTo: `${referralPage(request.referralId)}`, says: `${agencyWords(request.agency)} chased.`, ids: { requestId } }
  },
}
