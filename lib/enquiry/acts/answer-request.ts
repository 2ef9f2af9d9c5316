import 'server-only'
import type { Act } from '@/lib/acts/act'
import { requestToUs, standing } from '../find-request'
import { answerInput } from '../input'
import { writeAnswer } from '../write-answer'

/** The agency that was asked answers for itself. A further answer adds to the first: what was said stays. */
export const answerRequest: Act<typeof answerInput> = {
  name: 'answer-request',
  right: 'answer-request',
  input: answerInput,
  async run(context, { requestId, ...said }) {
    const request = await requestToUs(context, requestId)
    standing(request)
    const answerId = await writeAnswer(context, request, { ...said, saidBy: null })
    return { goTo: `/asked/${requestId}`, says: said.kind === 'refused' ? 'Your refusal and its reason are with those who asked.' : 'Your answer is with those who asked.', ids: { requestId, answerId } }
  },
}
