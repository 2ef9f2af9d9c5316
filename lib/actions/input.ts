import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { invalid } from '@/lib/acts/outcome'
import { endOfLondonDay, readPlainDate } from '@/lib/policy/calendar/london'
import { id, instant, optionalText, text } from '@/lib/referrals/input'

export interface NewAction {
  readonly what: string
  readonly ownerAgency: string
  readonly ownerName: string
  readonly dueAt: Date
  /** Agreed for a day: `dueAt` is the London midnight that closes it. */
  readonly dueDayEnd: boolean
}

/** A London day ('2026-11-27') or an instant; a day is due at its end. */
const dueFields = {
  dueOn: z.string().trim().nullish(),
  dueAt: instant('Enter the date by which it is to be done').nullish(),
}

type Due = { readonly dueOn?: string | null | undefined; readonly dueAt?: Date | null | undefined }

/** The due instant, or the message that belongs beside the date. */
export function dueOf(value: Due): { readonly dueAt: Date; readonly dueDayEnd: boolean } | { readonly message: string } {
  if (value.dueAt) return { dueAt: value.dueAt, dueDayEnd: false }
  if (!value.dueOn) return { message: 'Enter the date by which it is to be done' }
  const day = readPlainDate(value.dueOn)
  return day === null ? { message: 'The date by which it is to be done must be a real date' } : { dueAt: endOfLondonDay(day), dueDayEnd: true }
}

/** The due instant of an action that is set now. Throws invalid where it is none or has passed. */
export function dueToCome(value: Due, now: Date): { readonly dueAt: Date; readonly dueDayEnd: boolean } {
  const due = dueOf(value)
  if ('message' in due) throw invalid('dueOn', due.message)
  if (due.dueAt.getTime() <= now.getTime()) throw invalid('dueOn', 'This date has passed: enter a date to come')
  return due
}

/** One row of a list of actions. Null: a row that was left empty. */
export const actionRow = z.object({
  what: optionalText(500),
  ownerAgency: z.enum([...AGENCIES, ''], { error: 'Choose the agency that does it' }).nullish(),
  ownerName: optionalText(120),
  ...dueFields,
}).transform((row, context): NewAction | null => {
  if (row.what === null && row.ownerName === null && !row.ownerAgency && !row.dueOn && !row.dueAt) return null
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (row.what === null) problem('what', 'Say what is to be done')
  if (!row.ownerAgency) problem('ownerAgency', 'Choose the agency that does it')
  if (row.ownerName === null) problem('ownerName', 'Name who does it')
  const due = dueOf(row)
  if ('message' in due) problem('dueOn', due.message)
  if (row.what === null || !row.ownerAgency || row.ownerName === null || 'message' in due) return z.NEVER
  return { what: row.what, ownerAgency: row.ownerAgency, ownerName: row.ownerName, ...due }
})

export const setActionInput = z.object({
  /** The meeting it comes from; without one, the child and the borough it is about. */
  meetingId: id.nullish().transform((value) => value ?? null),
  childId: id.nullish().transform((value) => value ?? null),
  borough: z.string().nullish().transform((value) => value ?? null),
  what: text(500, 'Say what is to be done'),
  ownerAgency: z.enum(AGENCIES, { error: 'Choose the agency that does it' }),
  ownerName: text(120, 'Name who does it'),
  ...dueFields,
}).superRefine((input, context) => {
  if (input.meetingId === null && input.childId === null) context.addIssue({ code: 'custom', path: ['childId'], message: 'Say which child it is about' })
  const due = dueOf(input)
  if ('message' in due) context.addIssue({ code: 'custom', path: ['dueOn'], message: due.message })
})

export const completeActionInput = z.object({
  actionId: id,
  evidence: text(2000, 'Say what shows that it was done'),
  /** When it was done, where that is not now. */
  doneAt: instant('Enter when it was done').nullish().transform((value) => value ?? null),
})

export const carryActionInput = z.object({
  actionId: id,
  reason: text(1000, 'Say why it is carried'),
  ...dueFields,
}).superRefine((input, context) => {
  const due = dueOf(input)
  if ('message' in due) context.addIssue({ code: 'custom', path: ['dueOn'], message: due.message })
})
