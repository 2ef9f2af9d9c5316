import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { carryAction } from '@/lib/actions/carry-action'
import { completeAction } from '@/lib/actions/complete-action'
import { setAction } from '@/lib/actions/set-action'
import { perform } from '@/lib/acts/perform'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, aTeacher } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const TUESDAY = new Date('2016-05-17T09:00:00.000Z')
const THURSDAY = new Date('2016-05-19T09:00:00.000Z')

const clock = (actionId: string) => database.admin<{ due_at: Date; met_at: Date | null; ended_at: Date | null; ended_why: string | null }>(
  `SELECT due_at, met_at, ended_at, ended_why FROM deadline WHERE rule = 'action/own-date' AND item_id = $1`, [actionId])
const action = async (id: string) => (await database.admin(`SELECT done_at, done_by, carried_to, carried_why, owner_id, due_at FROM action WHERE id = $1`, [id]))[0]
const key = () => randomUUID()
const done = (actor: Actor, actionId: string, now = TUESDAY, more: object = {}) => perform(completeAction, actor, { actionId, evidence: 'Visit note 4.', ...more }, { key: key(), now })
const carry = (actor: Actor, actionId: string, dueOn: string, now = THURSDAY) => perform(carryAction, actor, { actionId, dueOn, reason: 'The family was away.' }, { key: key(), now })

/** A discussion with one action, due on 18 May, whose owner is the teacher Rowan Teal's school or who is given. */
async function anAction(owner: object = { ownerAgency: 'csc', ownerName: 'Saffron Oyelaran' }) {
  const worker = await aSocialWorker(database)
  const { referralId } = await aReferral(worker)
  const children = await childrenOf(database, referralId)
  const { actionId, meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { actions: [{ what: 'See the child', dueOn: '2016-05-18', ...owner }] })
  return { worker, actionId, meetingId, referralId, child: children[0] ?? '' }
}

describe('an action', () => {
  it('done, with what shows it, meets its clock when it was done', async () => {
    const { worker, actionId } = await anAction()
    expect((await done(worker, actionId, THURSDAY, { doneAt: TUESDAY.toISOString() })).ok).toBe(true)
    expect(await clock(actionId)).toMatchObject([{ met_at: TUESDAY, ended_at: null }])
    expect(await action(actionId)).toMatchObject({ done_at: TUESDAY, done_by: worker.accountId })
  })

  it('is not done without what shows it, nor in the future, nor before it was agreed', async () => {
    const { worker, actionId } = await anAction()
    for (const wrong of [{ evidence: ' ' }, { doneAt: '2016-05-17T09:00:01Z' }, { doneAt: '2016-05-16T08:59:00Z' }]) {
      expect(await done(worker, actionId, TUESDAY, wrong)).toMatchObject({ ok: false, kind: 'invalid' })
    }
    expect(await clock(actionId)).toMatchObject([{ met_at: null }])
    expect(await action(actionId)).toMatchObject({ done_at: null })
  })

  it('done within the minute in which it was agreed is done then, for people type no seconds', async () => {
    const { worker, actionId } = await anAction()
    expect((await done(worker, actionId, TUESDAY, { doneAt: '2016-05-16T08:59:01Z' })).ok).toBe(true)
    expect(await action(actionId)).toMatchObject({ done_at: TEN })
  })

  it('done by two at once is done by one, and the other is told by whom', async () => {
    const { worker, actionId } = await anAction()
    const answers = await Promise.all([done(worker, actionId), done(worker, actionId)])
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
    const late = answers.find((answer) => !answer.ok)
    expect(late).toMatchObject({ kind: 'conflict', says: expect.stringContaining('A mash-social-worker marked this as done') })
    expect(await carry(worker, actionId, '2016-05-23')).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('is its owner’s own duty from the start, also when it is carried; without an account it is nobody’s by name', async () => {
    const owner = await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['bromley'], name: 'Isaura Penhallow' })
    const assigned = async (id: string) => (await database.admin<{ assigned_to: string | null }>('SELECT assigned_to FROM deadline WHERE item_id = $1', [id])).map((row) => row.assigned_to)
    const { actionId } = await anAction({ ownerAgency: 'csc', ownerName: 'Isaura Penhallow' })
    expect(await assigned(actionId)).toEqual([owner.accountId])
    const outcome = await carry(owner, actionId, '2016-05-23')
    expect(await assigned(outcome.ok ? outcome.result.ids['actionId'] ?? '' : '')).toEqual([owner.accountId])
    expect(await assigned((await anAction({ ownerAgency: 'csc', ownerName: 'Nobody Of That Name' })).actionId)).toEqual([null])
  })

  it('carried keeps its own date as it was, ended and late, and the new date is a clock of its own', async () => {
    const { worker, actionId } = await anAction()
    const outcome = await carry(worker, actionId, '2016-05-23')
    const next = outcome.ok ? outcome.result.ids['actionId'] ?? '' : ''
    expect(await clock(actionId)).toEqual([{ due_at: new Date('2016-05-18T23:00:00Z'), met_at: null, ended_at: THURSDAY, ended_why: 'carried' }])
    expect(await clock(next)).toEqual([{ due_at: new Date('2016-05-23T23:00:00Z'), met_at: null, ended_at: null, ended_why: null }])
    expect(await action(actionId)).toMatchObject({ carried_to: next, carried_why: 'The family was away.', done_at: null, due_at: new Date('2016-05-18T23:00:00Z') })
    // Doing the one that follows does not make the first one done.
    expect((await done(worker, next, THURSDAY)).ok).toBe(true)
    expect(await clock(actionId)).toMatchObject([{ met_at: null, ended_why: 'carried' }])
    expect(await clock(next)).toMatchObject([{ met_at: THURSDAY }])
  })

  it('is carried to a later date only, with a reason', async () => {
    const { worker, actionId } = await anAction()
    expect(await carry(worker, actionId, '2016-05-17')).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'dueOn' }] })
    expect(await carry(worker, actionId, '2016-05-18', TUESDAY)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'dueOn' }] })
    expect(await perform(carryAction, worker, { actionId, dueOn: '2016-05-23', reason: '' }, { key: key(), now: TUESDAY })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await clock(actionId)).toMatchObject([{ ended_at: null }])
  })

  it('of another agency’s named owner is theirs: neither a colleague elsewhere nor another agency finishes it', async () => {
    const owner = await anActor(database, { role: 'mash-officer', agency: 'police', boroughs: ['bromley'], name: 'Hollis Farrant' })
    const { worker, actionId } = await anAction({ ownerAgency: 'police', ownerName: 'hollis farrant' })
    expect(await action(actionId)).toMatchObject({ owner_id: owner.accountId })
    expect(await done(worker, actionId)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await done(await aMashOfficer(database, 'hackney'), actionId)).toEqual({ ok: false, kind: 'not-found' })
    expect(await carry(worker, actionId, '2016-05-23')).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await action(actionId)).toMatchObject({ done_at: null, carried_to: null })
    expect((await done(await aMashOfficer(database), actionId)).ok).toBe(true)
  })

  it('owned by a teacher is finished and carried by that teacher, who sees nothing else, and by no other', async () => {
    const name = `Rowan ${randomUUID().slice(0, 8)}`
    const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name })
    const { worker, actionId } = await anAction({ ownerAgency: 'education', ownerName: name })
    expect(await done(worker, actionId)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await done(await aTeacher(database), actionId)).toEqual({ ok: false, kind: 'not-found' })
    const outcome = await carry(teacher, actionId, '2016-05-24')
    expect(outcome).toMatchObject({ ok: true })
    const next = outcome.ok ? outcome.result.ids['actionId'] ?? '' : ''
    expect(await action(next)).toMatchObject({ owner_id: teacher.accountId })
    expect((await done(teacher, next, THURSDAY)).ok).toBe(true)
    expect(await clock(next)).toMatchObject([{ met_at: THURSDAY }])
    expect(await clock(actionId)).toMatchObject([{ ended_why: 'carried' }])
  })

  it('is no longer its owner’s once the account may do nothing', async () => {
    const name = `Rowan ${randomUUID().slice(0, 8)}`
    const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name })
    const { actionId } = await anAction({ ownerAgency: 'education', ownerName: name })
    await database.admin(`UPDATE membership SET ended_at = $2 WHERE account_id = $1`, [teacher.accountId, TUESDAY])
    expect(await loadActor(teacher.accountId, THURSDAY)).toBeNull()
    expect(await done({ ...teacher, memberships: [] }, actionId, THURSDAY)).toMatchObject({ ok: false, kind: 'forbidden' })
  })

  it('cannot be moved or deleted, even by hand within the database', async () => {
    const { actionId } = await anAction()
    await expect(database.admin(`UPDATE action SET due_at = due_at + interval '1 day' WHERE id = $1`, [actionId])).rejects.toThrow(/never edited/)
    await expect(database.admin(`DELETE FROM action WHERE id = $1`, [actionId])).rejects.toThrow(/never deleted/)
  })
})

