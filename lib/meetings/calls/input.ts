import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { id, instant, optionalText, text } from '@/lib/referrals/input'
import { agencyOfPart, PARTS } from '@/lib/strategy/input'

export interface Invited {
  readonly part: string
  readonly agency: string
  readonly name: string
}

/** One row of the list of those asked. Null: somebody the procedures ask for whom the convener does not ask. */
const invitedRow = z.object({
  ask: z.boolean().nullish(),
  part: z.enum([...PARTS, ''], { error: 'Choose the part' }).nullish(),
  agency: z.enum([...AGENCIES, ''], { error: 'Choose the agency' }).nullish(),
  name: optionalText(120),
}).transform((row, context): Invited | null => {
  if (row.ask === false) {
    if (row.name === null) return null
    context.addIssue({ code: 'custom', path: ['ask'], message: 'Tick that this person is asked, or clear the name' })
    return z.NEVER
  }
  if (row.ask !== true && !row.part && !row.agency && row.name === null) return null
  const part = row.part || null
  const agency = row.agency || (part === null ? null : agencyOfPart(part))
  if (part === null) context.addIssue({ code: 'custom', path: ['part'], message: 'Choose the part' })
  else if (agency === null) context.addIssue({ code: 'custom', path: ['agency'], message: 'Choose the agency' })
  if (row.name === null) context.addIssue({ code: 'custom', path: ['name'], message: 'Enter who is asked, or untick the row' })
  if (part === null || agency === null || row.name === null) return z.NEVER
  return { part, agency, name: row.name }
})

export const modeField = z.enum(['telephone', 'meeting'], { error: 'Say whether it is by telephone or video, or at a meeting' })
export const placeField = text(500, 'Say where, or how to join the call')

export const callInput = z.object({
  children: z.array(id, { error: 'Choose at least one child' }).min(1, 'Choose at least one child').max(30, 'Take at most 30 children in one discussion'),
  referralId: id.nullish().transform((value) => value ?? null),
  borough: z.string().nullish().transform((value) => value || null),
  meetsAt: instant('Enter when it takes place'),
  mode: modeField,
  place: placeField,
  namesShared: z.boolean().nullish().transform((value) => value === true),
  invited: z.array(invitedRow).max(60, 'Ask at most 60 people'),
}).superRefine((input, context) => {
  if (input.invited.every((one) => one === null)) context.addIssue({ code: 'custom', path: ['invited'], message: 'Ask at least one person' })
})
export type CallInput = z.output<typeof callInput>
