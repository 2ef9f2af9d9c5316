import { z } from 'zod'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { choice, id, instant, text } from '@/lib/referrals/input'
import { ENDINGS, GROUNDS, RANK_CHOICES } from '@/lib/wording/warning-notices'

const day = (message: string) => z.string().trim().nullish().transform((value, context) => {
  if (value === undefined || value === null || value === '') return null
  const date = readPlainDate(value)
  if (date === null) context.addIssue({ code: 'custom', message })
  return date
})

export const considerInput = z.object({
  childId: id, adultId: id, used: z.enum(['yes', 'no'], { error: 'Say whether a notice is to be served' }), why: text(5000, 'Say why, so that somebody who reads it later can judge it'),
})

export const serveInput = z.object({
  childId: id, adultId: id,
  ground: choice(GROUNDS, 'Choose what the notice rests on'),
  noteRead: z.enum(['yes', ''], { error: 'Tick the note once it is read' }).nullish().transform((value) => value === 'yes'),
  careEndsOn: day('Enter the day on which the care ends, such as 27 3 2026'),
  servedAt: instant('Enter when it was served'),
  servedBy: text(160, 'Name who served it'),
  servedRank: choice(RANK_CHOICES, 'Choose the rank'),
  place: text(200, 'Say where it was served'),
  conditions: text(5000, 'Write down what the adult was told not to do'),
}).superRefine((input, context) => {
  if (input.adultId === input.childId) context.addIssue({ code: 'custom', path: ['adultId'], message: 'Choose the adult: this is the child' })
  if (input.ground === 'accommodated-s20' && !input.noteRead) context.addIssue({ code: 'custom', path: ['noteRead'], message: 'Read the legal note and tick that it was read' })
})

export const breachInput = z.object({
  noticeId: id, at: instant('Enter when it happened'), what: text(5000, 'Say what the adult did'), done: text(5000, 'Say what was done about it, or what will be and by whom'),
})

export const endInput = z.object({ noticeId: id, why: choice(ENDINGS, 'Say why it ends'), note: text(2000, 'Say what that rests on') })
