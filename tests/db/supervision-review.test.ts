import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { completeAction } from '@/lib/actions/complete-action'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { closeCase } from '@/lib/closing/acts/close'
import { recordChildSeen } from '@/lib/closing/acts/work'
import { personClosing } from '@/lib/closing/queries'
import { setAddress } from '@/lib/people/acts/set-address'
import { superviseReview } from '@/lib/supervision/acts/review'
import { reviewForm } from '@/lib/supervision/review-form'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { reviewOf, seenOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)

async function aCase(overrides: Record<string, unknown> = {}): Promise<{ child: string; children: string[]; referralId: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'physical-abuse', ...overrides })
  const children = await childrenOf(database, referralId)
  return { child: children[0] ?? '', children, referralId }
}
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const reviewed = async (child: string, overrides: Record<string, unknown> = {}, now = at(24), actor?: Actor) => doing(superviseReview, actor ?? await aCaitSupervisor(database), reviewOf(child, overrides), now)
const reviews = async (child: string): Promise<number> => (await database.admin(`SELECT 1 FROM entry WHERE kind = 'supervisor-review' AND $1 = ANY (subject_ids)`, [child])).length
const duties = (child: string, alert: string) => database.admin<{ due_at: Date; met_at: Date | null; ended_at: Date | null }>(
  'SELECT due_at, met_at, ended_at FROM deadline WHERE child_id = $1 AND alert = $2 AND superseded_at IS NULL ORDER BY due_at', [child, alert])
const cannot = { seen: 'cannot', notSeen: 'abroad', notSeenWhy: 'The police there found them.', directions: [], nothingMoreWhy: 'The other authority has the case.' }

