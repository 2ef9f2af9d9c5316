import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import type { Duration } from '@/lib/policy/calendar/duration'
import { durationWords } from '@/lib/policy/calendar/duration'
import { clause } from '@/lib/policy/clauses'
import { isDurationParameter, isNumberParameter, PARAMETER_IDS, type Pack, type ParameterId } from '@/lib/policy/packs'

export const UNITS = {
  minutes: 'minutes', hours: 'hours', 'same-day': 'the same day', 'working-days': 'working days', 'calendar-days': 'days', 'days-beginning-with': 'days, the first counted', months: 'months',
} as const
type Unit = keyof typeof UNITS

/** Words that can be asked for beside those of the pack: agencies, and the parts people take in a discussion. */
const KNOWN_WORDS: readonly string[] = [...AGENCIES, 'social-worker', 'social-work-manager', 'fostering', 'paediatrician', 'referrer', 'school', 'nursery']

export type OverlayValue = Duration | number | readonly string[]

/** One row of the form: a value of the pack and what the borough puts in its place. Null: a row left empty. */
export const overlayRow = z.object({
  parameter: z.string().trim().nullish(), amount: z.string().trim().nullish(), unit: z.string().trim().nullish(),
}).transform((row, context): { parameter: ParameterId; value: OverlayValue } | null => {
  const amount = row.amount ?? ''
  if (!row.parameter && amount === '' && !row.unit) return null
  const problem = (path: string, message: string): typeof z.NEVER => {
    context.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
  }
  const parameter = PARAMETER_IDS.find((one) => one === row.parameter)
  if (parameter === undefined) return problem('parameter', 'Choose which value')
  if (isDurationParameter(parameter)) {
    if (!row.unit || !Object.hasOwn(UNITS, row.unit)) return problem('unit', 'Choose the unit')
    const unit = row.unit as Unit
    if (unit === 'same-day') return { parameter, value: { unit } }
    return /^[1-9]\d{0,3}$/.test(amount) ? { parameter, value: { unit, n: Number(amount) } } : problem('amount', 'Enter a whole number of one or more')
  }
  if (isNumberParameter(parameter)) return /^\d{1,6}$/.test(amount) ? { parameter, value: Number(amount) } : problem('amount', 'Enter a whole number')
  const words = amount.split(',').map((word) => word.trim().toLowerCase()).filter((word) => word !== '')
  return words.length > 0 ? { parameter, value: words } : problem('amount', 'Enter the words, with commas between them')
})

/** Words that the pack does not have and nobody could ever be: an impossible quorum would leave every discussion unanswered. */
export const unknownWords = (pack: Pack, parameter: ParameterId, value: OverlayValue): readonly string[] => {
  if (!Array.isArray(value)) return []
  const own = pack.parameters[parameter]
  const base: readonly string[] = Array.isArray(own.value) ? own.value : []
  return (value as readonly string[]).filter((word) => !base.includes(word) && !KNOWN_WORDS.includes(word) && !('scale' in own && own.scale?.includes(word)))
}

export const valueWords = (value: OverlayValue): string => {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return (value as readonly string[]).map((word) => word.replaceAll('-', ' ')).join(', ')
  return durationWords(value as Duration)
}

/** 'What is late climbs (ladder, supervisor)'. */
export const parameterWords = (pack: Pack, id: ParameterId): string => `${clause(pack.parameters[id].clause).title} (${id.replaceAll('.', ', ').replaceAll('-', ' ')})`

/** Which way this value may be moved, in words. */
export const TIGHTER_WORDS = {
  shorter: 'can be made shorter', longer: 'can be made longer', higher: 'can be raised', lower: 'can be lowered', more: 'can be added to', fewer: 'can be narrowed',
} as const
