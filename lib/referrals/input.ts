import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { eventDetail } from '@/lib/chronology/detail'
import { CONCERNS, INDICATORS } from '@/lib/policy/concerns'
import { EMERGENCIES, POLICE_CALLS } from '@/lib/policy/emergency'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { HOUSEHOLD_KIN } from '@/lib/wording/kinship'
import { BOROUGH_CODES } from './boroughs'
import { wayProblems, WAYS } from '@/lib/wording/ways'

/** Text that PostgreSQL can hold: NUL and lone surrogates would fail deep inside, so they are refused at the door. */
export const writable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()
export const text = (max: number, message: string) =>
  z.string({ error: message }).trim().min(1, message).max(max, `Use at most ${max} characters`).refine(writable, 'This has signs that cannot be kept')
export const optionalText = (max: number) =>
  z.string().trim().max(max, `Use at most ${max} characters`).refine(writable, 'This has signs that cannot be kept')
    .transform((value) => (value === '' ? null : value)).nullish().transform((value) => value ?? null)
export const yesNoUnknown = z.enum(['yes', 'no', 'unknown', ''], { error: 'Choose yes, no or not known' }).nullish()
  .transform((value) => (value === 'yes' ? true : value === 'no' ? false : null))
export const choice = <const T extends readonly [string, ...string[]]>(words: T, message: string) => z.enum(words, { error: message })
export const borough = z.string({ error: 'Choose a borough' }).refine((code) => BOROUGH_CODES.includes(code), 'Choose a borough')
export const id = z.uuid({ error: 'This link is not whole: go back and try again' })

/** An instant: a Date (from a form's London date and time, already read) or ISO text with an offset. Of a year that a working day can be counted in: beyond it the calendar throws. */
export const instant = (message: string) => z.union([
  z.date({ error: message }),
  z.iso.datetime({ offset: true, error: message }).transform((value) => new Date(value)),
], { error: message }).refine((at) => at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 2199, 'Enter a year from 1900 to 2199')

export const bornOn = z.string().trim().nullish().transform((value, context) => {
  if (value === undefined || value === null || value === '') return null
  const date = readPlainDate(value)
  if (date === null) context.addIssue({ code: 'custom', message: 'Enter a date of birth as day, month and year, such as 27 3 2012' })
  return date
})

