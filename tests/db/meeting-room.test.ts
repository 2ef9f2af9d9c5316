import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { agreeAction } from '@/lib/meetings/room/acts/agree-action'
import { addAttendance, markAttendance } from '@/lib/meetings/room/acts/attendance'
import { considerOption } from '@/lib/meetings/room/acts/consider-option'
import { saveMinute } from '@/lib/meetings/room/acts/save-minute'
import { takeUpAction } from '@/lib/meetings/room/acts/take-up-action'
import { carryAction } from '@/lib/actions/carry-action'
import { aMashOfficer, anActor, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aChair, aRoom, done } from '../support/rooms'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * 3_600_000)
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

type AnyAct = Parameters<typeof perform>[0]
const ask = (act: AnyAct, actor: Actor, input: unknown, at = now) => perform(act, actor, input, { key: randomUUID(), now: at })
const analysis = (itemId: string, text: string, base = 0) => ({ itemId, fields: [{ field: 'analysis', base, text }] })
const stands = async (itemId: string, field = 'analysis'): Promise<{ version: number; base: number; text: string }[]> =>
  database.admin('SELECT version, base, text FROM item_minute WHERE item_id = $1 AND field = $2 ORDER BY version', [itemId, field])
const count = async (table: string): Promise<number> => Number((await database.admin<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n)

/** Everything that an item needs before it is closed. */
async function filled(actor: Actor, itemId: string): Promise<void> {
  await done(saveMinute, actor, { itemId, fields: (['analysis', 'risk', 'decision', 'mitigation'] as const).map((field) => ({ field, base: 0, text: `The ${field} of it.` })) }, now)
  await database.admin(`UPDATE meeting_item SET strategy_reference = 'M-2346-79AC' WHERE id = $1 AND kind = 'victim'`, [itemId])
}

describe('what is typed into an item', () => {
  it('is kept as typed, a version upon the one before, and the same text again is no new one', async () => {
    const { ada, itemId } = await aRoom(database, now)
    expect(await ask(saveMinute, ada, analysis(itemId, 'She is afraid of him. '))).toMatchObject({ ok: true, result: { says: 'Saved.', ids: { analysis: '1' } } })
    expect(await ask(saveMinute, ada, analysis(itemId, 'She is afraid of him. \r\nShe says so.\u0000', 1))).toMatchObject({ ok: true, result: { ids: { analysis: '2' } } })
    expect(await ask(saveMinute, ada, analysis(itemId, 'She is afraid of him. \nShe says so.', 2))).toMatchObject({ ok: true, result: { ids: { analysis: '2' } } })
    expect(await stands(itemId)).toEqual([{ version: 1, base: 0, text: 'She is afraid of him. ' }, { version: 2, base: 1, text: 'She is afraid of him. \nShe says so.' }])
  })

  it('sent again after an answer that never came, it stands once: with its key and without', async () => {
    const { ada, itemId } = await aRoom(database, now)
    const key = randomUUID()
    for (let sent = 0; sent < 2; sent += 1) expect(await perform(saveMinute, ada, analysis(itemId, 'No phone.'), { key, now })).toMatchObject({ ok: true, result: { ids: { analysis: '1' } } })
    expect(await ask(saveMinute, ada, analysis(itemId, 'No phone.'))).toMatchObject({ ok: true, result: { ids: { analysis: '1' } } })
    expect(await stands(itemId)).toHaveLength(1)
  })

  it('upon an older version it is put together with what stands, and says who wrote there', async () => {
    const { ada, ben, itemId } = await aRoom(database, now)
    await done(saveMinute, ada, analysis(itemId, 'First.\nSecond.'), now)
    await done(saveMinute, ada, analysis(itemId, 'First, by Ada.\nSecond.', 1), now)
    expect(await ask(saveMinute, ben, analysis(itemId, 'First, by Ben.\nSecond.\nThird.', 1))).toMatchObject({
      ok: true, result: { says: 'Saved. Ada Byron wrote in “Analysis” at the same time: both stand.', ids: { 'analysis': '3', 'analysis-beside': 'Ada Byron' } },
    })
    expect((await stands(itemId)).at(-1)).toEqual({ version: 3, base: 1, text: 'First, by Ada.\nFirst, by Ben.\nSecond.\nThird.' })
  })

  it('two who save one field at the same moment, twenty times, lose nothing of either', async () => {
    const { ada, ben, itemId } = await aRoom(database, now)
    const wrote: string[] = []
    for (let turn = 0; turn < 20; turn += 1) {
      const base = (await stands(itemId)).at(-1) ?? { version: 0, text: '' }
      const typed = (who: string): string => {
        wrote.push(`${who} in turn ${turn}`)
        return [...(base.text === '' ? [] : [base.text]), `${who} in turn ${turn}`].join('\n')
      }
      const both = await Promise.all([ask(saveMinute, ada, analysis(itemId, typed('Ada'), base.version)), ask(saveMinute, ben, analysis(itemId, typed('Ben'), base.version))])
      expect(both).toMatchObject([{ ok: true }, { ok: true }])
      // One of the two came second and is told of the other.
      expect(both.filter((one) => one.ok && one.result.ids['analysis-beside'] !== undefined)).toHaveLength(1)
    }
    const rows = await stands(itemId)
    expect(rows.map((row) => row.version)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(rows.at(-1)?.text.split('\n').sort()).toEqual(wrote.sort())
  })

  it('is refused where it cannot be kept: too long, upon a version that is not there, of no field', async () => {
    const { ada, itemId } = await aRoom(database, now)
    for (const input of [analysis(itemId, 'x'.repeat(30_001)), analysis(itemId, '\n'.repeat(1001)), analysis(itemId, 'x', 3), { itemId, fields: [] }, { itemId, fields: [{ field: 'verdict', base: 0, text: 'x' }] }]) {
      expect(await ask(saveMinute, ada, input)).toMatchObject({ ok: false, kind: 'invalid' })
      expect(await stands(itemId)).toEqual([])
    }
  })
})

describe('nothing is written', () => {
  const EVERY = (room: { itemId: string; callId: string; attendanceId: string }) => [
    [saveMinute, analysis(room.itemId, 'Later.')], [considerOption, { itemId: room.itemId, options: [{ option: 'cawn', used: 'no', why: 'Not known by name' }] }],
    [agreeAction, { itemId: room.itemId, what: 'Visit', ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }],
    [markAttendance, { callId: room.callId, rows: [{ attendanceId: room.attendanceId, changed: true, present: true, name: 'Ms Rowan Teal' }] }],
    [addAttendance, { callId: room.callId, part: 'health', agency: 'health', name: 'Dr Ines Quill' }],
  ] as const
  const TABLES = ['item_minute', 'item_option', 'action', 'meeting_attendance WHERE present', 'meeting_attendance']
  const counts = async (): Promise<number[]> => Promise.all(TABLES.map(count))

  it('by who may not run the meeting, in another borough, or who is only asked to it', async () => {
    const room = await aRoom(database, now)
    const others = [room.school, await aMashOfficer(database), await aChair(database, 'DI Elsewhere', 'sutton'), await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['bromley'] }), await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })]
    const before = await counts()
    for (const actor of others) for (const [act, input] of EVERY(room)) {
      const outcome = await ask(act, actor, input)
      expect(outcome.ok ? 'accepted' : outcome.kind, `${act.name}: ${JSON.stringify(outcome)}`).toMatch(/^(forbidden|not-found)$/)
    }
    expect(await counts()).toEqual(before)
  })

  it('into an item that is closed, or a meeting that has ended or was not opened', async () => {
    const room = await aRoom(database, now)
    await filled(room.ada, room.itemId)
    expect(await ask(closeItem, room.ada, { itemId: room.itemId, riskLevel: 'high' })).toMatchObject({ ok: true })
    const before = await counts()
    for (const [act, input] of EVERY(room).slice(0, 3)) {
      expect(await ask(act, room.ben, input), act.name).toMatchObject({ ok: false, kind: 'conflict', says: expect.stringContaining('Ada Byron has closed this item') as string })
    }
    await done(endMeeting, room.ada, { callId: room.callId }, later(60))
    for (const [act, input] of EVERY(room)) expect(await ask(act, room.ben, input, later(61)), act.name).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await counts()).toEqual(before)
    const shut = await aRoom(database, later(100))
    await database.admin('UPDATE meeting_call SET opened_at = NULL, opened_by = NULL WHERE id = $1', [shut.callId])
    for (const [act, input] of EVERY(shut)) expect(await ask(act, shut.ben, input, later(101)), act.name).toMatchObject({ ok: false, kind: 'conflict', says: 'This meeting has not been opened yet.' })
  })

  it('about a restricted person by somebody to whom they are not open', async () => {
    const room = await aRoom(database, now)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [room.personId])
    const before = await counts()
    for (const [act, input] of EVERY(room).slice(0, 3)) expect(await ask(act, room.ada, input), act.name).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await ask(agreeAction, room.ada, { ...EVERY(room)[2][1], itemId: room.themeId, childId: room.personId })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await counts()).toEqual(before)
  })
})

