import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { askToMeeting } from '@/lib/meetings/agenda/acts/ask-to-meeting'
import { bringResearch } from '@/lib/meetings/agenda/acts/bring-research'
import { callMap } from '@/lib/meetings/agenda/acts/call-map'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { readAs } from '@/lib/access/read-as'
import { aMashOfficer, anActor, aSocialWorker } from './actors'
import type { TestDatabase } from './database'
import { aRecordedDiscussion, childrenOf } from './recorded-discussions'
import { aReferral } from './referrals'

type Input = Record<string, unknown>
export const HOUR = 3_600_000

/** The chair of Bromley's MASE, an inspector unless said otherwise. */
export const aChair = (database: TestDatabase, rank: 'sergeant' | 'inspector' = 'inspector', borough = 'bromley'): Promise<Actor> =>
  anActor(database, { role: 'mase-chair', agency: 'police', boroughs: [borough], rank, name: `DI Verity Colebrook ${randomUUID().slice(0, 8)}` })

/** A child of a referral, with a strategy discussion behind it unless said otherwise. */
export async function aChildAtRisk(database: TestDatabase, now: Date, { discussed = true, name = 'Ottoline' }: { discussed?: boolean; name?: string } = {}): Promise<string> {
  const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'cse', children: [{ givenName: name, familyName: `Brackwater ${randomUUID().slice(0, 8)}`, bornOn: '2002-03-01' }] }, now)
  const [childId = ''] = await childrenOf(database, referralId)
  if (discussed) await aRecordedDiscussion(await aSocialWorker(database), [childId], referralId, now)
  return childId
}

/** Does an act and gives its ids; fails the test where it is not accepted. */
export async function done(act: Parameters<typeof perform>[0], actor: Actor, input: Input, now: Date): Promise<Readonly<Record<string, string>>> {
  const outcome = await perform(act, actor, input, { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`${act.name}: ${JSON.stringify(outcome)}`)
  return outcome.result.ids
}

/** A child listed for Bromley's next MASE: the item and the meeting. */
export async function aListedChild(database: TestDatabase, actor: Actor, now: Date, overrides: Input = {}): Promise<{ itemId: string; callId: string; childId: string }> {
  const childId = typeof overrides['personId'] === 'string' ? overrides['personId'] : await aChildAtRisk(database, now)
  const ids = await done(listForMeeting, actor, { kind: 'victim', personId: childId, why: 'Seen twice with the same man', ...overrides }, now)
  return { itemId: ids['itemId'] ?? '', callId: ids['callId'] ?? '', childId }
}

/** When a meeting takes place. */
export async function hourOf(database: TestDatabase, callId: string): Promise<Date> {
  const [row] = await database.admin<{ meets_at: Date }>('SELECT meets_at FROM meeting_call WHERE id = $1', [callId])
  if (row === undefined) throw new Error('no such meeting')
  return row.meets_at
}

/** Asks somebody to a meeting by part and account. */
export const asked = async (chair: Actor, callId: string, people: readonly { part: string; agency: string; name: string }[], now: Date): Promise<void> => {
  await done(askToMeeting, chair, { callId, invited: people }, now)
}

export const research = async (actor: Actor, itemId: string, agency: string, now: Date, says: string | null = 'Known to us since March.'): Promise<void> => {
  await done(bringResearch, actor, says === null ? { itemId, agency, found: 'nothing' } : { itemId, agency, found: 'known', says }, now)
}

/** Opens a meeting as chaired, at its hour. */
export async function opened(database: TestDatabase, actor: Actor, callId: string, chair: Input = {}): Promise<Date> {
  const at = await hourOf(database, callId)
  await done(openMeeting, actor, { callId, chairName: actor.name, chairAgency: 'police', chairRank: 'inspector', ...chair }, at)
  return at
}

const FIELDS = ['analysis', 'risk', 'decision', 'mitigation'] as const

/** Writes the minutes of an item and closes it. */
export async function decided(actor: Actor, itemId: string, now: Date, words: Partial<Record<(typeof FIELDS)[number], string>> = {}): Promise<void> {
  await minuted(actor, itemId, now, words)
  await done(closeItem, actor, { itemId, riskLevel: 'high' }, now)
}

export const minuted = (actor: Actor, itemId: string, now: Date, words: Partial<Record<(typeof FIELDS)[number], string>> = {}): Promise<unknown> =>
  readAs(actor, (tx) => tx.itemMinute.createMany({ data: FIELDS.map((field) => ({ id: randomUUID(), itemId, field, version: 1, base: 0, text: words[field] ?? `The ${field} of this item, as agreed.`, by: actor.accountId, at: now })) }))

export const considered = (actor: Actor, itemId: string, now: Date, options: readonly string[] = ['cawn']): Promise<unknown> =>
  readAs(actor, (tx) => tx.itemOption.createMany({ data: options.map((option) => ({ id: randomUUID(), itemId, option, used: false, why: 'Not while he is in prison', by: actor.accountId, at: now })) }))

/** Puts people in the room. */
export const present = (actor: Actor, callId: string, people: readonly { part: string; agency: string; name: string }[], now: Date): Promise<unknown> =>
  readAs(actor, (tx) => tx.meetingAttendance.createMany({ data: people.map((one) => ({ id: randomUUID(), callId, ...one, present: true, by: actor.accountId, at: now })) }))

export const ended = async (actor: Actor, callId: string, now: Date, more: Input = {}): Promise<void> => { await done(endMeeting, actor, { callId, ...more }, now) }

/** A MAP of one child, called for two days later. */
export async function aMap(database: TestDatabase, actor: Actor, now: Date, overrides: Input = {}): Promise<{ callId: string; childId: string }> {
  const childId = typeof overrides['personId'] === 'string' ? overrides['personId'] : await aChildAtRisk(database, now)
  const ids = await done(callMap, actor, mapOf(childId, now, overrides), now)
  return { callId: ids['callId'] ?? '', childId }
}

export const mapOf = (childId: string, now: Date, overrides: Input = {}): Input =>
  ({ personId: childId, meetsAt: new Date(now.getTime() + 48 * HOUR).toISOString(), mode: 'meeting', place: 'Civic centre, room 4', leadAgency: 'csc', why: 'A plan for her', ...overrides })
