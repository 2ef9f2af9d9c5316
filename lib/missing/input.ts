import { z } from 'zod'
import { QUESTIONS, type QuestionId } from '@/lib/policy/missing/questions'
import { INDICATORS } from '@/lib/policy/concerns'
import { borough, choice, id, instant, optionalText, personInput, yesNoUnknown } from '@/lib/referrals/input'
import { CALLERS, CLASSES, GRADES } from '@/lib/wording/missing'

/** Each question answered yes or no; what nobody knows, or nobody has asked yet, is null. */
export const answers = z.record(z.string(), yesNoUnknown).nullish().transform((given, context) => {
  const known: Partial<Record<QuestionId, boolean | null>> = {}
  for (const [question, answer] of Object.entries(given ?? {})) {
    const asked = QUESTIONS.find(({ id: name }) => name === question)
    if (asked === undefined) context.addIssue({ code: 'custom', path: [question], message: 'This is none of the questions: open the form again' })
    else known[asked.id] = answer
  }
  return known
})
const indicators = z.array(z.enum(INDICATORS, { error: 'Choose from the list' })).nullish().transform((value) => value ?? [])
const interval = z.coerce.number({ error: 'Enter the hours until the next call' }).int('Enter whole hours').min(1, 'Enter the hours until the next call').max(99, 'Enter the hours until the next call').nullish().transform((value) => value ?? null)
export const past = (message: string) => instant(message).nullish().transform((value) => value ?? null)
const grade = z.enum([...GRADES, ''], { error: 'Choose the grade' }).nullish().transform((value) => (value ? value : null))

const classified = {
  as: choice(CLASSES, 'Choose missing or absent'),
  /** Why this class; of absent always. */
  reason: optionalText(2000),
  interval,
}

/** A call: who is away, who rings, what was answered, and as what the child is classed. */
export const reportInput = z.object({
  personId: z.uuid({ error: 'This link is not whole: find the child again' }).or(z.literal('')).nullish().transform((value) => (value ? value : null)),
  child: personInput.nullish().transform((value) => value ?? null),
  searched: z.coerce.boolean().nullish().transform((value) => value ?? false),
  borough,
  reportedAt: instant('Enter when the call came'),
  callerKind: choice(CALLERS, 'Say who is calling'),
  callerName: optionalText(120),
  callerPhone: optionalText(40),
  missingFrom: optionalText(200),
  lastSeenAt: past('Enter when the child was last seen'),
  lastSeenWhere: optionalText(300),
  /** Clothes, things taken along, how to know the child. */
  appearance: optionalText(1000),
  /** Who the child may be with. */
  company: optionalText(500),
  /** In the caller's own words. */
  said: optionalText(5000),
  answers, indicators, ...classified, grade,
  gradeReason: optionalText(2000),
}).superRefine((input, context) => {
  const nobody = input.child === null || (input.child.givenName === null && input.child.familyName === null && input.child.description === null)
  if (input.personId === null && nobody) context.addIssue({ code: 'custom', path: ['child', 'givenName'], message: 'Enter the child’s name, or describe the child if the name is not known' })
  if (input.as === 'absent' && input.reason === null) context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why there is no apparent risk: nobody is sent to look for an absent child' })
})
export type ReportInput = z.output<typeof reportInput>

export const classifyInput = z.object({ episodeId: id, ...classified, classedAt: past('Enter when it was decided') }).superRefine((input, context) => {
  if (input.reason === null) context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why the class changes' })
})

export const gradeInput = z.object({
  episodeId: id, grade: choice(GRADES, 'Choose the grade'), reason: optionalText(2000), gradedAt: past('Enter when it was decided'),
}).superRefine((input, context) => {
  if (input.reason === null) context.addIssue({ code: 'custom', path: ['reason'], message: 'Say what the grade rests on' })
})

/** A call back to whoever reported: the questions again, what is new, and when the next call is agreed for. */
export const callBackInput = z.object({
  episodeId: id,
  calledAt: instant('Enter when you called'),
  reached: z.enum(['yes', 'no'], { error: 'Say whether you reached them' }),
  callerName: optionalText(120),
  said: optionalText(5000),
  answers, indicators, interval,
})
