import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { submitPac } from '@/lib/referrals/acts/submit-pac'
import { takeReferral } from '@/lib/referrals/take-referral'
import { MONDAY_NINE } from './actors'

type Input = Record<string, unknown>

/** What a receiving worker types for one child with serious neglect; override what the situation needs. */
export const referralOf = (overrides: Input = {}): Input => ({
  form: 'referral', borough: 'bromley', channel: 'telephone', fromAgency: 'education', fromWords: 'school', toAgency: 'csc',
  referrerName: 'Ms Rowan Teal', children: [{ givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01' }], adults: [],
  concern: 'neglect', narrative: 'Comes to school hungry and in the same clothes.', receivedAt: MONDAY_NINE.toISOString(), ...overrides,
})

/** A referral on record, taken by `actor` at `now`. */
export async function aReferral(actor: Actor, overrides: Input = {}, now: Date = MONDAY_NINE): Promise<{ referralId: string; reference: string }> {
  const outcome = await perform(takeReferral, actor, referralOf({ receivedAt: now.toISOString(), ...overrides }), { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`the referral was not taken: ${JSON.stringify(outcome)}`)
  const { referralId, reference } = outcome.result.ids
  if (referralId === undefined || reference === undefined) throw new Error('a taken referral has its ids')
  return { referralId, reference }
}

/** A police checklist as it comes in: nothing but a description and what happened, unless the situation says more. */
export const checklistOf = (overrides: Input = {}): Input => ({
  form: 'contact', way: 'pac', borough: 'bromley', channel: 'police-system', fromAgency: 'police', toAgency: 'csc', children: [{ description: 'Boy of about 8 in a red coat' }], adults: [],
  narrative: 'Found alone in the park at ten at night.', receivedAt: MONDAY_NINE.toISOString(), ...overrides,
})

/** A checklist on record, submitted by `actor` at `now`. */
export async function aChecklist(actor: Actor, overrides: Input = {}, now: Date = MONDAY_NINE): Promise<{ referralId: string }> {
  const outcome = await perform(submitPac, actor, checklistOf({ receivedAt: now.toISOString(), ...overrides }), { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`the checklist was not taken: ${JSON.stringify(outcome)}`)
  return { referralId: outcome.result.ids['referralId'] ?? '' }
}
