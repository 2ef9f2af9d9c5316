import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { askToMeeting } from '@/lib/meetings/agenda/acts/ask-to-meeting'
import { callOffMeeting, moveMeeting } from '@/lib/meetings/agenda/acts/arrange-meeting'
import { bringResearch } from '@/lib/meetings/agenda/acts/bring-research'
import { confirmMinutes, issueMinutes } from '@/lib/meetings/agenda/acts/issue-minutes'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { orderAgenda, shareItem } from '@/lib/meetings/agenda/acts/order-agenda'
import { answerOfBoard, raiseWithBoard } from '@/lib/meetings/agenda/acts/raise-with-board'
import { signOff } from '@/lib/meetings/agenda/acts/sign-off'
import { chaseReceipts } from '@/lib/meetings/acts/chase-receipts'
import { circulateRecord } from '@/lib/meetings/acts/circulate-record'
import { makeMonths } from '@/lib/meetings/agenda/make-months'
import { usualTime } from '@/lib/meetings/agenda/month'
import { answerInvitation } from '@/lib/meetings/calls/answer-invitation'
import { closeDb } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { anActor, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { aChair, aListedChild, aMap, asked, decided, done, ended, hourOf, HOUR, opened, present, research } from '@/tests/support/agendas'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * HOUR)
const act = <T extends Parameters<typeof perform>[0]>(which: T, actor: Actor, input: unknown, at = now) => perform(which, actor, input, { key: randomUUID(), now: at })
const refusal = (rule: string) => ({ ok: false, kind: 'refused', refusals: expect.arrayContaining([expect.objectContaining({ rule })]) as unknown })
const mails = (aboutId: string) => database.admin<{ kind: string; to: string; path: string; sequence: number; starts: string }>(
  `SELECT m.kind, a.name AS to, m.path, (m.calendar ->> 'sequence')::int AS sequence, m.calendar ->> 'starts' AS starts FROM mail m JOIN account a ON a.id = m.to_account WHERE m.about_id = $1 ORDER BY m.written_at, m.kind, a.name`, [aboutId])
const stands = async (): Promise<number[]> => (await database.admin<{ n: number[] }>(`SELECT ARRAY[(SELECT count(*) FROM meeting_invitation), (SELECT count(*) FROM meeting_not_asked), (SELECT count(*) FROM mail), (SELECT count(*) FROM item_research), (SELECT coalesce(sum(sequence), 0) FROM meeting_call),
  (SELECT count(*) FROM meeting_copy), (SELECT count(*) FROM meeting_copy WHERE received_at IS NOT NULL), (SELECT count(*) FROM board_escalation), (SELECT count(*) FROM board_escalation WHERE answer IS NOT NULL), (SELECT count(*) FROM entry WHERE kind <> 'act-refused')]::int[] AS n`))[0]?.n ?? []
const partner = (agency: 'health' | 'education' | 'housing', name = `${agency} ${randomUUID().slice(0, 8)}`) => anActor(database, { role: 'partner', agency, boroughs: ['bromley'], name })

/** A month's meeting of a borough with one theme. */
async function aMonth(borough: string, at = now, rank: 'sergeant' | 'inspector' = 'inspector') {
  const chair = await aChair(database, rank, borough)
  const ids = await done(listForMeeting, chair, { kind: 'theme', title: `Lifts after school ${randomUUID().slice(0, 6)}`, why: 'Three schools say the same', borough }, at)
  return { chair, callId: ids['callId'] ?? '', itemId: ids['itemId'] ?? '' }
}

