import { z } from 'zod'
import { actionRow } from '@/lib/actions/input'
import { endOfLondonDay, readPlainDate } from '@/lib/policy/calendar/london'
import { id, optionalText, text } from '@/lib/referrals/input'
import { NOT_SEEN } from '@/lib/wording/closing'

const noId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)

/** Whether the child was seen: only the last is a supervisor's word that the child cannot be. */
export const SEEN_ANSWERS = ['seen', 'to-be-seen', 'cannot'] as const

/** R338: what was done, who is at risk, whether the child was seen, what is still to do by whom and when, and when it is looked at again. */
export const reviewInput = z.object({
  personId: id,
  /** Reviewed for every child of this referral; null for this child alone. */
  referralId: noId,
  progress: text(10_000, 'Say what has been done and what it showed'),
  risk: text(10_000, 'Say who is at risk now, from whom, and what protects them'),
  seen: z.enum(SEEN_ANSWERS, { error: 'Say whether the child has been seen and spoken to' }),
  notSeen: z.enum([...NOT_SEEN, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  notSeenWhy: optionalText(5000),
  withdrawnWhy: optionalText(5000),
  withdrawnFear: optionalText(5000),
  withdrawnWishes: optionalText(5000),
  directions: z.array(actionRow).max(10, 'At most ten directions in one review').nullish().transform((rows) => (rows ?? []).filter((row) => row !== null)),
  nothingMoreWhy: optionalText(5000),
  nextReview: z.string().trim().nullish().transform((value, context) => {
    if (!value) return null
    const day = readPlainDate(value)
    if (day !== null) return endOfLondonDay(day)
    context.addIssue({ code: 'custom', message: 'The next review must be a real date' })
    return z.NEVER
  }),
}).superRefine((input, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (input.seen === 'cannot' && input.notSeen === null) problem('notSeen', 'Choose why the child cannot be seen')
  if (input.seen === 'cannot' && input.notSeenWhy === null) problem('notSeenWhy', 'Say what was done to see the child')
  // It stands beside the reason itself, which the form shows only then.
  const reasoned = input.notSeen !== null ? 'notSeen' : 'notSeenWhy'
  if (input.seen !== 'cannot' && input[reasoned] !== null) problem(reasoned, 'A reason why the child cannot be seen is given here: clear it, or choose above that the child cannot be seen')
  if (input.directions.length === 0 && input.nothingMoreWhy === null) problem('nothingMoreWhy', 'Direct what is still to be done, or say why nothing more is')
})
