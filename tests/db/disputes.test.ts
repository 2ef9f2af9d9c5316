import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { escalate } from '@/lib/deadlines/acts/escalate'
import { policeChallenge } from '@/lib/deadlines/acts/police-challenge'
import { settleDispute } from '@/lib/deadlines/acts/settle-dispute'
import { explainDuty } from '@/lib/deadlines/explain'
import { givePosition } from '@/lib/meetings/acts/give-position'
import { callOffDiscussion } from '@/lib/meetings/calls/change-call'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { aCalledDiscussion } from '@/tests/support/called-discussions'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)
const act = (which: Parameters<typeof perform>[0], actor: Actor, input: unknown, now: Date) => perform(which, actor, input, { key: randomUUID(), now })
const disputes = (childId: string) => database.admin<{ id: string; met: boolean; due_at: Date }>(
  `SELECT id, met_at IS NOT NULL AS met, due_at FROM deadline WHERE child_id = $1 AND alert = 'dispute-unresolved' ORDER BY starts_at`, [childId])

it('a challenge goes up stage by stage, each with its own clock and told to the role above, until it is settled', async () => {
  const [officer, supervisor, worker] = [await aMashOfficer(database), await aCaitSupervisor(database), await aSocialWorker(database)]
  const { referralId } = await aReferral(officer, { concern: 'serious-neglect' })
  const [childId = ''] = await childrenOf(database, referralId)
  const [owed] = await database.admin<{ id: string }>(`SELECT id FROM deadline WHERE child_id = $1 AND alert = 'strategy-discussion-overdue' ORDER BY due_at LIMIT 1`, [childId])
  expect(await act(policeChallenge, supervisor, { deadlineIds: [owed?.id], note: 'Nobody has called one.' }, hours(1))).toMatchObject({ ok: true })
  const [first] = await disputes(childId)
  expect(await explainDuty(worker, first?.id ?? '', hours(1))).toMatchObject({ dispute: { stage: 1, of: 4 } })
  for (const [hour, role, actor] of [[2, 'mash-decision-maker', worker], [3, 'borough-manager', worker], [4, 'london-lead', worker]] as const) {
    const open = (await disputes(childId)).find((row) => !row.met)
    const outcome = await act(escalate, actor, { deadlineIds: [open?.id], note: 'Not settled.' }, hours(hour))
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT to_role FROM notification WHERE deadline_id = $1 AND rung LIKE 'escalated%'`, [open?.id])).toEqual([{ to_role: role }])
  }
  const all = await disputes(childId)
  expect(all.map((row) => row.met)).toEqual([true, true, true, false])
  const top = all[3]?.id ?? ''
  expect((await explainDuty(worker, top, hours(5)))?.dispute).toMatchObject({ stage: 4 })
  // The top: nobody is above it.
  expect(await act(escalate, worker, { deadlineIds: [top], note: 'Not settled.' }, hours(5))).toMatchObject({ ok: false, kind: 'conflict' })
  const entries = async () => (await database.admin('SELECT 1 FROM entry')).length
  const before = await entries()
  expect(await act(settleDispute, worker, { deadlineIds: [top], note: 'Talked.', how: '' }, hours(6))).toMatchObject({ ok: false, kind: 'invalid' })
  expect(await act(settleDispute, worker, { deadlineIds: [owed?.id], note: 'Talked.', how: 'agreed' }, hours(6))).toMatchObject({ ok: false, kind: 'conflict' })
  expect(await act(settleDispute, await aSocialWorker(database, 'sutton'), { deadlineIds: [top], note: 'Talked.', how: 'agreed' }, hours(6))).toMatchObject({ ok: false, kind: 'not-found' })
  expect(await act(settleDispute, await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'] }), { deadlineIds: [top], note: 'Talked.', how: 'agreed' }, hours(6))).toMatchObject({ ok: false, kind: 'forbidden' })
  expect(await entries()).toBe(before)
  expect(await act(settleDispute, worker, { deadlineIds: [top], note: 'A discussion is held at two.', how: 'agreed' }, hours(6))).toMatchObject({ ok: true })
  expect((await disputes(childId)).every((row) => row.met)).toBe(true)
  expect((await explainDuty(worker, top, hours(7)))?.done.map((line) => line.heading)).toContain('Disagreement settled: the agencies agree')
  // What was challenged is owed all the same.
  expect(await database.admin(`SELECT met_at FROM deadline WHERE id = $1`, [owed?.id])).toEqual([{ met_at: null }])
})

it('a dissent that says the child is not safe is due the same day', async () => {
  const worker = await aSocialWorker(database)
  const { referralId } = await aReferral(worker, { concern: 'neglect' })
  const children = await childrenOf(database, referralId)
  const { meetingId } = await aRecordedDiscussion(worker, children, referralId, hours(1))
  expect(await act(givePosition, worker, { meetingId, agrees: 'no', says: 'He must not sleep there tonight.', unsafe: true }, hours(2))).toMatchObject({ ok: true })
  expect((await disputes(children[0] ?? '')).map((row) => row.due_at)).toEqual([new Date('2016-05-16T23:00:00Z')])
})

it('nobody is challenged for not calling a discussion that is called within its time; one called too late, called off or not held is', async () => {
  const [officer, supervisor, worker] = [await aMashOfficer(database), await aCaitSupervisor(database), await aSocialWorker(database)]
  const { referralId } = await aReferral(officer, { concern: 'serious-neglect' })
  const children = await childrenOf(database, referralId)
  const [owed] = await database.admin<{ id: string; due_at: Date }>(`SELECT id, due_at FROM deadline WHERE child_id = $1 AND alert = 'strategy-discussion-overdue' ORDER BY due_at LIMIT 1`, [children[0]])
  const due = owed?.due_at ?? hours(0)
  const challenge = (now: Date) => act(policeChallenge, supervisor, { deadlineIds: [owed?.id], note: 'Nobody has called one.' }, now)
  const offered = async (now: Date) => (await explainDuty(supervisor, owed?.id ?? '', now))?.acts.includes('police-challenge')
  const late = await aCalledDiscussion(database, worker, children, referralId, hours(1), { meetsAt: new Date(due.getTime() + 3_600_000).toISOString() })
  expect(await offered(hours(1))).toBe(true)
  expect(await act(callOffDiscussion, worker, { callId: late.callId, reason: 'Another time.' }, hours(1.2))).toMatchObject({ ok: true })
  const { callId } = await aCalledDiscussion(database, worker, children, referralId, hours(1.3))
  const entries = async () => (await database.admin('SELECT 1 FROM entry')).length
  const before = await entries()
  expect(await offered(hours(2))).toBe(false)
  expect(await challenge(hours(2))).toMatchObject({ ok: false, kind: 'conflict', says: expect.stringContaining('a discussion is called for') as string })
  expect(await entries()).toBe(before)
  // An hour past its beginning and no record of it: it was not held.
  expect(await offered(hours(4.5))).toBe(true)
  expect(await act(callOffDiscussion, worker, { callId, reason: 'The manager is ill.' }, hours(3))).toMatchObject({ ok: true })
  expect(await challenge(hours(3.1))).toMatchObject({ ok: true })
})
