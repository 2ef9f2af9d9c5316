import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { agreeAction } from '@/lib/meetings/room/acts/agree-action'
import { considerOption } from '@/lib/meetings/room/acts/consider-option'
import { saveMinute } from '@/lib/meetings/room/acts/save-minute'
import { meetingRoom, roomChanges } from '@/lib/meetings/room/queries'
import { saveTyped } from '@/lib/meetings/room/save-typed'
import { clause } from '@/lib/policy/clauses'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'
import { aChair, aRoom, done } from '../support/rooms'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * 3_600_000)
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const look = (actor: Actor, callId: string, more: { item?: string; projector?: boolean; by?: 'person' | 'screen' } = {}, at = later(60)) => meetingRoom(actor, callId, { by: 'person', ...more }, at)
const readings = async (actor: Actor): Promise<number> =>
  (await database.admin(`SELECT 1 FROM reading_log WHERE account_id = $1 AND page = 'meeting room'`, [actor.accountId])).length
const again = async (actor: Actor): Promise<Actor> => await loadActor(actor.accountId, later(60)) ?? actor

/** A room with words in it, an action, an option, and a second child that is not shared with the school. */
async function aFullRoom() {
  const room = await aRoom(database, now)
  await done(saveMinute, room.ada, { itemId: room.itemId, fields: [{ field: 'analysis', base: 0, text: 'She is afraid of him.' }] }, now)
  await done(agreeAction, room.ada, { itemId: room.itemId, what: 'Visit the hotel', ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }, now)
  await done(considerOption, room.ada, { itemId: room.itemId, options: [{ option: 'cawn', used: 'no', why: 'Not known by name' }] }, now)
  const { referralId } = await aReferral(await aMashOfficer(database), { children: [{ givenName: 'Quenby', familyName: 'Unshared', bornOn: '2002-01-01' }] })
  const [otherId = ''] = await childrenOf(database, referralId)
  const { itemId: otherItem = '' } = await done(listForMeeting, room.ada, { callId: room.callId, kind: 'victim', personId: otherId, why: 'Seen with Tamsin', override: 'Today', sharedWith: ['police', 'csc'] }, now)
  return { ...room, otherId, otherItem }
}

