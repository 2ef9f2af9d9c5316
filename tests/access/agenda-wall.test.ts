import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readAs } from '@/lib/access/read-as'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { depthOf } from '@/lib/access/visibility'
import { perform } from '@/lib/acts/perform'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { Prisma } from '@/lib/platform/generated/client'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aReferral } from '../support/referrals'

/** What the database itself lets an actor read and write of an agenda, whatever a query forgets. */
const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * 3_600_000)

/** A child listed for Bromley's next MASE; the school is asked to it. */
async function anAgenda(sharedWith: readonly string[] = ['education', 'health', 'csc', 'police']) {
  const chair = await anActor(database, { role: 'mase-chair', agency: 'police', boroughs: ['bromley'], rank: 'inspector' })
  const { referralId } = await aReferral(await aMashOfficer(database))
  const [child] = await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'child'`, [referralId])
  const personId = child?.person_id ?? ''
  const listed = await perform(listForMeeting, chair, { kind: 'victim', personId, why: 'Seen twice with the same man', override: 'Listed before the discussion of this afternoon', sharedWith }, { key: randomUUID(), now })
  if (!listed.ok) throw new Error(JSON.stringify(listed))
  const { itemId = '', callId = '' } = listed.result.ids
  const teacher = await aTeacher(database)
  await database.admin('INSERT INTO meeting_invitation (id, call_id, part, agency, name, account_id, required) VALUES ($1, $2, $3, $4, $5, $6, true)', [randomUUID(), callId, 'education', 'education', teacher.name, teacher.accountId])
  return { chair, teacher, personId, itemId, callId }
}

async function seen(actor: Actor, { callId, itemId }: { callId: string; itemId: string }): Promise<Record<string, number>> {
  const ask: readonly (readonly [string, Prisma.Sql])[] = [
    ['call', Prisma.sql`SELECT 1 FROM meeting_call WHERE id = ${callId}::uuid`], ['item', Prisma.sql`SELECT 1 FROM meeting_item WHERE id = ${itemId}::uuid`],
    ['words', Prisma.sql`SELECT 1 FROM agenda_words(${callId}::uuid) WHERE item_id = ${itemId}::uuid AND why IS NOT NULL`], ['name', Prisma.sql`SELECT 1 FROM agenda_people(${callId}::uuid) WHERE item_id = ${itemId}::uuid`],
    ['minutes', Prisma.sql`SELECT 1 FROM item_minute WHERE item_id = ${itemId}::uuid`],
    ['research', Prisma.sql`SELECT 1 FROM item_research WHERE item_id = ${itemId}::uuid AND agency = 'health'`],
  ]
  return readAs(actor, async (tx) => Object.fromEntries(await Promise.all(ask.map(async ([name, sql]) => [name, Math.min(1, (await tx.$queryRaw<unknown[]>(sql)).length)] as const))))
}

const NOTHING = { call: 0, item: 0, words: 0, name: 0, minutes: 0, research: 0 }

const minute = (itemId: string, by: string, version = 1) => ({ id: randomUUID(), itemId, field: 'analysis', version, base: version - 1, text: 'She is afraid of him.', by, at: now })
const found = (itemId: string, agency: string, by: string) => ({ id: randomUUID(), itemId, agency, nothingKnown: false, says: 'Known to the clinic.', by, at: now })

it('an agency that is asked sees the items shared with it and another agency’s research only once the meeting is open; others see nothing', async () => {
  const { chair, teacher, itemId, callId } = await anAgenda()
  const about = { callId, itemId }
  await readAs(chair, (tx) => tx.itemMinute.createMany({ data: [minute(itemId, chair.accountId)] }))
  await readAs(chair, (tx) => tx.itemResearch.createMany({ data: [found(itemId, 'health', chair.accountId)] }))
  expect(await seen(teacher, about)).toEqual({ call: 1, item: 1, words: 1, name: 1, minutes: 1, research: 0 })
  await database.admin('UPDATE meeting_call SET opened_at = $2, opened_by = $3 WHERE id = $1', [callId, now, chair.accountId])
  expect(await seen(teacher, about)).toMatchObject({ research: 1 })
  for (const actor of [await aTeacher(database), await aMashOfficer(database, 'sutton'), await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }), await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })]) {
    expect(await seen(actor, about)).toEqual(NOTHING)
  }
  // The borough's manager sees that it is listed, and not a word of it.
  expect(await seen(await anActor(database, { role: 'borough-manager', agency: 'police', boroughs: ['bromley'] }), about)).toMatchObject({ item: 1, words: 0, minutes: 0 })
})

it('an item that is not shared with an agency is not there for it, and an item about a restricted child has no words for anybody', async () => {
  const first = await anAgenda(['police', 'csc'])
  expect(await seen(first.teacher, first)).toEqual({ ...NOTHING, call: 1 })
  const other = await anAgenda()
  await readAs(other.chair, (tx) => tx.itemMinute.createMany({ data: [minute(other.itemId, other.chair.accountId)] }))
  await database.admin('UPDATE person SET restricted = true WHERE id = $1', [other.personId])
  expect(await seen(other.teacher, other)).toMatchObject({ words: 0, name: 0, minutes: 0 })
  expect(await seen(other.chair, other)).toMatchObject({ item: 1, words: 0, minutes: 0 })
})

it('nobody writes in another’s name, another borough’s minutes, another agency’s research, or into an item that is closed', async () => {
  const { chair, teacher, itemId } = await anAgenda()
  const officer = await aMashOfficer(database)
  const elsewhere = await aMashOfficer(database, 'sutton')
  await expect(readAs(chair, (tx) => tx.itemMinute.createMany({ data: [minute(itemId, officer.accountId)] }))).rejects.toThrow()
  for (const actor of [elsewhere, teacher]) await expect(readAs(actor, (tx) => tx.itemMinute.createMany({ data: [minute(itemId, actor.accountId)] }))).rejects.toThrow()
  await expect(readAs(teacher, (tx) => tx.itemResearch.createMany({ data: [found(itemId, 'health', teacher.accountId)] }))).rejects.toThrow()
  await readAs(teacher, (tx) => tx.itemResearch.createMany({ data: [found(itemId, 'education', teacher.accountId)] }))
  await readAs(chair, (tx) => tx.itemMinute.createMany({ data: [minute(itemId, chair.accountId)] }))
  await expect(readAs(chair, (tx) => tx.$executeRaw`UPDATE item_minute SET text = 'Nothing of the kind.'`)).rejects.toThrow()
  await readAs(chair, (tx) => tx.meetingItem.updateMany({ where: { id: itemId }, data: { closedAt: now, closedBy: chair.accountId } }))
  await expect(readAs(chair, (tx) => tx.itemMinute.createMany({ data: [minute(itemId, chair.accountId, 2)] }))).rejects.toThrow(/closed/)
  await expect(readAs(chair, (tx) => tx.meetingItem.updateMany({ where: { id: itemId }, data: { closedAt: null, closedBy: null } }))).rejects.toThrow()
  expect(await database.admin('SELECT version, text FROM item_minute WHERE item_id = $1', [itemId])).toEqual([{ version: 1, text: 'She is afraid of him.' }])
})

it('a child is on an agenda with a strategy discussion behind it or with the reason why not, whatever a form forgets', async () => {
  const { chair, callId, personId } = await anAgenda()
  const bare = { id: randomUUID(), callId, borough: 'bromley', kind: 'victim', personId, why: 'x', source: 'listed', sharedWith: [], position: 9, listedAt: now, listedBy: chair.accountId }
  await expect(readAs(chair, (tx) => tx.meetingItem.createMany({ data: [bare] }))).rejects.toThrow(/meeting_item_(gate|person_once)/)
})

it('the chair of a MASE reads in full whom its agenda lists, for two months and not when restricted; a chair elsewhere does not', async () => {
  const { chair, personId, callId } = await anAgenda()
  const boroughs = ['bromley']
  const person = { id: personId, restricted: false, boroughs, policeInvolved: false }
  const elsewhere = await anActor(database, { role: 'mase-chair', agency: 'police', boroughs: ['sutton'], rank: 'inspector' })
  const again = async (actor: Actor, at: Date): Promise<Actor> => {
    const loaded = await loadActor(actor.accountId, at)
    if (loaded === null) throw new Error('the actor is gone')
    return loaded
  }
  expect(depthOf(chair, person)).toBe('record')
  expect(depthOf(await again(chair, now), person)).toBe('narrative')
  expect(depthOf(await again(elsewhere, now), person)).toBe('index')
  const [held] = await database.admin<{ meets_at: Date }>('SELECT meets_at FROM meeting_call WHERE id = $1', [callId])
  const day = 24 * 3_600_000
  expect(depthOf(await again(chair, new Date((held?.meets_at.getTime() ?? 0) + 61 * day)), person)).toBe('narrative')
  expect(depthOf(await again(chair, new Date((held?.meets_at.getTime() ?? 0) + 63 * day)), person)).toBe('record')
  await database.admin('UPDATE person SET restricted = true WHERE id = $1', [personId])
  expect((await again(chair, now)).opened.filter((record) => record.personId === personId)).toEqual([])
})

it('a redaction of what was decided takes the minutes with it, and nothing else takes a word of them', async () => {
  const { chair, itemId, callId } = await anAgenda()
  await database.admin('UPDATE meeting_call SET opened_at = $2, opened_by = $3 WHERE id = $1 AND opened_at IS NULL', [callId, now, chair.accountId])
  await readAs(chair, (tx) => tx.itemMinute.createMany({ data: ['analysis', 'risk', 'decision', 'mitigation'].map((field) => ({ ...minute(itemId, chair.accountId), field })) }))
  await database.admin(`UPDATE meeting_item SET strategy_reference = 'M-2346-79AC' WHERE id = $1`, [itemId])
  const closed = await perform(closeItem, chair, { itemId, riskLevel: 'high' }, { key: randomUUID(), now })
  expect(closed).toMatchObject({ ok: true })
  await expect(database.admin(`UPDATE item_minute SET text = '' WHERE item_id = $1`, [itemId])).rejects.toThrow(/redaction/)
  await expect(database.admin(`UPDATE meeting_item SET why = '' WHERE id = $1`, [itemId])).rejects.toThrow(/once/)
  await database.admin(`WITH who AS (SELECT set_config('app.account', $2, true)) SELECT redact_words(closed_entry, 'Order of the Family Court at Bromley', 'csc', $3) FROM meeting_item, who WHERE id = $1`, [itemId, chair.accountId, now])
  expect(await database.admin('SELECT DISTINCT text FROM item_minute WHERE item_id = $1', [itemId])).toEqual([{ text: '' }])
  // Why it was listed stands on another entry.
  expect(await database.admin('SELECT why FROM meeting_item WHERE id = $1', [itemId])).toEqual([{ why: 'Seen twice with the same man' }])
})
