import type { Known } from '../exploitation'
import type { KnownRisk } from './known-risks'
import { QUESTIONS, type RiskId } from './questions'

/** What a yes of a caller makes known, in words: the same whether it stands on record or is just being typed. */
export const TOLD: Readonly<Record<RiskId, string>> = {
  plan: 'a caller says that the child is on a protection plan', repeat: 'a caller says that it is a repeat', concern: 'a caller tells of a concern',
  health: 'a caller tells of a health need or medicine', suicide: 'a caller tells of self-harm or a suicide attempt', substance: 'a caller tells of drugs or alcohol',
  harm: 'a caller says that something suggests harm or a crime', 'unsafe-adult': 'a caller says that the child may be with an unsafe adult', trafficking: 'a caller says that the child may be trafficked',
  'to-others': 'a caller says that the child puts others at risk', 'out-of-character': 'a caller says that it is unlike the child',
}
export const EXPLOITATION_TOLD: Known = { fact: 'answer', why: 'a caller says that the child is at risk of exploitation' }

/** The risk that a yes to this question tells of; null for exploitation, which has a clause of its own, and for a question of nobody's. */
export function riskOf(question: string): RiskId | null {
  const yes = QUESTIONS.find(({ id }) => id === question)?.yes
  return yes === undefined || yes === 'exploitation' ? null : yes
}

/** Risks that callers told of, each once and in the order the questions are asked. */
export function risksTold(told: ReadonlySet<RiskId>): KnownRisk[] {
  const order = [...new Set(QUESTIONS.flatMap(({ id }) => riskOf(id) ?? []))]
  return order.filter((risk) => told.has(risk)).map((risk) => ({ risk, why: TOLD[risk] }))
}