describe('the room', () => {
  it('shows who runs it all of an item, and who it waits for', async () => {
    const { ada, callId, itemId } = await aFullRoom()
    const room = await look(await again(ada), callId, { item: itemId })
    expect(room).toMatchObject({
      state: 'open', mayRun: true, chairWarning: null, people: [{ name: 'Ms Rowan Teal', present: false }],
      item: {
        name: 'Tamsin Brackwater', masked: false, opens: true, override: 'Listed before the discussion of this afternoon', why: 'Seen twice with the same man',
        actions: [{ what: 'Visit the hotel', owner: 'PC Imogen Wray' }], noResearch: expect.arrayContaining(['Education', 'Health']) as unknown,
      },
    })
    expect(room?.item?.fields.find((field) => field.field === 'analysis')).toMatchObject({ text: 'She is afraid of him.', version: 1 })
    expect(room?.item?.options.find((option) => option.option === 'cawn')).toMatchObject({ used: false, said: 'Not known by name' })
    expect(room?.notThere).toContain('Health')
    expect(room?.agenda.map((group) => [group.kind, group.lines.length])).toEqual([['victim', 2], ['theme', 1]])
  })

  it('says so when its chair is not whom the rule asks for', async () => {
    const { ada, callId } = await aFullRoom()
    await database.admin(`UPDATE meeting_call SET chair_rank = 'sergeant' WHERE id = $1`, [callId])
    expect((await look(ada, callId))?.chairWarning).toMatchObject({ clause: clause('mase-chair').source })
  })

  it('an agency that is asked reads the items that are shared with it, once the meeting is open, and writes nothing', async () => {
    const { school, callId, itemId, otherItem } = await aFullRoom()
    const room = await look(school, callId, { item: itemId })
    expect(room).toMatchObject({ mayRun: false, item: { name: 'Tamsin Brackwater', href: null, actions: [{ what: 'Visit the hotel' }] } })
    expect(room?.item?.fields[0]?.text).toBe('She is afraid of him.')
    expect(JSON.stringify(room)).not.toContain('Unshared')
    expect((await look(school, callId, { item: otherItem }))?.item?.name).not.toBe('Quenby Unshared')
    expect((await roomChanges(school, callId, now, later(5)))?.fields).toMatchObject([{ item: itemId, text: 'She is afraid of him.' }])
    await database.admin('UPDATE meeting_call SET opened_at = NULL, opened_by = NULL WHERE id = $1', [callId])
    const before = await look(school, callId, { item: itemId })
    expect(before).toMatchObject({ state: 'to-come', item: null, agenda: [], people: [] })
    expect(JSON.stringify(before)).not.toContain('Tamsin')
    expect(await roomChanges(school, callId, now, later(5))).toMatchObject({ state: 'to-come', fields: [] })
  })

  it('is not there for anybody else', async () => {
    const { callId } = await aFullRoom()
    for (const actor of [await aTeacher(database), await aChair(database, 'DI Elsewhere', 'sutton'), await aMashOfficer(database, 'sutton'), await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }), await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] })]) {
      expect(await look(actor, callId)).toBeNull()
      expect(await roomChanges(actor, callId, now, later(5))).toBeNull()
      expect(await saveTyped(new URLSearchParams({ item: callId, field: 'analysis', base: '0', text: 'x', key: randomUUID() }), actor, now)).toMatchObject({ status: expect.toBeOneOf([403, 404]) as number })
    }
    // Its borough's manager sees what is on the agenda, and not a word of it.
    const manager = await look(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] }), callId)
    expect(manager).toMatchObject({ mayRun: false, item: { opens: false, why: null, fields: [], actions: [] } })
  })

  it('a restricted person is masked to whom they are not open, with nothing that was said, and a restricted one opened by break-glass is masked on the wall', async () => {
    const { ada, callId, itemId, personId } = await aFullRoom()
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [personId])
    const room = await look(await again(ada), callId, { item: itemId })
    expect(room?.item).toMatchObject({ name: 'Restricted person', masked: true, opens: false, facts: [], flags: [], why: null, fields: [], actions: [], options: [], research: [] })
    for (const words of ['Tamsin', 'afraid', 'Visit the hotel', 'same man']) expect(JSON.stringify(room)).not.toContain(words)
    expect((await roomChanges(await again(ada), callId, now, later(5)))?.fields).toEqual([])
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'The meeting', true, $4, $5)`,
      [randomUUID(), ada.accountId, personId, now, later(3 * 3600)])
    const opened = await again(ada)
    expect((await look(opened, callId, { item: itemId }))?.item).toMatchObject({ name: 'Tamsin Brackwater', opens: true })
    const wall = await look(opened, callId, { item: itemId, projector: true })
    expect(wall?.item).toMatchObject({ name: 'Restricted person', masked: true, opens: false, fields: [], actions: [] })
    expect(JSON.stringify(wall)).not.toContain('Tamsin')
  })

  it('on the wall stands nothing that one of the agencies asked would not be shown', async () => {
    const { ada, callId, otherItem, itemId } = await aFullRoom()
    const actor = await again(ada)
    const wall = await look(actor, callId, { projector: true, item: otherItem })
    expect(wall?.item).toMatchObject({ name: 'Not shared with every agency here', masked: true, opens: false })
    expect(JSON.stringify(wall)).not.toContain('Unshared')
    // Without being pointed at anything it shows where somebody wrote last.
    expect((await look(actor, callId, { projector: true }))?.item?.id).toBe(itemId)
  })

  it('is written to the reading log each time somebody opens it, and once for a screen that brings itself up to date', async () => {
    const { ada, callId } = await aFullRoom()
    const actor = await again(ada)
    await look(actor, callId)
    const once = await readings(actor)
    expect(once).toBe(2)
    for (let turn = 1; turn < 30; turn += 1) {
      await roomChanges(actor, callId, now, later(60 + 2 * turn))
      await look(actor, callId, { by: 'screen' }, later(60 + 2 * turn))
    }
    expect(await readings(actor)).toBe(once)
    await look(actor, callId, {}, later(300))
    expect(await readings(actor)).toBe(2 * once)
    // A screen that was never opened by anybody is an opening of its own.
    const other = await again((await aRoom(database, now)).ben)
    await look(other, callId, { by: 'screen' })
    expect(await readings(other)).toBe(2)
  })

  it('tells of each change once it is there: words, who is there, what is agreed, the end', async () => {
    const { ada, ben, callId, itemId } = await aFullRoom()
    const first = await roomChanges(ben, callId, later(100), later(100))
    expect(first).toMatchObject({ state: 'open', fields: [] })
    await done(saveMinute, ada, { itemId, fields: [{ field: 'risk', base: 0, text: 'Great.' }] }, later(101))
    const second = await roomChanges(ben, callId, later(100), later(103))
    expect(second).toMatchObject({ mark: first?.mark, fields: [{ item: itemId, field: 'risk', version: 1, base: 0, text: 'Great.', by: 'Ada Byron', mine: false, now: true }] })
    expect((await roomChanges(ada, callId, later(100), later(115)))?.fields).toMatchObject([{ mine: true, now: false }])
    await done(agreeAction, ada, { itemId, what: 'Train the staff', ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }, later(104))
    expect((await roomChanges(ben, callId, later(100), later(105)))?.mark).not.toBe(first?.mark)
    await done(endMeeting, ada, { callId }, later(110))
    expect(await roomChanges(ben, callId, later(100), later(111))).toMatchObject({ state: 'ended', fields: [] })
    expect(await look(ben, callId, {}, later(120))).toMatchObject({ state: 'ended', agenda: [], item: null })
  })

  it('what a script sends is answered with what stands, and with the reason where it does not', async () => {
    const { ada, ben, callId, itemId, themeId } = await aFullRoom()
    const send = (actor: Actor, more: Record<string, string>) => saveTyped(new URLSearchParams({ item: themeId, field: 'notes', base: '0', text: 'First.', key: randomUUID(), ...more }), actor, now)
    const key = randomUUID()
    expect(await send(ada, { key })).toEqual({ status: 200, body: { version: 1, text: 'First.', beside: null } })
    expect(await send(ben, { text: 'Second.' })).toEqual({ status: 200, body: { version: 2, text: 'First.\nSecond.', beside: 'Ada Byron' } })
    // Sent again after its answer was lost: what was written since is not taken back.
    expect(await send(ada, { key })).toMatchObject({ status: 200, body: { version: 2, text: 'First.\nSecond.' } })
    expect(await send(ada, { field: 'verdict' })).toMatchObject({ status: 422 })
    expect(await send(ada, { base: '7' })).toMatchObject({ status: 422 })
    expect(await send(ada, { key: '' })).toMatchObject({ status: 422 })
    expect(await send(ada, { item: callId })).toMatchObject({ status: 404 })
    await database.admin('UPDATE meeting_item SET closed_at = $2, closed_by = $3 WHERE id = $1', [itemId, now, ada.accountId])
    expect(await send(ben, { item: itemId })).toMatchObject({ status: 409, body: { says: expect.stringContaining('Ada Byron has closed this item') as string } })
  })
})