/** Somebody on a referral: a person already known (`personId`, the receiving worker's match) or a new one. */
export const personInput = z.object({
  personId: z.uuid().nullish().transform((value) => value ?? null),
  givenName: optionalText(80),
  familyName: optionalText(80),
  description: optionalText(300),
  bornOn,
  age: z.coerce.number({ error: 'Enter the age in whole years' }).int('Enter the age in whole years').min(0, 'Enter an age from 0 to 120').max(120, 'Enter an age from 0 to 120').nullish().transform((value) => value ?? null),
  unborn: z.coerce.boolean().nullish().transform((value) => value ?? false),
  sex: z.enum(['female', 'male', 'other', ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  address: optionalText(200),
  postcode: optionalText(10),
  telephone: optionalText(30),
  lookedAfter: yesNoUnknown,
  /** How an adult is related to the child, in words. */
  relationship: optionalText(80),
})
export type PersonInput = z.output<typeof personInput>

export const childInput = personInput.refine(
  (child) => child.personId !== null || child.givenName !== null || child.familyName !== null || child.description !== null,
  { error: 'Enter the child’s name, or describe the child if the name is not known', path: ['givenName'] },
)
export const adultInput = personInput.extend({
  role: z.enum(['parent', 'suspect', 'other'], { error: 'Say who this adult is' }),
  /** Whether this adult lives at the child's address. */
  livesWith: yesNoUnknown,
})
/** Somebody else who lives at the child's address; of nobody there is it alleged that they did anything. */
export const householdInput = personInput.extend({
  kin: z.enum(HOUSEHOLD_KIN, { error: 'Say who this is to the child' }),
  grown: z.enum(['adult', 'child', ''], { error: 'Choose adult or child' }).nullish().transform((value) => (value ? value : null)),
}).refine((one) => one.personId !== null || one.givenName !== null || one.familyName !== null || one.description !== null, {
  error: 'Enter the name, or describe who lives there', path: ['givenName'],
  when: ({ value }) => typeof value === 'object' && value !== null,
})

/** Red, amber, green, blue (mash-rag-*). */
export const RAGS = ['red', 'amber', 'green', 'blue'] as const

/** A live emergency, and what was done about 999 (ref-crime-999): the same on the referral's form and afterwards. */
export const emergencyFields = {
  emergency: z.enum([...EMERGENCIES, 'none', ''], { error: 'Say whether it is a live emergency' }).nullish().transform((value) => (value ? value : null)),
  emergencyCall: z.enum([...POLICE_CALLS, ''], { error: 'Say whether 999 was called' }).nullish().transform((value) => (value ? value : null)),
  callReference: optionalText(60),
  noCallWhy: optionalText(500),
}
export type EmergencyInput = z.output<z.ZodObject<typeof emergencyFields>>

/** What an emergency still lacks: the call with its reference, or that none was made and why. */
export function emergencyProblems(input: EmergencyInput): { path: string; message: string }[] {
  if (input.emergency === null || input.emergency === 'none') return []
  if (input.emergencyCall === null) return [{ path: 'emergencyCall', message: 'Say whether 999 was called' }]
  if (input.emergencyCall === 'made' && input.callReference === null) return [{ path: 'callReference', message: 'Enter the 999 or CAD reference' }]
  return input.emergencyCall === 'none' && input.noCallWhy === null ? [{ path: 'noCallWhy', message: 'Say why 999 was not called' }] : []
}

export const referralInput = z.object({
  form: z.enum(['contact', 'referral'], { error: 'Choose contact or referral' }),
  /** By which way it came in: each asks for its own parts. None: taken over from a record, or a contact that becomes a referral. */
  way: z.enum([...WAYS, ''], { error: 'Choose how it came in' }).nullish().transform((value) => (value ? value : null)),
  borough,
  // In the order of the form: the summary of problems lists them so.
  fromAgency: z.enum([...AGENCIES, 'public', 'family'], { error: 'Say who is referring' }),
  /** Who it came from in their own words: 'school', 'mother', 'GP'. Blank takes the agency. */
  fromWords: optionalText(120),
  channel: z.enum(['telephone', 'online', 'email', 'in-person', 'police-system', 'letter'], { error: 'Say how it came in' }),
  toAgency: z.enum(['police', 'csc'], { error: 'Choose police or children’s social care' }),
  /** Their own reference: the Merlin number, another force's or borough's. */
  theirReference: optionalText(60),
  referrerName: optionalText(120),
  referrerContact: optionalText(200),
  /** The partner's team that rang: it confirms in writing from its own page, and sees there what it was told. */
  fromTeamId: z.uuid({ error: 'Choose the team from the list' }).or(z.literal('')).nullish().transform((value) => (value ? value : null)),
  /** Of a police checklist: the supervisor who has seen it, and what the child said or why the child was not spoken to. */
  supervisor: optionalText(120),
  childSaid: optionalText(2000),
  children: z.array(childInput).min(1, 'Add at least one child').max(20, 'Take at most 20 children in one referral'),
  adults: z.array(adultInput).max(20, 'Take at most 20 adults in one referral'),
  household: z.array(householdInput).max(20, 'Take at most 20 people of one household').nullish().transform((value) => value ?? []),
  concern: z.enum([...CONCERNS, ''], { error: 'Choose the main concern' }).nullish().transform((value) => (value ? value : null)),
  otherConcerns: z.array(z.enum(CONCERNS, { error: 'Choose from the list' })).nullish().transform((value) => value ?? []),
  indicators: z.array(z.enum(INDICATORS, { error: 'Choose from the list' })).nullish().transform((value) => value ?? []),
  narrative: text(20_000, 'Say what happened and what is alleged'),
  urgency: z.enum(['high', 'normal', ''], { error: 'Choose urgent or not urgent' }).nullish().transform((value) => (value ? value : null)),
  rag: z.enum([...RAGS, ''], { error: 'Choose a rating' }).nullish().transform((value) => (value ? value : null)),
  ...emergencyFields,
  /** A form asked whether it is a live emergency: of a rape the answer may not be left out. */
  emergencyAsked: z.boolean().nullish().transform((value) => value ?? false),
  suspect: z.enum(['known', 'unidentified', 'none', ''], { error: 'Choose from the list' }).nullish().transform((value) => (value && value !== 'none' ? value : null)),
  suspectRelationship: optionalText(80),
  forensicEvidence: yesNoUnknown,
  immediateAction: yesNoUnknown,
  staffConcerned: yesNoUnknown,
  organised: yesNoUnknown,
  complex: yesNoUnknown,
  complexReason: optionalText(500),
  complexManager: optionalText(120),
  offenceIdentified: yesNoUnknown,
  concernIdentifiedAt: instant('Enter when the concern was identified').nullish().transform((value) => value ?? null),
  receivedAt: instant('Enter when the referral was received'),
  initialReportAt: instant('Enter when it was first reported').nullish().transform((value) => value ?? null),
  /** Whether it tells again of what is on record already. Anything but yes is a new incident: nothing done before answers it. */
  toldBefore: yesNoUnknown,
  /** Whether the receiving worker looked among the people known first: their form says so, a partner's never asks. */
  searched: z.boolean().default(true),
  /** The contact that becomes this referral. */
  contactId: z.uuid().nullish().transform((value) => value ?? null),
  /** Handed on without a concern being said: what was said before stands. Records taken over, never a form. */
  concernNotSaid: z.boolean().nullish().transform((value) => value ?? false),
  /** What the event carries beside the questions of the form, in the policy's words; it goes before them. */
  extra: eventDetail,
}).refine((input) => input.form !== 'referral' || (input.concern ?? null) !== null || input.concernNotSaid, {
  path: ['concern'], error: 'Choose the main concern',
  // Asked even where other fields have problems: all of them are told at once.
  when: ({ value }) => typeof value === 'object' && value !== null,
}).superRefine((input, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  for (const { field, message } of wayProblems(input.way, input)) problem(field, message)
  for (const { path, message } of emergencyProblems(input)) problem(path, message)
  if (input.emergencyAsked && input.concern === 'penetrative-abuse' && input.emergency === null) problem('emergency', 'Say whether the rape is recent')
  if (input.rag === 'blue' && input.way !== 'pac') problem('rag', 'Blue is of a police checklist only: choose red, amber or green')
  if (input.complex === true && input.complexReason === null) problem('complexReason', 'Say why it is particularly complex')
  if (input.complex === true && input.complexManager === null) problem('complexManager', 'Name the manager who says it is particularly complex')
  for (const moment of ['concernIdentifiedAt', 'initialReportAt'] as const) {
    const at = input[moment]
    if (at !== null && at.getTime() > input.receivedAt.getTime()) problem(moment, 'This cannot be after the referral was received')
  }
})
export type ReferralInput = z.output<typeof referralInput>
