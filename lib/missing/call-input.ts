import { z } from 'zod'
import { choice, id, instant, optionalText } from '@/lib/referrals/input'
import { CALLERS } from '@/lib/wording/missing'
import { answers, past } from './input'

/** Another call about a child that is out: who rings, what they answer, and what is new. */
export const furtherCallInput = z.object({
  episodeId: id,
  reportedAt: instant('Enter when the call came'),
  callerKind: choice(CALLERS, 'Say who is calling'),
  callerName: optionalText(120),
  callerPhone: optionalText(40),
  lastSeenAt: past('Enter when the child was last seen'),
  lastSeenWhere: optionalText(300),
  appearance: optionalText(1000),
  company: optionalText(500),
  said: optionalText(5000),
  answers,
}).superRefine((input, context) => {
  const isEmpty = [input.said, input.appearance, input.company, input.lastSeenWhere, input.lastSeenAt].every((told) => told === null) && Object.values(input.answers).every((answer) => answer === null || answer === undefined)
  if (isEmpty) context.addIssue({ code: 'custom', path: ['said'], message: 'Write down what the caller says, or answer at least one question' })
})
