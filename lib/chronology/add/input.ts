import { z } from 'zod'
import { id, instant, text, writable } from '@/lib/referrals/input'
import { ADDABLE, addableNamed, type Addable, type Fact } from './kinds'

const WHATS = ADDABLE.map((addable) => addable.what)

const answers = z.record(z.string().max(60), z.union([z.string(), z.array(z.string())], { error: 'Answer from the form' }), { error: 'Answer from the form' }).nullish().transform((facts) => facts ?? {})

/** One entry for the chronology as it is typed. `facts` are answers by key, judged by what the chosen kind asks for. */
export const addInput = z.object({
  personId: id,
  what: z.string({ error: 'Choose what happened' }).refine((what) => WHATS.includes(what), 'Choose what happened'),
  occurredAt: instant('Enter when it happened'),
  facts: answers,
  account: text(20_000, 'Say what happened'),
  referralId: z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null),
}).superRefine((input, context) => {
  const facts = answers.safeParse(input.facts)
  for (const fact of facts.success ? addableNamed(input.what)?.facts ?? [] : []) {
    const problem = problemOf(fact, facts.data?.[fact.key])
    if (problem !== null) context.addIssue({ code: 'custom', path: ['facts', fact.key], message: problem })
  }
  // Asked even where other fields have problems: all of them are told at once.
}, { when: ({ value }) => typeof value === 'object' && value !== null })
export type AddInput = z.output<typeof addInput>

type Answer = string | readonly string[] | undefined

const one = (answer: Answer): string => ((typeof answer === 'string' ? answer : answer?.[0]) ?? '').trim()
const all = (answer: Answer): string[] => (answer === undefined ? [] : typeof answer === 'string' ? [answer] : [...answer]).filter((word) => word !== '')

function problemOf(fact: Fact, answer: Answer): string | null {
  switch (fact.as) {
    case 'one': return one(answer) === '' ? (fact.optional ? null : `${fact.label}: choose one`) : Object.hasOwn(fact.of, one(answer)) ? null : `${fact.label}: choose from the list`
    case 'several': return all(answer).every((word) => Object.hasOwn(fact.of, word)) ? null : `${fact.label}: choose from the list`
    case 'yes-no': return ['', 'yes', 'no', 'unknown'].includes(one(answer)) ? null : `${fact.label}: choose yes, no or not known`
    case 'words': {
      if (one(answer) === '') return fact.optional ? null : `${fact.label}: write it down`
      if (one(answer).length > fact.max) return `Use at most ${fact.max} characters`
      return writable(one(answer)) ? null : 'This has signs that cannot be kept'
    }
    case 'waiting': return one(answer) === '' ? `${fact.label}: choose one` : null
  }
}

/** What the event carries, in the policy's words. What is not known is left out: a rule reads absence so. */
export function detailOf(addable: Addable, input: AddInput): Record<string, string | number | boolean | string[]> {
  const detail: Record<string, string | number | boolean | string[]> = { ...addable.fixed, account: input.account }
  for (const fact of addable.facts) {
    const answer = input.facts[fact.key]
    if (fact.as === 'several') {
      // Asked and none ticked is known not to be done: a gate must see that.
      if (!fact.optional || all(answer).length > 0) detail[fact.key] = all(answer)
    } else if (fact.as === 'yes-no') {
      if (one(answer) === 'yes' || one(answer) === 'no') detail[fact.key] = one(answer) === 'yes'
    } else if (one(answer) !== '' && !(fact.as === 'waiting' && one(answer) === ALL_WAITING)) {
      detail[fact.key] = fact.as === 'one' && fact.number ? Number(one(answer)) : one(answer)
    }
  }
  return detail
}

/** The answer that names no item: everything that waits was acted on. */
export const ALL_WAITING = 'all'