describe('the month’s meeting', () => {
  it('is there by itself in every borough, this month and next, once', async () => {
    process.env['HOLDFAST_APP_URL'] = database.urls.worker
    await closeDb()
    expect(await makeMonths(now)).toBe(2 * BOROUGH_CODES.length)
    expect(await makeMonths(now)).toBe(0)
    process.env['HOLDFAST_APP_URL'] = database.urls.app
    await closeDb()
    expect(await database.admin(`SELECT month, count(*)::int AS n FROM meeting_call WHERE kind = 'mase' GROUP BY month ORDER BY month`)).toEqual([{ month: '2016-05', n: BOROUGH_CODES.length }, { month: '2016-06', n: BOROUGH_CODES.length }])
    // What is listed goes on the agenda that is there.
    const { callId } = await aMonth('bexley')
    expect(await database.admin('SELECT month, meets_at FROM meeting_call WHERE id = $1', [callId])).toEqual([{ month: '2016-05', meets_at: new Date('2016-05-17T09:00:00.000Z') }])
  })

  it('is held at ten by London’s clocks on its first Tuesday that is no holiday, winter and summer', () => {
    expect(['2016-06', '2016-12', '2019-01', '2016-03'].map((month) => usualTime(month).toISOString())).toEqual(['2016-06-07T09:00:00.000Z', '2016-12-06T10:00:00.000Z', '2019-01-08T10:00:00.000Z', '2016-03-01T10:00:00.000Z'])
    expect(usualTime('2016-05', now).toISOString()).toBe('2016-05-17T09:00:00.000Z')
  })
})

describe('asking to it', () => {
  it('writes to those with an account, with the hour for their calendar; who is asked already is asked once', async () => {
    const { chair, callId } = await aMonth('bromley')
    const [doctor, teacher] = [await partner('health'), await partner('education')]
    const people = [{ part: 'health', agency: 'health', name: doctor.name }, { part: 'education', agency: 'education', name: teacher.name }, { part: 'housing', agency: 'housing', name: 'Ms Without Account' }]
    await asked(chair, callId, people, now)
    const at = await hourOf(database, callId)
    expect(await mails(callId)).toEqual([doctor.name, teacher.name].sort().map((to) => ({ kind: 'invitation', to, path: `/meetings/${callId}`, sequence: 0, starts: at.toISOString() })))
    expect((await database.admin<{ required: boolean }>('SELECT required FROM meeting_invitation WHERE call_id = $1', [callId])).map((row) => row.required)).toEqual([true, true, true])
    const before = await stands()
    expect(await act(askToMeeting, chair, { callId, invited: people })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await act(askToMeeting, chair, { callId, invited: [{ part: 'health', agency: 'health', name: '' }] })).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field: 'invited.0.name' })] })
    expect(await act(askToMeeting, chair, { callId, invited: [{ ask: false, part: 'health', name: 'Dr Ames' }] })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await stands()).toEqual(before)
    // The answer of who is asked, whatever their role; it is on nobody's chronology.
    const [invitation] = await database.admin<{ id: string }>('SELECT id FROM meeting_invitation WHERE call_id = $1 AND account_id = $2', [callId, doctor.accountId])
    expect(await act(answerInvitation, teacher, { invitationId: invitation?.id, coming: 'yes' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(answerInvitation, doctor, { invitationId: invitation?.id, coming: 'yes' })).toMatchObject({ ok: true, result: { goTo: `/meetings/${callId}` } })
    expect(await act(answerInvitation, chair, { invitationId: invitation?.id, coming: 'no', insteadName: 'Dr Ames' })).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT subject_ids FROM entry WHERE kind IN ('invitation-answered', 'meeting-arranged')`)).toEqual([{ subject_ids: [] }, { subject_ids: [] }, { subject_ids: [] }])
  })

  it('of a MAP asks for a reason where somebody of the child’s own network is not asked', async () => {
    const worker = await aSocialWorker(database)
    const { callId, childId } = await aMap(database, worker, now)
    const before = await stands()
    expect(await act(askToMeeting, worker, { callId, invited: [{ ask: true, part: 'social-worker', name: worker.name }, { ask: false, part: 'parent' }] })).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field: 'invited.1.reason' })] })
    expect(await stands()).toEqual(before)
    expect(await act(askToMeeting, worker, { callId, invited: [{ ask: true, part: 'social-worker', name: worker.name }, { ask: false, part: 'parent', reason: 'He is the one who takes her there' }] })).toMatchObject({ ok: true })
    expect(await database.admin('SELECT part, reason FROM meeting_not_asked WHERE call_id = $1', [callId])).toEqual([{ part: 'parent', reason: 'He is the one who takes her there' }])
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'meeting-arranged' AND $1 = ANY (subject_ids)`, [childId])).toHaveLength(1)
  })

  it('moving, calling off and asking are for who runs the meeting, in its borough', async () => {
    const { callId, itemId } = await aMonth('bromley')
    const before = await stands()
    const inputs = [[askToMeeting, { callId, invited: [{ part: 'health', agency: 'health', name: 'Dr Ames' }] }], [moveMeeting, { callId, meetsAt: '2016-05-24T09:00:00Z', mode: 'meeting', place: 'Room 4' }],
      [callOffMeeting, { callId, reason: 'x' }], [orderAgenda, { itemId, way: 'up' }], [shareItem, { itemId, sharedWith: ['police'] }], [issueMinutes, { callId }]] as const
    for (const [which, input] of inputs) {
      for (const role of ['mash-social-worker', 'borough-manager', 'partner', 'auditor'] as const) {
        expect(await act(which as typeof askToMeeting, await anActor(database, { role, agency: 'csc', boroughs: role === 'auditor' ? [] : ['bromley'] }), input)).toMatchObject({ ok: false, kind: 'forbidden' })
      }
      expect(await act(which as typeof askToMeeting, await aChair(database, 'inspector', 'sutton'), input)).toMatchObject({ ok: false, kind: 'not-found' })
    }
    expect(await stands()).toEqual(before)
  })
})

