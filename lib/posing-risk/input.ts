import { z } from 'zod'
import { choice, id, instant, text } from '@/lib/referrals/input'
import { IDENTIFIERS, LINK_HOWS, TACTIC_RESULTS, TACTICS } from '@/lib/wording/places'

const noId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)

export const linkAdultInput = z.object({
  adultId: id, childId: id, how: choice(LINK_HOWS, 'Say how this adult has to do with the child'),
  learnedAt: instant('Enter when this was learned').nullish().transform((value) => value ?? null),
  why: text(5000, 'Say who told you, and what the risk to the child may be'),
}).refine((input) => input.adultId !== input.childId, { path: ['childId'], error: 'Choose another person: this is the one whose page it is' })

/** Letters and digits alone, in small letters; of a telephone without the country's own beginning. */
export function fold(kind: string, value: string): string {
  const plain = value.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return kind === 'telephone' ? plain.replace(/^(?:00)?440?(?=[1-9]\d{8,9}$)/, '0') : plain
}

export const identifierInput = z.object({
  personId: id, kind: choice(IDENTIFIERS, 'Say what it is'), value: text(120, 'Enter the number, the registration or the name'), why: text(2000, 'Say how it is known to be this adult’s'),
}).refine((input) => fold(input.kind, input.value).length >= 3, { path: ['value'], error: 'Enter at least three letters or digits', when: ({ value }) => typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string' })

export const tacticInput = z.object({
  placeId: noId, adultId: noId, what: choice(TACTICS, 'Say what was tried'), at: instant('Enter when it was tried'),
  result: z.enum([...TACTIC_RESULTS, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  account: text(5000, 'Say who did it and what came of it'),
}).refine((input) => input.placeId !== null || input.adultId !== null, { path: ['placeId'], error: 'Say against which place or adult' })
