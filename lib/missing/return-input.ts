import { z } from 'zod'
import { CONCERNS, INDICATORS } from '@/lib/policy/concerns'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { choice, id, instant, optionalText, text, yesNoUnknown } from '@/lib/referrals/input'
import { LAWFUL_BASIS_WORDS } from '@/lib/wording/enquiry'
import { FORUMS, INTERVIEW_HOW, RETURNED, SUSPECTED } from '@/lib/wording/return'

type Path = (string | number)[]
const problem = (context: z.RefinementCtx, message: string, ...path: Path): void => context.addIssue({ code: 'custom', path, message })

const yesNo = (message: string) => z.enum(['yes', 'no'], { error: message }).transform((value) => value === 'yes')
const concern = z.enum([...CONCERNS, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null))
const indicators = z.array(z.enum(INDICATORS, { error: 'Choose from the list' })).nullish().transform((value) => value ?? [])
const suspect = z.enum([...SUSPECTED, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value && value !== 'none' ? value : null))

/** Somebody the child was found with: a name, or how to know them again. */
const company = z.array(z.object({ name: text(120, 'Name this person, or say how to know them again'), about: optionalText(300), grown: yesNoUnknown }))
  .max(10, 'Name at most 10 people').nullish().transform((value) => value ?? [])

/** What a child tells of harm. Words alone start no clock: the concern that they come to does. */
const told = { said: optionalText(5000), concern, indicators, suspect }
interface Told { said: string | null; concern: string | null }
const toldProblems = (input: Told, context: z.RefinementCtx): void => {
  if (input.concern !== null && input.said === null) problem(context, 'Write down what the child says, or what shows it', 'said')
}

export const returnInput = z.object({
  episodeId: id, returnedAt: instant('Enter when the child was back or found'), how: choice(RETURNED, 'Say how the child came back'),
  where: text(200, 'Say where the child came back to, or was found'), company, account: optionalText(5000),
  /** Of an arrest. */
  offence: optionalText(200), custody: optionalText(200), ...told,
}).superRefine((input, context) => {
  toldProblems(input, context)
  if (input.how === 'arrested' && input.offence === null) problem(context, 'Say for what the child was arrested', 'offence')
  if (input.how === 'arrested' && input.custody === null) problem(context, 'Say where the child is held', 'custody')
})

export const checkInput = z.object({
  episodeId: id, checkedAt: instant('Enter when the check was made'), officer: text(120, 'Name the officer who made the check'),
  seen: yesNo('Say whether the officer saw the child'), spokenTo: yesNo('Say whether the officer spoke to the child'), alone: yesNoUnknown,
  safe: yesNoUnknown, medical: yesNoUnknown, medicalDone: optionalText(500), victim: yesNoUnknown, crimeReference: optionalText(60),
  whereabouts: optionalText(2000), circumstances: text(5000, 'Say what happened: why the child left, how it went, how the child is now'), company,
  askedHarm: yesNo('Say whether the child was asked about harm'), ...told, refer: yesNoUnknown,
}).superRefine((input, context) => {
  toldProblems(input, context)
  if (input.refer === true && input.concern === null) problem(context, 'Choose the main concern of the referral', 'concern')
})

export const debriefInput = z.object({
  episodeId: id, what: text(5000, 'Say what the child told or showed, and what you know'), how: z.enum(['new', 'linked'], { error: 'Say whether this is a new referral' }),
  concern, indicators, suspect, referralId: z.uuid({ error: 'Choose the referral' }).or(z.literal('')).nullish().transform((value) => (value ? value : null)), to: optionalText(120),
}).superRefine((input, context) => {
  if (input.how === 'new' && input.concern === null) problem(context, 'Choose the main concern of the referral', 'concern')
  if (input.how === 'linked' && input.referralId === null) problem(context, 'Choose the referral that it goes to', 'referralId')
  if (input.how === 'linked' && input.to === null) problem(context, 'Name who took it in children’s social care', 'to')
})

