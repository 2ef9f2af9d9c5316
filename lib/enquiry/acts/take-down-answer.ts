import 'server-only'
import type { Act } from '@/lib/acts/act'
import { referralPage } from '@/lib/referrals/find-referral'
import { ownRequest, standing } from '../find-request'
import { takenDownInput } from '../input'
import { writeAnswer } from '../write-answer'

/** An answer given by telephone or letter, written down by whoever asked: it stands as the agency's, with who said it. */
export const takeDownAnswer: Act<typeof takenDownInput> = {
  name: 'take-down-answer',
  right: 'ask-agency',
  input: takenDownInput,
  async run(context, { requestId, ...said }) {
    const request = await ownRequest(context, requestId)
    standing(request)
    const answerId = await writeAnswer(context, request, said)
    return { goTo: `${referralPage(request.referralId)}`, says: 'The answer is on record.', ids: { requestId, answerId } }
  },
}
