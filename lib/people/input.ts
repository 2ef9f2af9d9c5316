import { z } from 'zod'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { borough, bornOn, id, instant, optionalText, text, yesNoUnknown } from '@/lib/referrals/input'
import { FLAG_WORDS } from '@/lib/wording/concerns'
import { KINSHIPS } from '@/lib/wording/kinship'
import { PLAN_CATEGORIES } from '@/lib/wording/plans'

const FLAGS = Object.keys(FLAG_WORDS) as [keyof typeof FLAG_WORDS, ...(keyof typeof FLAG_WORDS)[]]

const reason = text(500, 'Say what the change rests on')
/** What the page showed, as a short digest: a second editor's change in between is noticed, not overwritten. */
const seen = z.string({ error: 'Open the page again' }).max(80)

export const correctPersonInput = z.object({
  personId: id, seen, givenName: optionalText(80), familyName: optionalText(80), description: optionalText(300), bornOn,
  age: z.union([z.literal('').transform(() => null), z.coerce.number({ error: 'Enter the age in whole years' }).int('Enter the age in whole years').min(0, 'Enter an age from 0 to 120').max(120, 'Enter an age from 0 to 120')], { error: 'Enter the age in whole years, from 0 to 120' })
    .nullish().transform((value) => value ?? null),
  ageDisputed: yesNoUnknown.transform((value) => value === true),
  sex: z.enum(['female', 'male', 'other', ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  telephone: optionalText(30),
  reason,
}).refine((input) => input.givenName !== null || input.familyName !== null || input.description !== null, {
  error: 'Enter a name, or describe the person if the name is not known', path: ['givenName'],
})

export const setCircumstancesInput = z.object({
  personId: id, seen, lookedAfter: yesNoUnknown, responsibleAuthority: optionalText(120),
  planCategory: z.enum([...PLAN_CATEGORIES, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  placement: optionalText(200), leadName: optionalText(120), reason,
}).superRefine((input, context) => {
  if (input.lookedAfter === true && input.responsibleAuthority === null) {
    context.addIssue({ code: 'custom', path: ['responsibleAuthority'], message: 'Name the authority responsible for the child' })
  }
})

export const addFlagInput = z.object({
  personId: id, flag: z.enum(FLAGS, { error: 'Choose a flag' }), reason: text(500, 'Say what the flag rests on'),
  reviewOn: z.string().trim().nullish().transform((value, context) => {
    if (value === undefined || value === null || value === '') return null
    const date = readPlainDate(value)
    if (date === null) context.addIssue({ code: 'custom', message: 'Enter a date as day, month and year' })
    return date
  }),
  /** Who answers for it; left empty, whoever adds it. */
  ownerName: optionalText(120),
})

export const linkPeopleInput = z.object({
  personId: id, otherId: id, kind: z.enum(KINSHIPS, { error: 'Say how they are related' }), reason: text(500, 'Say who told you, or what it rests on'),
}).refine((input) => input.personId !== input.otherId, { error: 'Choose somebody else', path: ['otherId'] })

export const setAddressInput = z.object({
  personId: id, line: text(200, 'Enter the address'), postcode: optionalText(10), borough,
  since: instant('Enter since when').nullish().transform((value) => value ?? null),
  /** Of an earlier address; null for where they live now. */
  until: instant('Enter until when').nullish().transform((value) => value ?? null),
  reason,
})
