import { z } from 'zod'
import { RANKS, ROLES } from '@/lib/access/roles'
import { readPlainDate, startOfLondonDay } from '@/lib/policy/calendar/london'
import { writable } from '@/lib/referrals/input'

/** As people type it; compared in lower case (sign-in does the same). */
export const email = z.string({ error: 'Enter the e-mail' }).trim().toLowerCase().max(254, 'Use at most 254 characters').refine(writable, 'This has signs that cannot be kept')
  .refine((typed) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed), 'Enter the e-mail as name@place.uk')

export const role = z.enum(ROLES, { error: 'Choose a role' })
export const rank = z.enum([...RANKS, ''], { error: 'Choose a rank from the list' }).nullish().transform((value) => (value ? value : null))

/** A London day ('2026-11-27'), as the instant it begins; null when left empty. */
export const day = z.string().trim().nullish().transform((value, context): Date | null => {
  if (value === undefined || value === null || value === '') return null
  const date = readPlainDate(value)
  if (date !== null) return startOfLondonDay(date)
  context.addIssue({ code: 'custom', message: 'Enter a day that exists' })
  return z.NEVER
})