export const offerInput = z.object({
  episodeId: id, offeredAt: instant('Enter when it was offered'), offeredBy: text(120, 'Say who offered it'), answer: z.enum(['yes', 'thinking'], { error: 'Say what the child answered' }), note: optionalText(2000),
})

const interviewFields = {
  at: instant('Enter when'), by: optionalText(160), account: optionalText(10_000), where: optionalText(300), reason: optionalText(2000), ...told,
}
interface Interviewed extends Told { how: string; by: string | null; account: string | null; reason: string | null }
function interviewProblems(input: Interviewed, context: z.RefinementCtx): void {
  toldProblems(input, context)
  if (input.how === 'done' && input.by === null) problem(context, 'Name who interviewed the child, and for whom they work', 'by')
  if (input.how === 'done' && input.account === null) problem(context, 'Say what the interview found: why the child left, where and with whom, what would help', 'account')
  if (input.how !== 'done' && input.reason === null) problem(context, input.how === 'declined' ? 'Say why the child declined, in the child’s words if you can' : 'Say why it was not offered', 'reason')
}

export const interviewInput = z.object({
  episodeId: id, how: choice(INTERVIEW_HOW, 'Say what became of the interview'), independent: yesNoUnknown, ...interviewFields,
}).superRefine((input, context) => {
  interviewProblems(input, context)
  if (input.how === 'done' && input.independent !== true) problem(context, 'An interview by the placement or by police is not independent and does not count: arrange one that is', 'independent')
})

export const askInterviewInput = z.object({ episodeId: id, teamId: z.uuid({ error: 'Choose the team' }), place: optionalText(300) })
export const withdrawInterviewInput = z.object({ requestId: id })
export const answerInterviewInput = z.object({ requestId: id, how: z.enum(['done', 'declined'], { error: 'Say what became of the interview' }), ...interviewFields }).superRefine(interviewProblems)

const BASES = Object.keys(LAWFUL_BASIS_WORDS) as [keyof typeof LAWFUL_BASIS_WORDS, ...(keyof typeof LAWFUL_BASIS_WORDS)[]]
export const shareInput = z.object({
  episodeId: id, sharedAt: instant('Enter when it was shared'), to: text(120, 'Name the officer who has it'), what: text(5000, 'Say what of the interview was shared'), basis: choice(BASES, 'Choose the lawful basis'),
})

export const arrestInput = z.object({
  personId: id, arrestedAt: instant('Enter when the child was arrested'), offence: text(200, 'Say for what the child was arrested'), custody: text(200, 'Say where the child is held'),
  protecting: text(2000, 'Say what is done to protect the child meanwhile'), company: optionalText(300),
})

export const arrestReviewInput = z.object({ personId: id, decision: text(500, 'Say what is decided'), reason: text(2000, 'Say why, and what protects the child') })

const future = z.string().trim().nullish().transform((value, context) => {
  const date = value ? readPlainDate(value) : null
  if (date === null) problem(context, 'Enter the day by which the plan is looked at again')
  return date
})
export const planInput = z.object({
  personId: id, first: text(2000, 'Say what to do first when this child is away'), places: optionalText(2000), people: optionalText(2000), contact: optionalText(2000), travel: optionalText(2000), risks: optionalText(2000),
  reviewOn: future,
})
export const reviewPlanInput = z.object({ personId: id, version: z.coerce.number().int().positive(), note: text(2000, 'Say what the last time away showed, and why the plan stands'), reviewOn: future })

export const forumInput = z.object({
  personId: id, episodeId: id, decision: z.enum(['referred', 'set-aside'], { error: 'Say whether the child is referred or set aside' }), forum: z.enum([...FORUMS, ''], { error: 'Choose the forum' }).nullish().transform((value) => (value ? value : null)),
  reason: text(2000, 'Say why'),
}).superRefine((input, context) => {
  if (input.decision === 'referred' && input.forum === null) problem(context, 'Choose the forum', 'forum')
})
