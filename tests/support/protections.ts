import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { recordProtectionOrder } from '@/lib/protection/acts/order'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import type { TestDatabase } from './database'
import { aReferral } from './referrals'
import { childrenOf } from './recorded-discussions'

type Input = Record<string, unknown>

/** What an officer writes down who has just taken a child; override what the situation needs. */
export const takingOf = (personId: string, takenAt: Date, overrides: Input = {}): Input => ({
  personId, takenAt: takenAt.toISOString(), takenBy: 'Adeyemi 4471', takenRank: 'constable', ground: 'Alone at home, no adult since the night before.', place: 'Emergency foster home, Croydon', ...overrides,
})
export const orderOf = (personId: string, madeAt: Date, until: Date, overrides: Input = {}): Input => ({
  personId, madeAt: madeAt.toISOString(), until: until.toISOString(), court: 'Family Court at Croydon', appliedBy: 'csc', ground: 'The parents would take the child away.', ...overrides,
})
export const seenOf = (personId: string, seenAt: Date, overrides: Input = {}): Input => ({
  personId, seenAt: seenAt.toISOString(), by: ['police'], who: 'DC Hollis Farrant', place: 'At school', spokenTo: 'yes', alone: 'yes', views: 'Wants to stay with the aunt.', account: 'Calm, hungry.', ...overrides,
})

/** What a supervisor writes down of a case that goes on; override what the situation needs. */
export const reviewOf = (personId: string, overrides: Input = {}): Input => ({
  personId, progress: 'Mother and school spoken to.', risk: 'The child, from the uncle, who is not at home.', seen: 'to-be-seen',
  directions: [{ what: 'See her at school', ownerAgency: 'police', ownerName: 'DC Farrant', dueOn: '2016-05-27' }], ...overrides,
})

export const ids = async (which: Act<z.ZodType>, actor: Actor, input: Input, now: Date): Promise<Readonly<Record<string, string>>> => {
  const outcome = await perform(which, actor, input, { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`not done: ${JSON.stringify(outcome)}`)
  return outcome.result.ids
}

/** Good input for each act of protection, other children and closing, by act, about children in Bromley. */
export async function inputsAboutProtection(database: TestDatabase, officer: Actor, childId: string, otherId: string, now: Date): Promise<Record<string, Input>> {
  const kept = await aReferral(officer, { children: [{ givenName: 'Isolde', familyName: 'Fernsby' }] })
  const [keptId = ''] = await childrenOf(database, kept.referralId)
  const hourAgo = new Date(now.getTime() - 30 * 60_000)
  const taken = await ids(takePoliceProtection, officer, takingOf(keptId, hourAgo), now)
  const court = await aReferral(officer, { children: [{ givenName: 'Leander', familyName: 'Fernsby' }] })
  const [courtId = ''] = await childrenOf(database, court.referralId)
  const order = await ids(recordProtectionOrder, officer, orderOf(courtId, hourAgo, new Date(now.getTime() + 5 * 86_400_000)), now)
  const named = await ids(nameOtherChild, officer, { personId: keptId, otherId: courtId, relation: 'sibling', reason: 'The aunt told.' }, now)
  const until = new Date(now.getTime() + 3_600_000).toISOString()
  const at = now.toISOString()
  return {
    'take-police-protection': takingOf(childId, now), 'update-police-protection': { protectionId: taken['protectionId'], designatedOfficer: 'Halloran', designatedRank: 'inspector' },
    'extend-police-protection': { protectionId: taken['protectionId'], until, reason: 'A reason' }, 'end-police-protection': { protectionId: taken['protectionId'], endedAt: at, how: 'home', place: 'Home', account: 'Safe' },
    'police-protection-not-used': { personId: childId, at, officer: 'Sgt Pell', reason: 'The mother agreed' },
    'record-protection-order': orderOf(childId, now, new Date(now.getTime() + 86_400_000)), 'extend-protection-order': { protectionId: order['protectionId'], extendedAt: at, until, reason: 'A reason' },
    'end-protection-order': { protectionId: order['protectionId'], endedAt: at, how: 'discharged', account: 'Safe' },
    'name-other-child': { personId: childId, otherId, relation: 'sibling', reason: 'A reason' }, 'assess-other-child': { otherChildId: named['otherChildId'], result: 'not-at-risk', reason: 'A reason' },
    'check-wider-risk': { personId: childId, reached: ['home'], found: 'no', account: 'None' },
    'close-case': { personId: childId, result: 'no-further-action', rationale: 'A reason' }, 'record-child-seen': seenOf(childId, now),
    'record-suspect-action': { personId: childId, action: 'arrested', at, account: 'At home' }, 'record-police-enquiry': { personId: childId, what: 'visit', officer: 'DC Farrant', at, account: 'Nobody in' },
    'confirm-whereabouts': { personId: childId, at, place: 'With the aunt', confirmedBy: 'DC Farrant', account: 'Seen there' }, 'record-contradiction': { personId: childId, what: 'found', account: 'A, and not A' },
    'supervisor-review': reviewOf(childId),
    'answer-risk': { personId: childId, risks: ['suspect'], reason: 'A reason', protects: 'A plan' },
  }
}
