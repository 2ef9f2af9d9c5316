import { z } from 'zod'
import { INDICATORS } from '@/lib/policy/concerns'
import { QUESTIONS, type QuestionId } from '@/lib/policy/missing/questions'
import { choice, id, instant, optionalText, text, yesNoUnknown } from '@/lib/referrals/input'
import { GRADES } from '@/lib/wording/missing'
import { CHANNELS, ENQUIRY_LINES, NEWS, SENIORS, SIDES, TOLD_AUTHORITIES } from '@/lib/wording/missing-search'

const past = (message: string) => instant(message).nullish().transform((value) => value ?? null)

/** What somebody who brings news answers to the questions of the call; what was not asked is not in it. */
const answers = z.record(z.string(), yesNoUnknown).nullish().transform((given) => Object.fromEntries(
  QUESTIONS.flatMap(({ id: question }): [QuestionId, boolean][] => { const said = given?.[question]; return typeof said === 'boolean' ? [[question, said]] : [] })))

/** A sighting or other news of a child who is out. It waits, with a clock of its own, until somebody has acted on it. */
export const informationInput = z.object({
  episodeId: id,
  kind: choice(NEWS, 'Say whether it is a sighting or other information'),
  /** When it reached anybody of the police or social care: the clock counts from there, wherever it lay since. */
  receivedAt: instant('Enter when it came in'),
  channel: choice(CHANNELS, 'Say how it came in'),
  /** Where it lay until now, if it did. */
  heldIn: optionalText(120),
  by: text(160, 'Say who it came from'),
  said: text(5000, 'Write down what was said or seen'),
  seenAt: past('Enter when the child was seen'),
  where: optionalText(300),
  company: optionalText(300),
  answers,
  indicators: z.array(z.enum(INDICATORS, { error: 'Choose from the list' })).nullish().transform((value) => value ?? []),
  /** What was done about it at once; nothing: it waits. */
  done: optionalText(2000),
}).superRefine((input, context) => {
  if (input.kind === 'sighting' && input.where === null) context.addIssue({ code: 'custom', path: ['where'], message: 'Enter where the child was seen' })
})

export const actOnInput = z.object({ informationId: id, done: text(2000, 'Say what was done about it') })

export const enquiryInput = z.object({
  episodeId: id,
  line: choice(ENQUIRY_LINES, 'Choose what was done'),
  what: text(2000, 'Say what was done: where, whom you asked'),
  result: optionalText(2000),
  madeAt: instant('Enter when it was done'),
  /** The waiting news that it follows up. */
  of: z.array(id).max(50).nullish().transform((value) => value ?? []),
})

/** The risk looked at again: the grade that stands, or another, and what it rests on now. */
export const reviewInput = z.object({
  episodeId: id,
  grade: choice(GRADES, 'Choose the grade'),
  done: text(4000, 'Say what has been done since the last review'),
  reason: text(2000, 'Say what the grade rests on'),
  next: optionalText(2000),
  reviewedAt: past('Enter when it was reviewed'),
})

export const socialCareInput = z.object({
  episodeId: id,
  authority: choice(TOLD_AUTHORITIES, 'Say which authority was told'),
  /** Its name: a borough of London or any other authority. */
  name: text(120, 'Enter the name of the authority'),
  who: text(120, 'Enter the name of who was told'),
  said: optionalText(2000),
  toldAt: instant('Enter when they were told'),
})

export const seniorInput = z.object({
  episodeId: id,
  senior: choice(SENIORS, 'Say who was told'),
  name: text(120, 'Enter the name of who was told'),
  said: optionalText(2000),
  toldAt: instant('Enter when they were told'),
})

export const handOverInput = z.object({ episodeId: id, to: choice(SIDES, 'Say who takes it'), note: text(2000, 'Say what they must know: what has been done, what is next') })
export const acceptInput = z.object({ handoverId: id })
export const closeInput = z.object({ episodeId: id, summary: text(4000, 'Say how it ended and what is still to be done') })
