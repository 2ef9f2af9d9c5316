import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import { choice, id, instant, optionalText, text } from '@/lib/referrals/input'
import { ANSWER_WORDS, CONSENT_WORDS, LAWFUL_BASIS_WORDS, SYSTEM_WORDS } from '@/lib/wording/enquiry'

const keysOf = <T extends Record<string, string>>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]

export const LAWFUL_BASES = keysOf(LAWFUL_BASIS_WORDS)
export type LawfulBasis = (typeof LAWFUL_BASES)[number]
export const CONSENTS = keysOf(CONSENT_WORDS)
export const SYSTEMS = keysOf(SYSTEM_WORDS)
export const ANSWERS = keysOf(ANSWER_WORDS)

const basis = choice(LAWFUL_BASES, 'Choose the lawful basis')
const maybe = <const T extends readonly [string, ...string[]]>(words: T, message: string) =>
  z.enum(['', ...words], { error: message }).nullish().transform((value) => (value ? value as T[number] : null))

/** Consent typed with a question or a check, where none is on record yet. */
const consentFields = { consent: maybe(CONSENTS, 'Choose from the list'), consentWhose: optionalText(120), consentWhy: optionalText(1000) }
export interface TypedConsent {
  readonly consent: (typeof CONSENTS)[number] | null
  readonly consentWhose: string | null
  readonly consentWhy: string | null
}

export const askInput = z.object({
  referralId: id,
  /** Teams that see the question on their own page. */
  teams: z.array(id).max(20, 'Ask at most 20 at once').nullish().transform((value) => [...new Set(value ?? [])]),
  /** An agency without an account here: asked by telephone or letter, its answer taken down. */
  otherAgency: maybe(AGENCIES, 'Choose the agency'),
  otherName: optionalText(120),
  about: text(500, 'Say whom it is about, as the agency is to be told'),
  question: text(2000, 'Write the question'),
  purpose: text(1000, 'Say what the answer is needed for'),
  basis,
  dueAt: instant('Enter when the answer is needed'),
  ...consentFields,
})

/** Chosen from a list, or carried by the page. */
const question = z.uuid({ error: 'Choose the question' })
const answerFields = {
  requestId: question,
  kind: choice(ANSWERS, 'Choose what the answer is'),
  answer: optionalText(10_000),
  basis: maybe(LAWFUL_BASES, 'Choose the lawful basis'),
  reason: optionalText(2000),
}

interface TypedAnswer { kind: string; answer: string | null; basis: string | null; reason: string | null }

/** What each kind of answer cannot do without. */
function whole(input: TypedAnswer, context: z.core.$RefinementCtx): void {
  const problem = (path: string, message: string): void => { context.addIssue({ code: 'custom', path: [path], message }) }
  if (input.kind === 'held' && input.answer === null) problem('answer', 'Write what is held')
  if (input.kind === 'held' && input.basis === null) problem('basis', 'Choose the lawful basis on which it is shared')
  if (input.kind === 'refused' && input.reason === null) problem('reason', 'Give the reason why it is not shared')
}

export const answerInput = z.object(answerFields).superRefine(whole)
export const takenDownInput = z.object({ ...answerFields, saidBy: text(120, 'Name who gave the answer') }).superRefine(whole)

export const chaseInput = z.object({ requestId: id })
export const withdrawInput = z.object({ requestId: question, why: text(500, 'Say why the question is withdrawn') })

export const consentInput = z.object({ referralId: id, consent: choice(CONSENTS, 'Choose how it stands with consent'), whose: optionalText(120), why: optionalText(1000) })

export const researchInput = z.object({
  referralId: id,
  /** Whom it was searched for: somebody of the referral, or nobody in particular (an address). */
  personId: z.union([z.literal(''), z.uuid()], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null)),
  systems: z.array(choice(SYSTEMS, 'Choose from the list')).min(1, 'Choose which system was searched').max(SYSTEMS.length),
  held: choice(['yes', 'no'], 'Say whether anything is held there'),
  found: optionalText(10_000),
  /** Every system that can be searched has been. */
  all: z.boolean().default(false),
  ...consentFields,
}).superRefine((input, context) => {
  if (input.held === 'yes' && input.found === null) context.addIssue({ code: 'custom', path: ['found'], message: 'Write what was found' })
})

export const disclosureInput = z.object({
  referralId: id,
  shared: choice(['yes', 'no'], 'Say whether it was shared'),
  toAgency: choice([...AGENCIES, 'family', 'public'], 'Choose with whom'),
  toWords: optionalText(120),
  what: text(5000, 'Say what it is, so that an auditor can follow it'),
  basis: maybe(LAWFUL_BASES, 'Choose the lawful basis'),
  why: optionalText(2000),
}).superRefine((input, context) => {
  if (input.shared === 'yes' && input.basis === null) context.addIssue({ code: 'custom', path: ['basis'], message: 'Choose the lawful basis on which it was shared' })
  if (input.shared === 'no' && input.why === null) context.addIssue({ code: 'custom', path: ['why'], message: 'Say why it is not shared' })
})

export const passOnInput = z.object({ referralId: id, to: text(120, 'Say who took it at children’s social care'), basis, note: optionalText(2000) })
