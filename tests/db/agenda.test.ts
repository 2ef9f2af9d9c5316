import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { callMap } from '@/lib/meetings/agenda/acts/call-map'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { exceptChair } from '@/lib/meetings/agenda/acts/except-chair'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { signOff } from '@/lib/meetings/agenda/acts/sign-off'
import { aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { aChair, aChildAtRisk, aListedChild, aMap, considered, decided, ended, hourOf, HOUR, mapOf, minuted, opened, present } from '@/tests/support/agendas'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * HOUR)
const act = <T extends Parameters<typeof perform>[0]>(which: T, actor: Actor, input: unknown, at = now) => perform(which, actor, input, { key: randomUUID(), now: at })
const refusal = (rule: string) => ({ ok: false, kind: 'refused', refusals: expect.arrayContaining([expect.objectContaining({ rule })]) as unknown })
const stands = async (): Promise<number[]> => (await database.admin<{ n: number[] }>(`SELECT ARRAY[(SELECT count(*) FROM meeting_call), (SELECT count(*) FROM meeting_item), (SELECT count(*) FROM meeting), (SELECT count(*) FROM meeting_item WHERE closed_at IS NOT NULL),
  (SELECT count(*) FROM meeting WHERE signed_off_at IS NOT NULL OR exception_at IS NOT NULL), (SELECT count(*) FROM meeting_call WHERE opened_at IS NOT NULL), (SELECT count(*) FROM entry WHERE kind <> 'act-refused')]::int[] AS n`))[0]?.n ?? []
const item = async (id: string) => (await database.admin<Record<string, unknown>>('SELECT kind, source, strategy_reference IS NOT NULL AS behind, override_reason, closed_at IS NOT NULL AS closed, carried_to, why, position FROM meeting_item WHERE id = $1', [id]))[0]

/** Everybody of the own borough who may not, and the right role of another borough. */
async function mayNot(of: readonly (readonly [role: Parameters<typeof anActor>[1]['role'], agency: Parameters<typeof anActor>[1]['agency']])[]): Promise<Actor[]> {
  return Promise.all(of.map(([role, agency]) => anActor(database, { role, agency, boroughs: role === 'administrator' || role === 'auditor' ? [] : ['bromley'] })))
}