describe('in the room', () => {
  it('an option is used or not and why; the later word stands, and one said before is not said twice', async () => {
    const { ada, itemId } = await aRoom(database, now)
    for (const [options, field] of [[[{ option: 'cawn', used: 'yes', why: '' }], 'options.0.why'], [[{ option: 'cawn', used: '', why: 'Later' }], 'options.0.used'], [[], 'options.0.used'], [[{ option: 'no-such', used: 'yes', why: 'x' }], 'options.0.option']] as const) {
      expect(await ask(considerOption, ada, { itemId, options })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    }
    expect(await database.admin('SELECT 1 FROM item_option WHERE item_id = $1', [itemId])).toEqual([])
    const said = [{ option: 'cawn', used: 'no', why: 'He is not known by name.' }, { option: 'nrm', used: '', why: '' }]
    expect(await ask(considerOption, ada, { itemId, options: said })).toMatchObject({ ok: true, result: { says: '1 option on record.' } })
    expect(await ask(considerOption, ada, { itemId, options: said })).toMatchObject({ ok: true, result: { says: 'Nothing was changed.' } })
    await done(considerOption, ada, { itemId, options: [{ option: 'cawn', used: 'yes', why: 'Named at last.' }] }, later(5))
    expect(await database.admin('SELECT option, used, why FROM item_option WHERE item_id = $1 ORDER BY at', [itemId])).toEqual([
      { option: 'cawn', used: false, why: 'He is not known by name.' }, { option: 'cawn', used: true, why: 'Named at last.' },
    ])
  })

  it('an action has an owner and a date, and is about the child of the item; of a theme about whom it protects', async () => {
    const { ada, itemId, themeId, callId, personId } = await aRoom(database, now)
    const action = { what: 'Visit the hotel', ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }
    for (const [input, field] of [[{ ...action, what: '' }, 'what'], [{ ...action, dueOn: '' }, 'dueOn'], [{ ...action, dueOn: '2016-05-01' }, 'dueOn'], [{ ...action, ownerAgency: 'nobody' }, 'ownerAgency']] as const) {
      expect(await ask(agreeAction, ada, { itemId, ...input })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    }
    expect(await ask(agreeAction, ada, { itemId: themeId, ...action, childId: randomUUID() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'childId' }] })
    expect(await database.admin('SELECT 1 FROM action WHERE call_id = $1', [callId])).toEqual([])
    await done(agreeAction, ada, { itemId, ...action }, now)
    await done(agreeAction, ada, { itemId: themeId, ...action, what: 'Train the night staff', childId: '' }, later(1))
    expect(await database.admin('SELECT call_id, item_id, meeting_id, child_id, what FROM action WHERE call_id = $1 ORDER BY set_at', [callId])).toEqual([
      { call_id: callId, item_id: itemId, meeting_id: null, child_id: personId, what: 'Visit the hotel' }, { call_id: callId, item_id: themeId, meeting_id: null, child_id: personId, what: 'Train the night staff' },
    ])
    // It is owed from then on, and its entry tells of the meeting.
    expect(await database.admin(`SELECT 1 FROM deadline WHERE child_id = $1 AND rule = 'action/own-date' AND met_at IS NULL AND superseded_at IS NULL`, [personId])).toHaveLength(2)
    expect((await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'action-set' ORDER BY e.recorded_at DESC, e.seq DESC LIMIT 1`))[0]?.body).toMatchObject({ meeting_id: callId, item_id: themeId })
  })

  it('who is there is ticked by two at once, and neither undoes the other’s tick', async () => {
    const { ada, ben, callId, attendanceId } = await aRoom(database, now)
    await done(addAttendance, ada, { callId, part: 'health', agency: 'health', name: 'Dr Mabel Nkemelu', canCommit: 'no' }, now)
    const [doctor] = await database.admin<{ id: string }>(`SELECT id FROM meeting_attendance WHERE call_id = $1 AND agency = 'health'`, [callId])
    const teal = { attendanceId, name: 'Ms Rowan Teal', present: false }
    await done(markAttendance, ada, { callId, rows: [{ ...teal, present: true, changed: true, canCommit: 'yes' }, { attendanceId: doctor?.id, name: 'Dr Mabel Nkemelu', present: true, changed: false }] }, now)
    // Ben's page is older: there the teacher is still away.
    await done(markAttendance, ben, { callId, rows: [{ ...teal, changed: false }, { attendanceId: doctor?.id, name: 'Dr Mabel Nkemelu', present: true, changed: true, canCommit: 'yes', rank: '' }] }, now)
    expect(await database.admin('SELECT agency, present, can_commit FROM meeting_attendance WHERE call_id = $1 ORDER BY agency', [callId])).toEqual([
      { agency: 'education', present: true, can_commit: true }, { agency: 'health', present: true, can_commit: true },
    ])
    for (const rows of [[{ ...teal, name: ' ', changed: true }], [{ ...teal, attendanceId: 'x', changed: true }]]) expect(await ask(markAttendance, ada, { callId, rows })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await ask(markAttendance, ada, { callId, rows: [{ ...teal, attendanceId: randomUUID(), changed: true }] })).toMatchObject({ ok: false, kind: 'not-found' })
    for (const wrong of [{ part: 'king' }, { agency: 'x' }, { name: '' }]) expect(await ask(addAttendance, ada, { callId, part: 'health', agency: 'health', name: 'Dr Ines Quill', ...wrong })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await database.admin('SELECT 1 FROM meeting_attendance WHERE call_id = $1 AND present', [callId])).toHaveLength(2)
  })
})

describe('actions of the meeting before come first', () => {
  /** A meeting a month ago with two actions still open, one of them late, and this month’s in session. */
  async function afterAnEarlierOne() {
    // The series is the borough's: what earlier tests left open would come first here too.
    await database.admin(`UPDATE action SET done_at = set_at, done_by = set_by, evidence = 'Done' WHERE call_id IS NOT NULL AND done_at IS NULL AND carried_at IS NULL`)
    const before = await aRoom(database, now, { familyName: `Ashgrove${randomUUID().slice(0, 4)}` })
    const action = (what: string, dueOn: string) => done(agreeAction, before.ada, { itemId: before.itemId, what, ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn }, now)
    const [{ actionId: late = '' }, { actionId: open = '' }] = [await action('Visit the hotel', '2016-05-20'), await action('Serve a notice', '2016-12-20')]
    await done(endMeeting, before.ada, { callId: before.callId }, later(60))
    const at = new Date(now.getTime() + 31 * 24 * 3_600_000)
    const { callId = '', itemId = '' } = await done(listForMeeting, before.ada, { borough: 'bromley', kind: 'theme', title: 'Takeaways', why: 'Two calls' }, at)
    await database.admin('UPDATE meeting_call SET meets_at = $2 WHERE id = $1', [callId, at])
    await done(openMeeting, before.ada, { callId, chairName: 'DI Rosalind Thackeray', chairAgency: 'police', chairRank: 'inspector' }, at)
    await done(saveMinute, before.ada, { itemId, fields: (['analysis', 'risk', 'decision', 'mitigation'] as const).map((field) => ({ field, base: 0, text: `The ${field} of it.` })) }, at)
    return { ...before, callId, itemId, late, open, at }
  }
  const reviews = (callId: string) => database.admin('SELECT outcome, note FROM action_review WHERE call_id = $1 ORDER BY outcome', [callId])

  it('no item is closed and no meeting ends before each was taken up: done, carried with a reason, or not due yet', async () => {
    const { ada, ben, callId, itemId, late, open, at } = await afterAnEarlierOne()
    const refused = { ok: false, kind: 'refused', refusals: [{ rule: 'earlier-actions-first', clause: 'mase-actions' }] }
    for (const [act, input] of [[closeItem, { itemId, riskLevel: 'low' }], [endMeeting, { callId }]] as const) {
      expect(await ask(act, ada, input, at), act.name).toMatchObject(refused)
    }
    expect(await database.admin('SELECT closed_at FROM meeting_item WHERE id = $1', [itemId])).toEqual([{ closed_at: null }])
    const take = (actionId: string, said: Record<string, unknown>, who = ada) => ask(takeUpAction, who, { callId, actionId, ...said }, at)
    for (const [said, field] of [[{ outcome: 'done', evidence: ' ' }, 'evidence'], [{ outcome: 'carried', dueOn: '2016-07-20' }, 'reason'], [{ outcome: 'carried', reason: 'Ill' }, 'dueOn'], [{ outcome: 'carried', reason: 'Ill', dueOn: '2016-05-19' }, 'dueOn'], [{ outcome: 'not-due' }, 'outcome'], [{ outcome: 'forgotten' }, 'outcome']] as const) {
      expect(await take(late, said), field).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    }
    expect(await reviews(callId)).toEqual([])
    expect(await take(late, { outcome: 'carried', reason: 'The officer was ill', dueOn: '2016-07-20' })).toMatchObject({ ok: true })
    expect(await ask(closeItem, ada, { itemId, riskLevel: 'low' }, at)).toMatchObject(refused)
    expect(await take(open, { outcome: 'not-due', note: 'Waits for the court' })).toMatchObject({ ok: true })
    expect(await take(open, { outcome: 'done', evidence: 'Served' }, ben)).toMatchObject({ ok: false, kind: 'conflict', says: 'Ada Byron has taken this up already.' })
    expect(await take(randomUUID(), { outcome: 'done', evidence: 'x' })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await ask(closeItem, ada, { itemId, riskLevel: 'low' }, at)).toMatchObject({ ok: true })
    expect(await ask(endMeeting, ada, { callId }, at)).toMatchObject({ ok: true })
    // The carried one follows with its new date, in the series; the old one stays, late as it was.
    expect(await database.admin('SELECT b.call_id, a.carried_why FROM action a JOIN action b ON b.id = a.carried_to WHERE a.id = $1', [late])).toEqual([{ call_id: callId, carried_why: 'The officer was ill' }])
  })

  it('done or carried meanwhile they ask nothing more; what was carried meanwhile is asked for under its new date', async () => {
    const { ada, callId, late, open, at } = await afterAnEarlierOne()
    await done(takeUpAction, ada, { callId, actionId: open, outcome: 'done', evidence: 'Served on him' }, at)
    const owner = await aMashOfficer(database)
    const carried = await ask(carryAction, owner, { actionId: late, reason: 'Ill', dueOn: '2016-08-01' }, at)
    expect(carried).toMatchObject({ ok: true })
    expect(await ask(endMeeting, ada, { callId }, at)).toMatchObject({ ok: false, kind: 'refused' })
    expect(await ask(takeUpAction, ada, { callId, actionId: carried.ok ? carried.result.ids['actionId'] : '', outcome: 'not-due' }, at)).toMatchObject({ ok: true })
    expect(await ask(endMeeting, ada, { callId }, at)).toMatchObject({ ok: true })
  })

  it('are taken up by who runs the meeting and by nobody else', async () => {
    const { school, callId, late, at } = await afterAnEarlierOne()
    for (const actor of [school, await aMashOfficer(database), await aChair(database, 'DI Elsewhere', 'sutton')]) {
      const outcome = await ask(takeUpAction, actor, { callId, actionId: late, outcome: 'done', evidence: 'x' }, at)
      expect(outcome.ok ? 'accepted' : outcome.kind).toMatch(/^(forbidden|not-found)$/)
    }
    expect(await reviews(callId)).toEqual([])
  })
})
