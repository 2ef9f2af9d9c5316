import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { askAgencies } from '@/lib/enquiry/acts/ask-agencies'

/** What a MASH worker types to ask one school, with consent dispensed with; override what the situation needs. */
export const questionOf = (referralId: string, teams: readonly string[], now: Date, overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  referralId, teams, about: 'Ottoline Brackwater, born 1 March 2007', question: 'How has she been at school since Easter?', purpose: 'To decide whether she is safe at home today.',
  basis: 'public-task', dueAt: new Date(now.getTime() + 4 * 3_600_000).toISOString(), consent: 'dispensed-with', consentWhy: 'To ask the mother would put the child at risk.', ...overrides,
})

export const teamOf = (actor: Actor): string => actor.memberships[0]?.teamId ?? ''

/** A question on record, asked by `actor` of the team of `asked`: its id. */
export async function aQuestion(actor: Actor, referralId: string, asked: Actor, now: Date, overrides: Record<string, unknown> = {}): Promise<string> {
  const outcome = await perform(askAgencies, actor, questionOf(referralId, [teamOf(asked)], now, overrides), { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`nobody was asked: ${JSON.stringify(outcome)}`)
  return outcome.result.ids['requestId0'] ?? ''
}
