import { z } from 'zod'
import { text } from '@/lib/referrals/input'
import { METRICS } from './metrics'
import { TARGETED } from './targets'

const IDS = METRICS.map(({ id }) => id)
const number = (message: string) => z.string({ error: message }).trim().regex(/^\d{1,7}(\.\d{1,2})?$/, message).transform(Number)
const blank = z.string().nullish().transform((value) => { const said = value?.trim() ?? ''; return said === '' ? null : said })
const maybe = (message: string) => blank.refine((value) => value === null || /^\d{1,7}(\.\d{1,2})?$/.test(value), message).transform((value) => (value === null ? null : Number(value)))
const maybeWhole = (message: string, least = 0) => blank.refine((value) => value === null || (/^\d{1,5}$/.test(value) && Number(value) >= least), message).transform((value) => (value === null ? null : Number(value)))

/** A figure that is taken back, and why: whoever reads the list of them sees both. */
export const withdrawalInput = z.object({
  measurementId: z.uuid({ error: 'Choose the figure' }), reason: text(200, 'Say why it is taken back'),
})

/** A target of a borough's own, or London's, from a day to come; without a value: none of their own from that day. */
export const localTargetInput = z.object({
  borough: z.string({ error: 'Choose whose target it is' }).min(1, 'Choose whose target it is').max(60), measure: z.enum(TARGETED.map(({ id }) => id) as [string, ...string[]], { error: 'Choose the measure' }),
  value: maybe('Enter the target as a number, like 90 or 97.5'), from: z.iso.date({ error: 'Enter the day from which it holds' }),
  reason: text(500, 'Say why, and under whose decision'),
}).superRefine((input, context) => {
  const targeted = TARGETED.find(({ id }) => id === input.measure)
  if (targeted?.unit === 'per cent' && (input.value ?? 0) > 100) context.addIssue({ code: 'custom', path: ['value'], message: 'Of a hundred: enter 0 to 100' })
})

export const targetWithdrawalInput = z.object({
  targetId: z.uuid({ error: 'Choose the target' }), reason: text(500, 'Say why it is taken back'),
})

/** A figure from outside. A share is of a hundred; nothing else is said to be one. */
export const measurementInput = z.object({
  borough: z.string({ error: 'Choose the borough' }).min(1, 'Choose the borough').max(60), metric: z.enum(IDS as [string, ...string[]], { error: 'Choose what was measured' }),
  value: number('Enter the figure as a number, like 63 or 60.8'), target: maybe('Enter the target as a number, or leave it empty'),
  oldestDays: maybeWhole('Enter whole days, or leave it empty'), staff: maybeWhole('Enter how many people, or leave it empty', 1),
  measuredOn: z.iso.date({ error: 'Enter the day it was measured' }), source: text(200, 'Say where the figure comes from'),
}).superRefine((input, context) => {
  const metric = METRICS.find(({ id }) => id === input.metric)
  if (metric?.unit === 'per cent') for (const field of ['value', 'target'] as const) if ((input[field] ?? 0) > 100) context.addIssue({ code: 'custom', path: [field], message: 'Of a hundred: enter 0 to 100' })
})
