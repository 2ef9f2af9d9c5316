import { z } from 'zod'
import { UNRESOLVED, type Unresolved } from '@/lib/policy/gates/closure/unresolved-risk'
import { choice, id, instant, optionalText, text, yesNoUnknown } from '@/lib/referrals/input'
import { CLOSING_RESULTS, ENQUIRIES, NOT_SEEN, SEEN_BY, SUSPECT_ACTIONS } from '@/lib/wording/closing'

const noId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)
const RISKS = Object.keys(UNRESOLVED) as [Unresolved, ...Unresolved[]]

export const closeInput = z.object({
  personId: id,
  /** Closed for every child of this referral, each judged for itself; null for this child alone. */
  referralId: noId,
  result: choice(CLOSING_RESULTS, 'Say with what result'),
  rationale: text(10_000, 'Say why it can be closed'),
  notSeen: z.enum([...NOT_SEEN, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  notSeenWhy: optionalText(5000),
}).superRefine((input, context) => {
  if (input.notSeen !== null && input.notSeenWhy === null) context.addIssue({ code: 'custom', path: ['notSeenWhy'], message: 'Say what was done to see the child' })
})

export const seenInput = z.object({
  personId: id,
  seenAt: instant('Enter when the child was seen'),
  by: z.array(z.enum(SEEN_BY, { error: 'Choose from the list' }), { error: 'Say which agency saw the child' }).min(1, 'Say which agency saw the child'),
  who: text(160, 'Name who saw the child'),
  place: text(200, 'Say where the child was seen'),
  spokenTo: z.enum(['yes', 'no'], { error: 'Say whether the child was spoken to' }),
  observed: yesNoUnknown,
  alone: yesNoUnknown,
  views: optionalText(10_000),
  account: text(10_000, 'Say how the child was: what was seen and heard'),
  referralId: noId,
}).superRefine((input, context) => {
  if (input.spokenTo === 'yes' && input.views === null) context.addIssue({ code: 'custom', path: ['views'], message: 'Write down what the child said and wants, or that the child did not want to say' })
  if (input.spokenTo === 'no' && input.observed === null) context.addIssue({ code: 'custom', path: ['observed'], message: 'Say whether the child is too young or unable to speak and was observed' })
})

export const suspectInput = z.object({
  personId: id, suspectId: noId, action: choice(SUSPECT_ACTIONS, 'Say what was done'), at: instant('Enter when it was done'), account: text(10_000, 'Say what was done and what the suspect said'), referralId: noId,
})

export const policeEnquiryInput = z.object({
  personId: id, what: choice(ENQUIRIES, 'Say what police did'), at: instant('Enter when it was done'), officer: text(160, 'Name the officer'), withCsc: z.boolean().nullish().transform((value) => value ?? false),
  account: text(10_000, 'Say what was found'), referralId: noId,
})

export const whereaboutsInput = z.object({
  personId: id, at: instant('Enter when it was confirmed'), place: text(200, 'Say where the child is'), confirmedBy: text(160, 'Say who confirmed it'), account: text(5000, 'Say how it was confirmed'),
})

export const contradictionInput = z.object({
  personId: id, what: z.enum(['found', 'resolved'], { error: 'Say whether it was found or resolved' }), account: text(10_000, 'Say what contradicts what, or what is right and how that is known'),
})

export const answerRiskInput = z.object({
  personId: id, risks: z.array(z.enum(RISKS, { error: 'Choose from the list' }), { error: 'Choose which risk is answered' }).min(1, 'Choose which risk is answered'),
  reason: text(10_000, 'Say for each why it cannot be done'), protects: text(10_000, 'Say what protects the children meanwhile'),
})
