import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { actionRow } from '@/lib/actions/input'
import { ENQUIRIES, strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import type { Participant } from '@/lib/meetings/record-meeting'
import { id, instant, optionalText } from '@/lib/referrals/input'

/** The parts a participant can take; beside them, any agency under its own code. */
export const PARTS = [
  'social-worker', 'social-work-manager', 'police', 'health', 'referrer', 'fostering', 'education', 'paediatrician', 'probation', 'youth-offending',
  'housing', 'voluntary', 'other',
] as const

/** Which agency a part belongs to where the form does not ask. */
const AGENCY_OF: Readonly<Record<string, string>> = {
  'social-worker': 'csc', 'social-work-manager': 'csc', 'fostering': 'csc', 'paediatrician': 'health',
}

export const agencyOfPart = (part: string): string | null => AGENCY_OF[part] ?? AGENCIES.find((known) => known === part) ?? null

/** One row of the list of participants. Null: somebody expected who did not take part. */
const participantRow = z.object({
  took: z.boolean().nullish(),
  part: z.enum([...PARTS, ''], { error: 'Choose the part taken' }).nullish(),
  agency: z.enum([...AGENCIES, ''], { error: 'Choose the agency' }).nullish(),
  name: optionalText(120),
  brought: optionalText(5000),
}).transform((row, context): Participant | null => {
  if (row.took === false) {
    // A name without its tick is somebody asked who did not come, or a tick forgotten: nobody guesses which.
    if (row.name === null && row.brought === null) return null
    context.addIssue({ code: 'custom', path: ['took'], message: 'Tick that this person took part, or clear the row' })
    return z.NEVER
  }
  if (row.took !== true && !row.part && !row.agency && row.name === null && row.brought === null) return null
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  const part = row.part || null
  const agency = row.agency || (part === null ? null : agencyOfPart(part)) || null
  if (part === null) problem('part', 'Choose the part taken')
  else if (agency === null) problem('agency', 'Choose the agency')
  if (row.name === null) problem('name', 'Enter who it was: a part without a name is nobody')
  if (part === null || agency === null || row.name === null) return z.NEVER
  return { part, agency, name: row.name, brought: row.brought }
})

export const oneOf = (codes: Readonly<Record<string, string>>, message: string) =>
  z.string().nullish().transform((value) => value || null).refine((value) => value === null || Object.hasOwn(codes, value), message)

export const strategyDiscussionInput = z.object({
  children: z.array(id, { error: 'Choose at least one child' }).min(1, 'Choose at least one child').max(30, 'Take at most 30 children in one discussion'),
  referralId: id.nullish().transform((value) => value ?? null),
  /** Whose discussion it is; a referral brings its own borough. */
  borough: z.string().nullish().transform((value) => value || null),
  /** The called discussion that this was. */
  callId: id.nullish().transform((value) => value ?? null),
  mode: z.enum(['telephone', 'meeting'], { error: 'Say whether it was by telephone or at a meeting' }),
  heldAt: instant('Enter when it was held'),
  chair: optionalText(120),
  participants: z.array(participantRow).max(60, 'Take at most 60 participants'),
  informationShared: optionalText(20_000),
  riskAnalysis: optionalText(20_000),
  decision: oneOf(strategyDiscussion.decisions, 'Choose a decision from the list'),
  decisionReason: optionalText(5000),
  enquiry: oneOf(ENQUIRIES, 'Choose how the enquiry is made'),
  policeOfficer: optionalText(120),
  medical: optionalText(5000),
  interviewPlan: optionalText(5000),
  otherChildren: optionalText(5000),
  actions: z.array(actionRow).max(60, 'Take at most 60 actions').nullish().transform((value) => value ?? []),
  /**
   * What a record carried over from elsewhere says where it fills none of the fields above: the list of participants in the
   * policy's words (null: not known), whether a plan was recorded, and details kept as they are. No form asks for it.
   */
  carriedOver: z.object({
    participants: z.array(z.string().max(120)).max(60).nullish(),
    planRecorded: z.boolean().nullish(),
    detail: z.record(z.string(), z.unknown()).nullish(),
  }).nullish().transform((value) => value ?? null),
}).superRefine((input, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (input.decision !== null && input.decisionReason === null) problem('decisionReason', 'Say why this was decided')
  if (input.decision === 's47' && input.enquiry === null) problem('enquiry', 'Say whether the enquiry is joint or by one agency')
  const people = input.participants.filter((participant): participant is Participant => participant !== null)
  // One voice is no discussion, and must not stop the 24-hour target.
  if (input.carriedOver === null && people.length < 2) problem('participants', 'Say who took part: at least two people')
  const worker = people.find((person) => person.part === 'social-worker')
  const manager = people.find((person) => person.part === 'social-work-manager' && person.name.toLowerCase() === worker?.name.toLowerCase())
  // One person in both parts would make a discussion quorate on paper only.
  if (manager !== undefined) problem(`participants.${input.participants.indexOf(manager)}.name`, 'The manager must be somebody other than the social worker')
  for (const [index, action] of input.actions.entries()) {
    // An action that could not be read has no due time: what is wrong with it is told by itself, and asking for its time would be a fault.
    if (action !== null && action.dueAt instanceof Date && action.dueAt.getTime() <= input.heldAt.getTime()) problem(`actions.${index}.dueOn`, 'This is before the discussion was held')
  }
})
export type StrategyDiscussionInput = z.output<typeof strategyDiscussionInput>
