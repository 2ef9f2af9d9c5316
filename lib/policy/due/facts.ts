/**
 * The facts that the calculator takes with a question, and the words each may have. A word that is not known is an error
 * and not passed over: "serious-injry" would otherwise get the longer time without a sign.
 */
import { CONCERNS } from '../concerns'
import { EVENT_KINDS } from '../events'
import type { DecidingFacts } from './choosers'

type WordFact = 'rag' | 'urgency' | 'concern' | 'level' | 'risk' | 'grade' | 'event'
type YesNoFact = 'unsafe' | 'child_within_reach' | 'mother_unfit'
export type FactName = WordFact | YesNoFact

const WORDS: { readonly [K in WordFact]: readonly string[] } = {
  rag: ['red', 'amber', 'green'],
  urgency: ['high', 'medium', 'normal', 'low', 'routine'],
  concern: CONCERNS,
  level: ['high', 'medium', 'low'],
  risk: ['very high', 'high', 'medium', 'low'],
  grade: ['good', 'adequate', 'requires-improvement', 'inadequate'],
  event: EVENT_KINDS,
}

const isWordFact = (name: FactName): name is WordFact => Object.hasOwn(WORDS, name)

/** The facts of those names among what was given, or what is wrong with one of them. Other keys are left alone. */
export function readFacts(given: Readonly<Record<string, unknown>>, names: readonly FactName[]): { facts: DecidingFacts } | { problem: string } {
  const facts: Record<string, unknown> = {}
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? given[name] : null
    if (value === null) continue
    if (isWordFact(name)) {
      if (typeof value !== 'string' || !WORDS[name].includes(value)) return { problem: wordProblem(name, value) }
    } else if (typeof value !== 'boolean') return { problem: `"${name}" is true, false or null` }
    facts[name] = value
  }
  return { facts }
}

function wordProblem(name: WordFact, value: unknown): string {
  if (name === 'rag' && value === 'blue') return 'a blue rating has no timescale (clause mash-rag-blue)'
  return `"${name}" is one of ${WORDS[name].length > 20 ? 'the words of the chronology' : WORDS[name].join(', ')}, or null`
}