describe('listing', () => {
  it('a child goes on the next MASE with the discussion behind it, in the borough’s own ledger', async () => {
    const chair = await aChair(database)
    const { itemId, callId, childId } = await aListedChild(database, chair, now)
    expect(await item(itemId)).toMatchObject({ kind: 'victim', source: 'listed', behind: true, override_reason: null })
    expect(await database.admin('SELECT kind, month, borough FROM meeting_call WHERE id = $1', [callId])).toEqual([{ kind: 'mase', month: '2016-05', borough: 'bromley' }])
    expect(await database.admin(`SELECT subject_ids, ledger FROM entry WHERE kind = 'listed-for-meeting' AND id = (SELECT entry_id FROM meeting_item WHERE id = $1)`, [itemId])).toEqual([{ subject_ids: [childId], ledger: 'bromley' }])
    // The same child once more is no second item.
    expect(await act(listForMeeting, await aMashOfficer(database), { kind: 'victim', personId: childId, why: 'Again' })).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('a child without a strategy discussion is refused, and listed with the reason why not; then a discussion is owed', async () => {
    const chair = await aChair(database)
    const childId = await aChildAtRisk(database, now, { discussed: false })
    const before = await stands()
    expect(await act(listForMeeting, chair, { kind: 'victim', personId: childId, why: 'Seen twice with the same man' })).toMatchObject(refusal('listing-without-strategy'))
    expect(await stands()).toEqual(before)
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'act-refused' AND $1 = ANY (subject_ids)`, [childId])).toHaveLength(1)
    const { itemId } = await aListedChild(database, chair, now, { personId: childId, override: 'Held tonight; the meeting is tomorrow' })
    expect(await item(itemId)).toMatchObject({ behind: false, override_reason: 'Held tonight; the meeting is tomorrow' })
    expect((await database.admin<{ alert: string }>(`SELECT DISTINCT alert FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL`, [childId])).map((row) => row.alert)).toContain('strategy-discussion-overdue')
  })

  it('an adult, a place by name and a theme go on it too; each says what it is about', async () => {
    const chair = await aChair(database)
    expect(await act(listForMeeting, chair, { kind: 'theme', title: 'Lifts after school', why: 'Three schools say the same', borough: 'bromley' })).toMatchObject({ ok: true })
    expect(await act(listForMeeting, chair, { kind: 'location', title: 'The kiosk by the station', why: 'Cigarettes for favours', borough: 'bromley' })).toMatchObject({ ok: true })
    const before = await stands()
    for (const [input, field] of [[{ kind: 'theme', why: 'x', borough: 'bromley' }, 'title'], [{ kind: 'location', why: 'x', borough: 'bromley' }, 'title'], [{ kind: 'victim', why: 'x' }, 'personId'], [{ kind: 'theme', title: 'x', borough: 'bromley' }, 'why'], [{ why: 'x' }, 'kind'], [{ kind: 'theme', title: 'x', why: 'x' }, 'borough']] as const) {
      const outcome = await act(listForMeeting, chair, input)
      expect(outcome.ok === false && outcome.kind === 'invalid' && outcome.problems.map((problem) => problem.field)).toContain(field)
    }
    expect(await act(listForMeeting, chair, { kind: 'location', placeId: randomUUID(), why: 'x', borough: 'bromley' })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(before)
  })

  it('is for those who work with such children, in their own borough', async () => {
    const childId = await aChildAtRisk(database, now)
    const before = await stands()
    for (const actor of await mayNot([['borough-manager', 'csc'], ['partner', 'education'], ['auditor', 'other'], ['administrator', 'other'], ['despatch-supervisor', 'police']])) {
      expect(await act(listForMeeting, actor, { kind: 'victim', personId: childId, why: 'x' })).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await act(listForMeeting, await aChair(database, 'inspector', 'sutton'), { kind: 'victim', personId: childId, why: 'x' })).toMatchObject({ ok: false })
    expect(await act(listForMeeting, await aChair(database, 'inspector', 'sutton'), { kind: 'theme', title: 'x', why: 'x', borough: 'bromley' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await stands()).toEqual(before)
  })

  it('two who list at once make one meeting of the month and one item', async () => {
    const [chair, officer] = [await aChair(database, 'inspector', 'croydon'), await anActor(database, { role: 'mash-officer', agency: 'police', boroughs: ['croydon'] })]
    const both = await Promise.all([chair, officer].map((actor, index) => act(listForMeeting, actor, { kind: 'theme', title: `Theme ${index}`, why: 'x', borough: 'croydon' })))
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true])
    expect(await database.admin(`SELECT count(*)::int AS n FROM meeting_call WHERE kind = 'mase' AND borough = 'croydon'`)).toEqual([{ n: 1 }])
    expect((await database.admin<{ position: number }>(`SELECT position FROM meeting_item WHERE borough = 'croydon' ORDER BY position`)).map((row) => row.position)).toEqual([1, 2])
  })
})

describe('a MAP', () => {
  it('is called after a strategy discussion, by the lead agency; the child is its one item', async () => {
    const worker = await aSocialWorker(database)
    const { callId, childId } = await aMap(database, worker, now)
    expect(await database.admin('SELECT kind, lead_agency, place, month FROM meeting_call WHERE id = $1', [callId])).toEqual([{ kind: 'map', lead_agency: 'csc', place: 'Civic centre, room 4', month: null }])
    expect(await database.admin('SELECT kind, person_id FROM meeting_item WHERE call_id = $1', [callId])).toEqual([{ kind: 'victim', person_id: childId }])
    const before = await stands()
    expect(await act(callMap, worker, mapOf(childId, now))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await stands()).toEqual(before)
  })

  it('without a discussion it is refused, or convened with the reason; in the past or in ten years it is an error', async () => {
    const worker = await aSocialWorker(database)
    const childId = await aChildAtRisk(database, now, { discussed: false })
    const before = await stands()
    expect(await act(callMap, worker, mapOf(childId, now))).toMatchObject(refusal('listing-without-strategy'))
    for (const meetsAt of [new Date(now.getTime() - HOUR), new Date(now.getTime() + 4000 * 24 * HOUR)]) {
      expect(await act(callMap, worker, mapOf(childId, now, { meetsAt: meetsAt.toISOString() }))).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field: 'meetsAt' })] })
    }
    for (const blank of ['place', 'why', 'leadAgency', 'mode']) expect(await act(callMap, worker, mapOf(childId, now, { [blank]: '' }))).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await stands()).toEqual(before)
    expect(await act(callMap, worker, mapOf(childId, now, { override: 'Both in one hour' }))).toMatchObject({ ok: true })
  })

  it('is for those who may convene one, in their own borough', async () => {
    const childId = await aChildAtRisk(database, now)
    const before = await stands()
    for (const actor of await mayNot([['mash-officer', 'police'], ['borough-manager', 'csc'], ['partner', 'health'], ['missing-persons-officer', 'police']])) {
      expect(await act(callMap, actor, mapOf(childId, now))).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await act(callMap, await aSocialWorker(database, 'sutton'), mapOf(childId, now))).toMatchObject({ ok: false })
    expect(await stands()).toEqual(before)
  })
})

describe('opening', () => {
  it('puts the chair on record as it is, and nobody as present', async () => {
    const chair = await aChair(database, 'sergeant')
    const { callId } = await aListedChild(database, chair, now)
    expect(await act(openMeeting, chair, { callId, chairName: chair.name, chairAgency: 'police', chairRank: 'sergeant' }, new Date((await hourOf(database, callId)).getTime() - 48 * HOUR))).toMatchObject({ ok: false, kind: 'invalid' })
    const at = await opened(database, chair, callId, { chairRank: 'sergeant' })
    expect(await database.admin('SELECT chair_rank, chair_agency, chair_account, opened_by FROM meeting_call WHERE id = $1', [callId])).toEqual([{ chair_rank: 'sergeant', chair_agency: 'police', chair_account: chair.accountId, opened_by: chair.accountId }])
    expect(await database.admin('SELECT 1 FROM meeting_attendance WHERE call_id = $1 AND present', [callId])).toEqual([])
    expect(await act(openMeeting, chair, { callId, chairName: 'x', chairAgency: 'police' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('is for who runs the meeting of that kind: a social worker opens a MAP and no MASE', async () => {
    const [chair, worker] = [await aChair(database, 'inspector', 'lambeth'), await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['lambeth'] })]
    const listed = await act(listForMeeting, chair, { kind: 'theme', title: 'x', why: 'x', borough: 'lambeth' })
    const callId = listed.ok ? listed.result.ids['callId'] ?? '' : ''
    const at = await hourOf(database, callId)
    const before = await stands()
    const input = { callId, chairName: 'Anybody', chairAgency: 'csc' }
    expect(await act(openMeeting, worker, input, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(openMeeting, await aChair(database), input, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(openMeeting, await aTeacher(database, 'lambeth'), input, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(openMeeting, chair, { callId, chairAgency: 'police' }, at)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await stands()).toEqual(before)
  })
})

describe('closing an item', () => {
  it('takes what stands in its minutes to the child’s chronology, with the options considered', async () => {
    const chair = await aChair(database)
    const { callId, itemId, childId } = await aListedChild(database, chair, now)
    const at = await opened(database, chair, callId)
    await considered(chair, itemId, at)
    await decided(chair, itemId, at, { decision: 'Two officers visit the flat' })
    expect(await item(itemId)).toMatchObject({ closed: true })
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'meeting-item-closed' AND $1 = ANY (e.subject_ids)`, [childId])
    expect(entry?.body).toMatchObject({ meeting: 'MASE', decision: 'Two officers visit the flat', risk_level: 'high', considered: [{ option: 'cawn', used: false, why: 'Not while he is in prison' }] })
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'option-considered' AND $1 = ANY (subject_ids)`, [childId])).toHaveLength(1)
    expect(await act(closeItem, chair, { itemId, riskLevel: 'high' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it.each(['analysis', 'risk', 'decision', 'mitigation'] as const)('without its %s it is refused, about a child and about a theme', async (field) => {
    const chair = await aChair(database)
    const child = await aListedChild(database, chair, now)
    const listed = await act(listForMeeting, chair, { kind: 'theme', title: `Theme ${field}`, why: 'x', callId: child.callId })
    const theme = listed.ok ? listed.result.ids['itemId'] ?? '' : ''
    const at = await hourOf(database, child.callId)
    await database.admin('UPDATE meeting_call SET opened_at = $2, opened_by = $3 WHERE id = $1', [child.callId, at, chair.accountId])
    for (const itemId of [child.itemId, theme]) {
      await minuted(chair, itemId, at, { [field]: ' ' })
      const before = await stands()
      expect(await act(closeItem, chair, { itemId, riskLevel: 'high' }, at)).toMatchObject(refusal('meeting-item-unrecorded'))
      expect(await stands()).toEqual(before)
      expect(await item(itemId)).toMatchObject({ closed: false })
    }
    await database.admin('UPDATE meeting_call SET opened_at = NULL, opened_by = NULL WHERE id = $1', [child.callId])
  })

  it('is for who runs the meeting while it is in session; nothing is closed about a restricted child unseen', async () => {
    const chair = await aChair(database)
    const { callId, itemId, childId } = await aListedChild(database, chair, now)
    const at = await hourOf(database, callId)
    expect(await act(closeItem, chair, { itemId, riskLevel: 'high' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    await opened(database, chair, callId)
    await minuted(chair, itemId, at)
    const before = await stands()
    expect(await act(closeItem, await aSocialWorker(database), { itemId, riskLevel: 'high' }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(closeItem, await aChair(database, 'inspector', 'sutton'), { itemId, riskLevel: 'high' }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(closeItem, chair, { itemId }, at)).toMatchObject({ ok: false, kind: 'invalid' })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    expect(await act(closeItem, chair, { itemId, riskLevel: 'high' }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(before)
    await database.admin('UPDATE person SET restricted = false WHERE id = $1', [childId])
    await ended(chair, callId, at)
  })
})

describe('ending', () => {
  it('writes the record of each child, says who was not there, and carries what is left open to the next month', async () => {
    const chair = await aChair(database)
    const first = await aListedChild(database, chair, now)
    const left = await aListedChild(database, chair, now, { callId: first.callId })
    const at = await opened(database, chair, first.callId)
    await present(chair, first.callId, [{ part: 'borough-police', agency: 'police', name: chair.name }, { part: 'csc', agency: 'csc', name: 'Saffron Oyelaran' }], at)
    await decided(chair, first.itemId, at)
    await ended(chair, first.callId, new Date(at.getTime() + HOUR))
    const [meeting] = await database.admin<{ missing: string[]; quorate: boolean }>('SELECT missing, quorate FROM meeting WHERE id = $1', [first.callId])
    expect(meeting?.quorate).toBe(false)
    expect(meeting?.missing).toEqual(expect.arrayContaining(['education', 'housing']))
    expect(meeting?.missing).not.toContain('csc')
    const entries = await database.admin<{ subject: string; body: Record<string, unknown> }>(`SELECT e.subject_ids[1] AS subject, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'meeting-held' AND p.body ->> 'meeting_id' = $1`, [first.callId])
    const told = new Map(entries.map(({ subject, body }) => [subject, [body['decision_recorded'], body['research_done'], body['chair_rank']]]))
    expect([told.get(first.childId), told.get(left.childId)]).toEqual([[true, false, 'inspector'], [false, false, 'inspector']])
    const carried = await item(left.itemId)
    expect(await item(String(carried?.['carried_to']))).toMatchObject({ source: 'carried', why: 'Seen twice with the same man' })
    const before = await stands()
    expect(await act(endMeeting, chair, { callId: first.callId }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await stands()).toEqual(before)
  })

  it('is refused while an action of an earlier meeting was not taken up', async () => {
    const chair = await aChair(database, 'inspector', 'barnet')
    const theme = async (title: string, at: Date) => {
      const listed = await act(listForMeeting, chair, { kind: 'theme', title, why: 'x', borough: 'barnet' }, at)
      return listed.ok ? { callId: listed.result.ids['callId'] ?? '', itemId: listed.result.ids['itemId'] ?? '' } : { callId: '', itemId: '' }
    }
    const first = await theme('Lifts after school', now)
    const held = await opened(database, chair, first.callId)
    const child = await aChildAtRisk(database, now)
    const actionId = randomUUID()
    await database.admin(`INSERT INTO action (id, call_id, item_id, child_id, borough, what, owner_agency, owner_name, due_at, set_at, set_by) VALUES ($1, $2, $3, $4, 'barnet', 'Visit the flat', 'police', 'DC Farrant', $5, $5, $6)`, [actionId, first.callId, first.itemId, child, held, chair.accountId])
    await ended(chair, first.callId, held)
    const next = await theme('Another', held)
    expect(next.callId).not.toBe(first.callId)
    const at = await opened(database, chair, next.callId)
    const before = await stands()
    expect(await act(endMeeting, chair, { callId: next.callId }, at)).toMatchObject(refusal('earlier-actions-first'))
    expect(await stands()).toEqual(before)
    await database.admin(`INSERT INTO action_review (call_id, action_id, outcome, by, at) VALUES ($1, $2, 'not-due', $3, $4)`, [next.callId, actionId, chair.accountId, at])
    expect(await act(endMeeting, chair, { callId: next.callId }, at)).toMatchObject({ ok: true })
    // A month's meeting that named no child tells who was not there all the same.
    expect((await database.admin<{ missing: string[] }>('SELECT missing FROM meeting WHERE id = $1', [next.callId]))[0]?.missing).toContain('csc')
  })

  it('of a MAP: the agreed category stands on the record, and what was decided is on the next MASE', async () => {
    const worker = await aSocialWorker(database)
    const { callId, childId } = await aMap(database, worker, now)
    const [row] = await database.admin<{ id: string }>('SELECT id FROM meeting_item WHERE call_id = $1', [callId])
    const at = await opened(database, worker, callId, { chairAgency: 'csc', chairRank: '' })
    await present(worker, callId, [{ part: 'social-worker', agency: 'csc', name: worker.name }, { part: 'referrer', agency: 'education', name: 'Ms Rowan Teal' }], at)
    await decided(worker, row?.id ?? '', at, { decision: 'A plan of four weeks' })
    await ended(worker, callId, at, { agreedCategory: '2', recovery: 'The estate by the river first' })
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'meeting-held' AND $1 = ANY (e.subject_ids)`, [childId])
    expect(entry?.body).toMatchObject({ meeting: 'MAP', agreed_category: 2, recovery: 'The estate by the river first' })
    expect(await database.admin(`SELECT i.source, i.why, c.kind FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id WHERE i.person_id = $1 AND c.kind = 'mase'`, [childId])).toEqual([{ source: 'map-output', why: 'A plan of four weeks', kind: 'mase' }])
    // Who referred is counted by the part taken, whatever agency it is.
    expect((await database.admin<{ missing: string[] }>('SELECT missing FROM meeting WHERE id = $1', [callId]))[0]?.missing).not.toContain('referrer')
  })

  it('is for who runs it', async () => {
    const chair = await aChair(database, 'inspector', 'brent')
    const listed = await act(listForMeeting, chair, { kind: 'theme', title: 'x', why: 'x', borough: 'brent' })
    const callId = listed.ok ? listed.result.ids['callId'] ?? '' : ''
    expect(await act(endMeeting, chair, { callId })).toMatchObject({ ok: false, kind: 'conflict' })
    const at = await opened(database, chair, callId)
    const before = await stands()
    expect(await act(endMeeting, await anActor(database, { role: 'mash-decision-maker', agency: 'csc', boroughs: ['brent'] }), { callId }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(endMeeting, await aChair(database), { callId }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(before)
  })
})

describe('signing off', () => {
  async function held(borough: string, rank: 'sergeant' | 'inspector', chair: { chairAgency?: string } = {}, child = false) {
    const [keeper, inspector] = [await aChair(database, rank, borough), await aChair(database, 'inspector', borough)]
    const listed = child ? await aListedChild(database, keeper, now) : await act(listForMeeting, keeper, { kind: 'theme', title: 'x', why: 'x', borough })
    const callId = 'callId' in listed ? listed.callId : listed.ok ? listed.result.ids['callId'] ?? '' : ''
    const at = await opened(database, keeper, callId, { chairRank: rank, ...chair })
    await ended(keeper, callId, at)
    return { keeper, inspector, callId, at: new Date(at.getTime() + HOUR) }
  }

  it('chaired by an inspector of the borough’s police, it is signed off by one', async () => {
    const { inspector, callId, at } = await held('hackney', 'inspector')
    expect(await act(signOff, inspector, { callId }, at)).toMatchObject({ ok: true })
    expect(await act(signOff, inspector, { callId }, at)).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it.each([['harrow', 'sergeant', {}, false], ['bromley', 'sergeant', {}, true], ['ealing', 'inspector', { chairAgency: 'csc' }, false]] as const)('chaired otherwise (%s) it is refused, and signed off with an exception of another person', async (borough, rank, chair, child) => {
    const { keeper, inspector, callId, at } = await held(borough, rank, chair, child)
    const before = await stands()
    expect(await act(signOff, inspector, { callId }, at)).toMatchObject(refusal('meeting-chair-rank'))
    expect(await stands()).toEqual(before)
    // Neither whoever held it, nor who signs it off, makes the exception.
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: [borough] })
    expect(await act(exceptChair, keeper, { callId, reason: 'Nobody else came' }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(exceptChair, await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['sutton'] }), { callId, reason: 'x' }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(exceptChair, manager, { callId, reason: ' ' }, at)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await stands()).toEqual(before)
    expect(await act(exceptChair, manager, { callId, reason: 'The inspector was at court; nothing could wait' }, at)).toMatchObject({ ok: true })
    expect(await act(exceptChair, manager, { callId, reason: 'Again' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(signOff, inspector, { callId }, at)).toMatchObject({ ok: true })
    const [row] = await database.admin<{ by: string; signed: string; reason: string }>('SELECT exception_by AS by, signed_off_by AS signed, exception_reason AS reason FROM meeting WHERE id = $1', [callId])
    expect(row).toEqual({ by: manager.accountId, signed: inspector.accountId, reason: 'The inspector was at court; nothing could wait' })
  })

  it('a sergeant signs nothing off, and whoever made the exception does not either', async () => {
    const { keeper, inspector, callId, at } = await held('enfield', 'sergeant')
    const before = await stands()
    expect(await act(signOff, keeper, { callId }, at)).toMatchObject(refusal('meeting-chair-rank'))
    expect(await stands()).toEqual(before)
    expect(await act(exceptChair, inspector, { callId, reason: 'Seen by me' }, at)).toMatchObject({ ok: true })
    expect(await act(signOff, inspector, { callId }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(signOff, await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['enfield'] }), { callId }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(signOff, await aChair(database), { callId }, at)).toMatchObject({ ok: false, kind: 'not-found' })
  })

  it('an exception is for a meeting whose chair was not whom the protocol asks for', async () => {
    const { callId, at } = await held('merton', 'inspector')
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] })
    const before = await stands()
    expect(await act(exceptChair, manager, { callId, reason: 'To be safe' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await stands()).toEqual(before)
  })
})
