import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import type { TestDatabase } from './database'

type Input = Record<string, unknown>

export const SOCIAL_WORKER = { part: 'social-worker', agency: 'csc', name: 'Saffron Oyelaran' }
export const MANAGER = { part: 'social-work-manager', agency: 'csc', name: 'Piers Lindqvist' }
export const HEALTH = { part: 'health', agency: 'health', name: 'Dr Mabel Nkemelu', brought: 'Weight below the second centile.' }
export const POLICE = { part: 'police', agency: 'police', name: 'DC Hollis Farrant' }
export const SCHOOL = { part: 'referrer', agency: 'education', name: 'Ms Rowan Teal' }

/** What a quorate discussion about a child referred by a school looks like; override what the situation needs. */
export const discussionOf = (children: readonly string[], referralId: string | null, heldAt: Date, overrides: Input = {}): Input => ({
  children, referralId, mode: 'meeting', heldAt: heldAt.toISOString(), chair: 'Piers Lindqvist',
  participants: [SOCIAL_WORKER, MANAGER, HEALTH, POLICE, SCHOOL], informationShared: 'Comes to school hungry.', riskAnalysis: 'Likely harm without support.',
  decision: 's47', decisionReason: 'Reasonable cause to suspect significant harm.', enquiry: 'joint', policeOfficer: 'DC Hollis Farrant',
  actions: [{ what: 'See the child', ownerAgency: 'csc', ownerName: 'Saffron Oyelaran', dueOn: '2016-05-18' }], ...overrides,
})

/** A discussion on record through its own act, held and written down at `now` unless said otherwise. */
export async function aRecordedDiscussion(actor: Actor, children: readonly string[], referralId: string | null, now: Date, overrides: Input = {}) {
  const outcome = await perform(recordStrategyDiscussion, actor, discussionOf(children, referralId, now, overrides), { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`the discussion was not recorded: ${JSON.stringify(outcome)}`)
  return { meetingId: outcome.result.ids['meetingId'] ?? '', actionId: outcome.result.ids['actionId0'] ?? '', says: outcome.result.says }
}

export const childrenOf = async (database: TestDatabase, referralId: string): Promise<string[]> =>
  (await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'child' ORDER BY person_id`, [referralId])).map((row) => row.person_id)
