import { z } from 'zod'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { borough, childInput, choice, id, instant, optionalText, text, yesNoUnknown } from '@/lib/referrals/input'
import { CALL_OUTCOMES, PLACE_KINDS, PLACE_WHYS } from '@/lib/wording/places'

const noId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)
const day = z.string().trim().nullish().transform((value, context) => {
  if (value === undefined || value === null || value === '') return null
  const date = readPlainDate(value)
  if (date === null) context.addIssue({ code: 'custom', message: 'Enter a day, such as 27 3 2026' })
  return date
})

const placeFields = {
  kind: choice(PLACE_KINDS, 'Say what kind of place it is'),
  name: text(120, 'Name the place as people know it'),
  line: optionalText(200), postcode: optionalText(10),
  /** What it is on record for: one, or both. */
  as: z.array(z.enum(['concern', 'makesafe'], { error: 'Choose from the list' }), { error: 'Say what it is on record for' }).min(1, 'Say what it is on record for'),
  ownerContact: optionalText(200), telephone: optionalText(30), leafletOn: day,
}
export const recordPlaceInput = z.object({ borough, ...placeFields, known: optionalText(5000), searched: z.boolean().default(true) }).superRefine((input, context) => {
  if (input.as.includes('concern') && input.known === null) context.addIssue({ code: 'custom', path: ['known'], message: 'Say what is known of the place, and from whom' })
})
export const changePlaceInput = z.object({
  placeId: id, version: z.coerce.number({ error: 'Open the page again' }).int('Open the page again'), ...placeFields, known: optionalText(5000), closed: z.enum(['yes', ''], { error: 'Choose from the list' }).nullish().transform((value) => value === 'yes'),
}).superRefine((input, context) => {
  if (input.closed && input.known === null) context.addIssue({ code: 'custom', path: ['known'], message: 'Say why it is of no concern any more' })
})

export const linkPlaceInput = z.object({
  placeId: id, personId: id, episodeId: noId, why: choice(PLACE_WHYS, 'Say what this person has to do with the place'),
  since: instant('Enter since when').nullish().transform((value) => value ?? null), words: text(5000, 'Say how it is known'),
})
export const unlinkPlaceInput = z.object({ linkId: id, words: text(2000, 'Say why the link ends') })

export const trainingInput = z.object({
  placeId: id, at: instant('Enter when the staff were trained'), people: z.coerce.number({ error: 'Enter how many were trained' }).int('Enter a whole number').min(1, 'Enter how many were trained').max(2000, 'Enter at most 2000'),
  by: text(160, 'Say who trained them'), words: optionalText(2000),
})

export const makesafeCallInput = z.object({
  /** The tag of the operation: put on at the call, or the call is not taken here. */
  tag: z.literal('makesafe', { error: 'Put the tag on the call: without it nobody can count it' }),
  channel: z.enum(['101', '999'], { error: 'Say on which number the call came' }),
  quoted: yesNoUnknown,
  placeId: noId, premises: optionalText(200), kind: z.enum([...PLACE_KINDS, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  borough,
  receivedAt: instant('Enter when the call came'),
  callerName: optionalText(120), callerContact: optionalText(200),
  said: text(10_000, 'Write down what the caller said'),
  child: z.enum(['none', 'known', 'described'], { error: 'Say whether the caller told of a child' }),
  children: z.array(childInput).max(20, 'Take at most 20 children in one call').nullish().transform((value) => value ?? []),
  danger: z.enum(['yes', 'no', 'unknown'], { error: 'Say whether a child is there and in danger now' }),
  callReference: optionalText(60),
  searched: z.boolean().default(true),
}).superRefine((input, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: path.split('.'), message })
  if (input.placeId === null && input.premises === null) problem('premises', 'Choose the premises, or enter their name and address')
  if (input.placeId === null && input.premises !== null && input.kind === null) problem('kind', 'Say what kind of premises it is')
  if (input.child !== 'none' && input.children.length === 0) problem('children.0.givenName', 'Enter the child’s name, or describe the child')
  if (input.danger === 'yes' && input.callReference === null) problem('callReference', 'Enter the 999 or CAD reference of the deployment')
})

export const answerCallInput = z.object({
  callId: id, deployed: z.enum(['yes', 'no'], { error: 'Say whether officers were sent' }), outcome: choice(CALL_OUTCOMES, 'Say what came of it'), account: text(5000, 'Say what was done and found'),
})
export const tagCallInput = z.object({ referralId: id, placeId: noId, note: optionalText(500) })