describe('setting an action', () => {
  const set = (actor: Actor, about: object, now = TUESDAY) =>
    perform(setAction, actor, { what: 'Visit again', ownerAgency: 'csc', ownerName: 'Saffron Oyelaran', dueOn: '2016-05-20', ...about }, { key: key(), now })

  it('upon a discussion without a plan answers what was missing', async () => {
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker)
    const children = await childrenOf(database, referralId)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { actions: [] })
    const notice = () => database.admin(`SELECT met_at FROM deadline WHERE referral_id = $1 AND alert = 'strategy-plan-missing'`, [referralId])
    expect(await notice()).toEqual([{ met_at: null }])
    expect((await set(worker, { meetingId })).ok).toBe(true)
    expect(await notice()).toEqual([{ met_at: TUESDAY }])
  })

  it('by a supervisor about one child is a duty with its own date', async () => {
    const { child } = await anAction()
    const supervisor = await aCaitSupervisor(database)
    const outcome = await set(supervisor, { childId: child })
    expect(outcome.ok && (await clock(outcome.result.ids['actionId'] ?? ''))[0]?.due_at).toEqual(new Date('2016-05-20T23:00:00Z'))
  })

  it('is for those who may, within their reach, for a day to come', async () => {
    const { worker, meetingId, child } = await anAction()
    const before = await database.admin(`SELECT count(*)::int AS n FROM action`)
    expect(await set(worker, { meetingId, dueOn: '2016-05-16' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await set(worker, { dueOn: '2016-05-20' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await set(await aTeacher(database), { meetingId })).toMatchObject({ ok: false, kind: 'forbidden' })
    const elsewhere = await aSocialWorker(database, 'hackney')
    expect(await set(elsewhere, { meetingId })).toEqual({ ok: false, kind: 'not-found' })
    expect(await set(elsewhere, { childId: child })).toEqual({ ok: false, kind: 'not-found' })
    expect(await database.admin(`SELECT count(*)::int AS n FROM action`)).toEqual(before)
  })
})