describe('another time', () => {
  it('everybody asked is told with the next number of the calendar file; the month keeps its meeting', async () => {
    const { chair, callId } = await aMonth('camden')
    const doctor = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['camden'], name: `Dr ${randomUUID().slice(0, 8)}` })
    await asked(chair, callId, [{ part: 'health', agency: 'health', name: doctor.name }], now)
    const to = { callId, meetsAt: '2016-05-24T13:00:00.000Z', mode: 'meeting', place: 'Room 4' }
    const before = await stands()
    expect(await act(moveMeeting, chair, { ...to, meetsAt: '2016-06-07T09:00:00Z' })).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field: 'meetsAt' })] })
    expect(await act(moveMeeting, chair, { ...to, meetsAt: '2016-05-10T09:00:00Z' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await act(moveMeeting, chair, { ...to, place: '' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await stands()).toEqual(before)
    expect(await act(moveMeeting, chair, to)).toMatchObject({ ok: true })
    expect(await act(callOffMeeting, chair, { callId, reason: '' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await act(callOffMeeting, chair, { callId, reason: 'The building is shut' }, new Date(now.getTime() + 60_000))).toMatchObject({ ok: true })
    expect((await mails(callId)).map(({ kind, sequence, starts }) => [kind, sequence, starts])).toEqual([['invitation', 0, '2016-05-17T09:00:00.000Z'], ['meeting-moved', 1, '2016-05-24T13:00:00.000Z'], ['meeting-called-off', 2, '2016-05-24T13:00:00.000Z']])
    const after = await stands()
    expect(await act(moveMeeting, chair, to)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(callOffMeeting, chair, { callId, reason: 'x' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await stands()).toEqual(after)
  })
})

describe('research', () => {
  it('is brought by each agency for itself, known or nothing, and stands on the child’s chronology', async () => {
    const chair = await aChair(database)
    const [doctor, teacher] = [await partner('health'), await partner('education')]
    const { callId, itemId, childId } = await aListedChild(database, chair, now, { sharedWith: ['police', 'csc', 'health'] })
    await asked(chair, callId, [{ part: 'health', agency: 'health', name: doctor.name }, { part: 'education', agency: 'education', name: teacher.name }], now)
    await research(doctor, itemId, 'health', now)
    await research(doctor, itemId, 'health', new Date(now.getTime() + 60_000), null)
    expect(await database.admin('SELECT agency, nothing_known FROM item_research WHERE item_id = $1 ORDER BY at', [itemId])).toEqual([{ agency: 'health', nothing_known: false }, { agency: 'health', nothing_known: true }])
    expect(await database.admin(`SELECT agency, subject_ids FROM entry WHERE kind = 'agency-research-recorded'`)).toEqual([{ agency: 'health', subject_ids: [childId] }, { agency: 'health', subject_ids: [childId] }])
    // Told by telephone, whoever runs the meeting writes it down.
    await research(chair, itemId, 'csc', now)
    const before = await stands()
    expect(await act(bringResearch, doctor, { itemId, agency: 'education', found: 'nothing' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(bringResearch, doctor, { itemId, agency: 'health', found: 'known', says: ' ' })).toMatchObject({ ok: false, kind: 'invalid' })
    // The item is not shared with the school: for it, it is not there.
    expect(await act(bringResearch, teacher, { itemId, agency: 'education', found: 'nothing' })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(bringResearch, chair, { itemId, agency: 'education', found: 'nothing' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(bringResearch, await partner('health'), { itemId, agency: 'health', found: 'nothing' })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(bringResearch, await aSocialWorker(database), { itemId, agency: 'csc', found: 'nothing' })).toMatchObject({ ok: false, kind: 'forbidden' })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    expect(await act(bringResearch, doctor, { itemId, agency: 'health', found: 'nothing' })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(before)
    await database.admin('UPDATE person SET restricted = false WHERE id = $1', [childId])
  })

  it('an item goes before another of its kind, and to fewer agencies', async () => {
    const chair = await aChair(database)
    const one = await aListedChild(database, chair, now)
    const other = await aListedChild(database, chair, now, { callId: one.callId })
    const order = async (): Promise<string[]> => (await database.admin<{ id: string }>(`SELECT id FROM meeting_item WHERE id = ANY ($1) ORDER BY position`, [[one.itemId, other.itemId]])).map((row) => row.id)
    expect(await order()).toEqual([one.itemId, other.itemId])
    await done(orderAgenda, chair, { itemId: other.itemId, way: 'up' }, now)
    expect(await order()).toEqual([other.itemId, one.itemId])
    expect(await act(orderAgenda, chair, { itemId: one.itemId, way: 'down' })).toMatchObject({ ok: false, kind: 'conflict' })
    await done(shareItem, chair, { itemId: one.itemId, sharedWith: ['police', 'csc'] }, now)
    expect(await database.admin('SELECT shared_with FROM meeting_item WHERE id = $1', [one.itemId])).toEqual([{ shared_with: ['csc', 'police'] }])
    expect(await act(shareItem, chair, { itemId: one.itemId, sharedWith: [] })).toMatchObject({ ok: false, kind: 'invalid' })
  })
})

describe('the minutes', () => {
  async function held() {
    const chair = await aChair(database, 'inspector', 'bromley')
    const [doctor, teacher] = [await partner('health'), await partner('education')]
    const { callId, itemId, childId } = await aListedChild(database, chair, now)
    await asked(chair, callId, [{ part: 'health', agency: 'health', name: doctor.name }, { part: 'education', agency: 'education', name: teacher.name }, { part: 'housing', agency: 'housing', name: 'Ms Without Account' }], now)
    const at = await opened(database, chair, callId)
    await present(chair, callId, [{ part: 'borough-police', agency: 'police', name: chair.name }, { part: 'health', agency: 'health', name: doctor.name }], at)
    await decided(chair, itemId, at)
    await ended(chair, callId, at)
    return { chair, doctor, teacher, callId, itemId, childId, at: new Date(at.getTime() + HOUR) }
  }

  it('are issued once they are signed off, to those who were there and the agencies that were asked; each gives its receipt', async () => {
    const { chair, doctor, teacher, callId, childId, at } = await held()
    const before = await stands()
    expect(await act(issueMinutes, chair, { callId }, at)).toMatchObject(refusal('minutes-not-signed-off'))
    expect(await stands()).toEqual(before)
    await done(signOff, chair, { callId }, at)
    // The act of discussions does not send them past the sign-off.
    expect(await act(circulateRecord, chair, { meetingId: callId }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(issueMinutes, chair, { callId }, at)).toMatchObject({ ok: true })
    expect(await act(issueMinutes, chair, { callId }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect((await mails(callId)).filter((mail) => mail.kind === 'record-sent' && [doctor.name, teacher.name].includes(mail.to)).map((mail) => [mail.to, mail.path])).toEqual([teacher, doctor].map((one) => one.name).sort().map((name) => [name, `/meetings/${callId}`]))
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'minutes-circulated' AND $1 = ANY (subject_ids)`, [childId])).toHaveLength(1)
    expect(await act(confirmMinutes, doctor, { callId }, at)).toMatchObject({ ok: true })
    expect(await act(confirmMinutes, teacher, { callId }, at)).toMatchObject({ ok: true })
    const after = await stands()
    expect(await act(confirmMinutes, doctor, { callId }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(confirmMinutes, await partner('health'), { callId }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await act(confirmMinutes, await aSocialWorker(database), { callId }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(after)
    const [copy] = await database.admin<{ id: string }>('SELECT participant_id AS id FROM meeting_copy WHERE meeting_id = $1 AND account_id IS NULL', [callId])
    expect(await act(chaseReceipts, chair, { meetingId: callId }, at)).toMatchObject({ ok: true })
    expect(await act(confirmMinutes, doctor, { callId, copyId: copy?.id }, at)).toMatchObject({ ok: false })
    expect(await act(confirmMinutes, chair, { callId, copyId: copy?.id }, at)).toMatchObject({ ok: true })
  })
})

describe('the safeguarding board', () => {
  it('hears of an agency that was away twice running, once, and what it answers is on record', async () => {
    const first = await aMonth('newham')
    const held = await opened(database, first.chair, first.callId)
    await present(first.chair, first.callId, [{ part: 'borough-police', agency: 'police', name: first.chair.name }], held)
    await ended(first.chair, first.callId, held)
    const next = await aMonth('newham', new Date(held.getTime() + HOUR))
    expect(await act(raiseWithBoard, first.chair, { callId: first.callId, agency: 'housing', reason: 'x' }, held)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await act(raiseWithBoard, next.chair, { callId: next.callId, agency: 'housing', reason: 'x' }, held)).toMatchObject({ ok: false, kind: 'conflict' })
    const at = await opened(database, next.chair, next.callId)
    await present(next.chair, next.callId, [{ part: 'borough-police', agency: 'police', name: next.chair.name }, { part: 'education', agency: 'education', name: 'Ms Teal' }], at)
    await ended(next.chair, next.callId, at)
    const before = await stands()
    expect(await act(raiseWithBoard, next.chair, { callId: next.callId, agency: 'education', reason: 'x' }, at)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await act(raiseWithBoard, next.chair, { callId: next.callId, agency: 'housing', reason: '' }, at)).toMatchObject({ ok: false, kind: 'invalid' })
    for (const role of ['mash-officer', 'partner', 'auditor'] as const) expect(await act(raiseWithBoard, await anActor(database, { role, agency: 'police', boroughs: ['newham'] }), { callId: next.callId, agency: 'housing', reason: 'x' }, at)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(raiseWithBoard, await aChair(database), { callId: next.callId, agency: 'housing', reason: 'x' }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await stands()).toEqual(before)
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['newham'] })
    const raised = await done(raiseWithBoard, manager, { callId: next.callId, agency: 'housing', reason: 'Two families wait for a move' }, at)
    expect(await act(raiseWithBoard, next.chair, { callId: next.callId, agency: 'housing', reason: 'x' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin(`SELECT heading FROM entry WHERE kind = 'lscb-escalated'`)).toEqual([{ heading: 'Housing raised with the safeguarding board' }])
    expect(await act(answerOfBoard, await aChair(database), { escalationId: raised['escalationId'], answer: 'x' }, at)).toMatchObject({ ok: false, kind: 'not-found' })
    await done(answerOfBoard, next.chair, { escalationId: raised['escalationId'] ?? '', answer: 'The director of housing will come' }, at)
    expect(await act(answerOfBoard, manager, { escalationId: raised['escalationId'], answer: 'Again' }, at)).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin('SELECT answer FROM board_escalation')).toEqual([{ answer: 'The director of housing will come' }])
  })
})