describe('a supervisor’s review', () => {
  it('meets what was owed, starts the next, and makes each direction an action with its own clock', async () => {
    const { child } = await aCase()
    expect((await duties(child, 'supervisor-review-overdue')).map((duty) => duty.met_at)).toEqual([null])
    expect(await reviewed(child)).toMatchObject({ ok: true })
    const owed = await duties(child, 'supervisor-review-overdue')
    expect(owed.map((duty) => duty.met_at)).toEqual([at(24), null])
    expect(owed[1]?.due_at).toEqual(at(24 + 28 * 24))
    expect((await duties(child, 'action-overdue')).map((duty) => duty.due_at)).toEqual([new Date('2016-05-27T23:00:00.000Z')])
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'supervisor-review' AND $1 = ANY (e.subject_ids)`, [child])
    expect(entry?.body).toMatchObject({ rank: 'inspector', direction: 'See her at school', can_be_seen: true })
    expect(entry?.body).not.toHaveProperty('not_seen_reason')
  })

  it('has a sooner date where the supervisor sets one, never a later', async () => {
    const { child } = await aCase()
    expect(await reviewed(child, { nextReview: '2016-06-20' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'nextReview', message: expect.stringMatching(/^At the latest on Tue 14 Jun 2016/) as string }] })
    expect(await reviewed(child, { nextReview: '2016-05-10' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'nextReview' }] })
    expect(await reviews(child)).toBe(0)
    expect(await reviewed(child, { nextReview: '2016-05-24' })).toMatchObject({ ok: true })
    expect((await duties(child, 'supervisor-review-overdue')).map((duty) => duty.due_at)).toContainEqual(new Date('2016-05-24T23:00:00.000Z'))
  })

  it('says what is still to be done, or why nothing is, with dates to come', async () => {
    const { child } = await aCase()
    expect(await reviewed(child, { directions: [] })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'nothingMoreWhy' }] })
    expect(await reviewed(child, { directions: [{ what: 'See her', ownerAgency: 'police', ownerName: 'DC Farrant', dueOn: '2016-05-10' }] })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'directions.0.dueOn' }] })
    expect(await reviewed(child, { directions: [{ what: 'See her' }] })).toMatchObject({ ok: false, kind: 'invalid' })
    expect([await reviews(child), await duties(child, 'action-overdue')]).toEqual([0, []])
    expect(await reviewed(child, { directions: [], nothingMoreWhy: 'Every line is answered.' })).toMatchObject({ ok: true })
  })

  it('a withdrawn complaint is not reviewed by a review that says nothing of it', async () => {
    const { child } = await aCase()
    expect(await doing(addEntry, await aMashOfficer(database), { personId: child, what: 'complaint-withdrawn', occurredAt: at(20).toISOString(), account: 'She does not want to go on.', facts: { by: 'child' } }, at(20))).toMatchObject({ ok: true })
    const withdrawn = { withdrawnWhy: 'The aunt asked her to.', withdrawnFear: 'The uncle, at home.', withdrawnWishes: 'To stay with her sister.' }
    for (const [field] of Object.entries(withdrawn)) expect(await reviewed(child, { ...withdrawn, [field]: '' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    expect((await duties(child, 'withdrawal-unreviewed')).map((duty) => duty.met_at)).toEqual([null])
    expect(await reviewed(child, withdrawn)).toMatchObject({ ok: true })
    for (const alert of ['withdrawal-unreviewed', 'senior-review-outstanding']) expect((await duties(child, alert)).map((duty) => duty.met_at), alert).toEqual([at(24)])
  })

  it('nor one that another borough recorded: the review would answer it there, so it is asked for here', async () => {
    const { child } = await aCase()
    const there = await aMashOfficer(database, 'camden')
    expect(await doing(setAddress, await aMashOfficer(database), { personId: child, line: '4 Thornbeam Row', postcode: 'ZZ9 1AB', borough: 'camden', reason: 'The aunt told.' }, at(10))).toMatchObject({ ok: true })
    expect(await doing(addEntry, there, { personId: child, what: 'complaint-withdrawn', occurredAt: at(20).toISOString(), account: 'She told Camden.', facts: { by: 'child' } }, at(20))).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT borough FROM deadline WHERE child_id = $1 AND alert = 'withdrawal-unreviewed'`, [child])).toEqual([{ borough: 'camden' }])
    const page = await reviewForm(await aCaitSupervisor(database), child, at(24))
    expect(page?.shut === null && page.more.withdrawn).toBe(true)
    expect(await reviewed(child)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'withdrawnWhy' }] })
    expect((await duties(child, 'withdrawal-unreviewed')).map((duty) => duty.met_at)).toEqual([null])
    expect(await reviewed(child, { withdrawnWhy: 'Not known.', withdrawnFear: 'The uncle.', withdrawnWishes: 'Peace.' })).toMatchObject({ ok: true })
    expect((await duties(child, 'withdrawal-unreviewed')).map((duty) => duty.met_at)).toEqual([at(24)])
  })

  it('a sergeant’s review of a withdrawal leaves the inspector’s owed', async () => {
    const { child } = await aCase()
    await doing(addEntry, await aMashOfficer(database), { personId: child, what: 'complaint-withdrawn', occurredAt: at(20).toISOString(), account: 'No.', facts: { by: 'child' } }, at(20))
    const sergeant = await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], rank: 'sergeant' })
    expect(await reviewed(child, { withdrawnWhy: 'Not known.', withdrawnFear: 'Not known.', withdrawnWishes: 'Peace.' }, at(24), sergeant)).toMatchObject({ ok: true })
    expect((await duties(child, 'withdrawal-unreviewed'))[0]?.met_at).toEqual(at(24))
    expect((await duties(child, 'senior-review-outstanding'))[0]?.met_at).toBeNull()
  })

  it('its reason why the child cannot be seen lets the enquiry be closed, and a later one takes that back', async () => {
    const { child } = await aCase()
    const close = async (now: Date) => doing(closeCase, await aCaitSupervisor(database), { personId: child, result: 'no-further-action', rationale: 'Answered.' }, now)
    const item = async () => { const page = await personClosing(await aCaitSupervisor(database), child, at(60)); return page?.shut === null ? page.more.items.find((one) => one.key === 'child-seen')?.state : null }
    expect(await reviewed(child, { ...cannot, notSeenWhy: '' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'notSeenWhy' }] })
    for (const [typed, field] of [[{}, 'notSeen'], [{ notSeen: '' }, 'notSeenWhy']] as const) expect(await reviewed(child, { ...cannot, ...typed, seen: 'seen' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    expect(await reviewed(child, { ...cannot, notSeen: '' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'notSeen' }] })
    // Words of a direction excuse nobody.
    await reviewed(child, { directions: [{ what: 'Find out whether they have gone abroad or the mother died', ownerAgency: 'police', ownerName: 'DC Farrant', dueOn: '2016-05-27' }] }, at(20))
    expect([await close(at(25)), await item()]).toMatchObject([{ ok: false, kind: 'refused' }, 'missing'])
    expect(await reviewed(child, cannot, at(26))).toMatchObject({ ok: true })
    expect(await item()).toBe('none')
    const seenAgain = await aCase()
    expect(await reviewed(seenAgain.child, cannot, at(24))).toMatchObject({ ok: true })
    expect(await reviewed(seenAgain.child, { directions: [], nothingMoreWhy: 'Back since Monday.' }, at(48))).toMatchObject({ ok: true })
    expect(await doing(closeCase, await aCaitSupervisor(database), { personId: seenAgain.child, result: 'no-further-action', rationale: 'Answered.' }, at(50))).toMatchObject({ ok: false, kind: 'refused' })
    const excused = await aCase()
    await reviewed(excused.child, cannot, at(24))
    expect(await doing(closeCase, await aCaitSupervisor(database), { personId: excused.child, result: 'no-further-action', rationale: 'Answered.' }, at(50))).toMatchObject({ ok: true })
  })

  it('an enquiry is not closed while its direction is open, and is when that is done', async () => {
    const { child } = await aCase()
    await doing(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    expect(await reviewed(child, { seen: 'seen' })).toMatchObject({ ok: true })
    const close = async () => doing(closeCase, await aCaitSupervisor(database), { personId: child, result: 'no-further-action', rationale: 'Answered.' }, at(60))
    expect(await close()).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'closure-unresolved-risk' }] })
    const [action] = await database.admin<{ id: string }>('SELECT id FROM action WHERE child_id = $1', [child])
    expect(await doing(completeAction, await aMashOfficer(database), { actionId: action?.id, evidence: 'Seen.' }, at(30))).toMatchObject({ ok: true })
    expect(await close()).toMatchObject({ ok: true })
  })

  it('of a referral is one of all its children; that a child cannot be seen is said of one', async () => {
    const { child, children, referralId } = await aCase({ children: [{ givenName: 'Asa', familyName: 'Thorne', bornOn: '2007-03-01' }, { givenName: 'Ivo', familyName: 'Thorne', bornOn: '2010-03-01' }] })
    expect(await reviewed(child, { ...cannot, referralId })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'referralId' }] })
    expect(await reviewed(child, { referralId })).toMatchObject({ ok: true })
    for (const one of children) expect((await duties(one, 'supervisor-review-overdue')).filter((duty) => duty.met_at !== null)).toHaveLength(1)
  })

  it('is nobody’s of their own case, nobody’s but a supervisor’s, and nobody’s of another borough', async () => {
    const { child } = await aCase()
    const own = await aCaitSupervisor(database)
    await database.admin('UPDATE person SET lead_name = $2 WHERE id = $1', [child, `${own.name}, South team`])
    expect(await reviewed(child, {}, at(24), own)).toMatchObject({ ok: false, kind: 'forbidden' })
    await database.admin('UPDATE person SET lead_name = NULL WHERE id = $1', [child])
    for (const actor of [await aMashOfficer(database), await aSocialWorker(database), await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })]) expect(await reviewed(child, {}, at(24), actor)).toMatchObject({ ok: false, kind: 'forbidden' })
    const elsewhere = await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['camden'], rank: 'inspector' })
    expect(await reviewed(child, {}, at(24), elsewhere)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await reviews(child)).toBe(0)
    const page = await reviewForm(await aCaitSupervisor(database), child, at(24))
    expect(page?.shut === null ? page.more : null).toMatchObject({ may: true, isSeen: false, withdrawn: false, duties: [{ words: 'Supervisor review' }] })
  })
})
