import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { acknowledgeDuty } from '@/lib/deadlines/acts/acknowledge'
import { annulDuty } from '@/lib/deadlines/acts/annul'
import { chase } from '@/lib/deadlines/acts/chase'
import { escalate } from '@/lib/deadlines/acts/escalate'
import { policeChallenge } from '@/lib/deadlines/acts/police-challenge'
import { reassign } from '@/lib/deadlines/acts/reassign'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const NOW = new Date('2016-05-17T09:00:00Z')

type Clock = { id: string; rule: string; basis: string | null; child_id: string; escalation_level: number }
const clocksOf = (referralId: string): Promise<Clock[]> =>
  database.admin<Clock>('SELECT id, rule, basis, child_id, escalation_level FROM deadline WHERE referral_id = $1 ORDER BY due_at, id', [referralId])
const discussionsOf = async (referralId: string): Promise<string[]> => (await clocksOf(referralId)).filter((clock) => clock.rule.startsWith('strategy-discussion/')).map((clock) => clock.id)
const idOf = async (referralId: string, rule: string): Promise<string> => {
  const clock = (await clocksOf(referralId)).find((one) => one.rule === rule)
  if (clock === undefined) throw new Error(`no ${rule}`)
  return clock.id
}
/** Everything an act here may change, so that "untouched" can be said of it. */
const ledger = async (): Promise<unknown> => [
  await database.admin('SELECT id, ended_at, assigned_to, assigned_team, acknowledged_by, escalation_level FROM deadline ORDER BY id'),
  await database.admin(`SELECT id FROM entry WHERE kind <> 'act-refused' ORDER BY id`), await database.admin('SELECT id FROM notification ORDER BY id'),
]
const entries = (kind: string, childId: string) =>
  database.admin<{ heading: string; body: Record<string, unknown>; recorded_by: string }>(
    'SELECT heading, body, recorded_by FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = $1 AND $2::uuid = ANY (e.subject_ids) ORDER BY seq', [kind, childId])
const childOf = async (referralId: string): Promise<string> => (await clocksOf(referralId))[0]?.child_id ?? ''

const act = (what: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now = NOW) =>
  perform(what, actor, { note: 'No answer since yesterday.', ...input }, { key: randomUUID(), now })

const EVERY: [string, Act<z.ZodType>][] = [chase, policeChallenge, escalate, acknowledgeDuty, annulDuty].map((what) => [what.name, what])

describe.each(EVERY)('%s', (_name, what) => {
  it('needs a note, and at least one duty', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { referralId } = await aReferral(await aMashOfficer(database))
    const before = await ledger()
    expect(await act(what, supervisor, { deadlineIds: [await idOf(referralId, 'strategy-discussion/standard')], note: '  ' }))
      .toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'note', message: 'Write a note: what was done, and why' }] })
    expect(await act(what, supervisor, { deadlineIds: [] })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'deadlineIds' }] })
    expect(await ledger()).toEqual(before)
  })

  it('is not for a partner, nor an auditor; and a duty of another borough does not exist', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    const before = await ledger()
    const deadlineIds = [await idOf(referralId, 'strategy-discussion/standard')]
    for (const actor of [await aTeacher(database), await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })]) {
      expect(await act(what, actor, { deadlineIds })).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await act(what, await aCaitSupervisor(database, ['camden']), { deadlineIds })).toEqual({ ok: false, kind: 'not-found' })
    expect(await ledger()).toEqual(before)
  })

  it('leaves alone what has ended, and says so', async () => {
    const officer = await aMashOfficer(database)
    const supervisor = await aCaitSupervisor(database)
    const { referralId } = await aReferral(officer)
    const deadlineIds = [await idOf(referralId, 'strategy-discussion/standard')]
    expect((await act(annulDuty, supervisor, { deadlineIds })).ok).toBe(true)
    const before = await ledger()
    expect(await act(what, supervisor, { deadlineIds })).toEqual({ ok: false, kind: 'conflict', says: 'Nothing was done: Strategy discussion, within 3 working days, it has ended.' })
    expect(await ledger()).toEqual(before)
  })
})

describe('chasing', () => {
  it('one discussion is one entry, whatever bands it waits in, with whom and the note', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'serious-neglect' })
    const deadlineIds = await discussionsOf(referralId)
    expect(deadlineIds).toHaveLength(3)
    const outcome = await act(chase, supervisor, { deadlineIds, to: 'Duty manager, Bromley' })
    expect(outcome).toMatchObject({ ok: true, result: { goTo: `/duties/${deadlineIds[0]}`, says: 'Chased: Strategy discussion.' } })
    expect(await entries('duty-chased', await childOf(referralId))).toEqual([{
      heading: "Children's social care chased: Strategy discussion", recorded_by: supervisor.accountId,
      body: { of: deadlineIds[0], duties: deadlineIds, note: 'No answer since yesterday.', to: 'Duty manager, Bromley', agency: 'csc' },
    }])
  })

  it('many at once does what may be done and lists the rest, each whole', async () => {
    const officer = await aMashOfficer(database)
    const supervisor = await aCaitSupervisor(database)
    const [first, second, elsewhere] = [
      await aReferral(officer), await aReferral(officer, { children: [{ givenName: 'Second' }] }),
      await aReferral(await aMashOfficer(database, 'camden'), { borough: 'camden', children: [{ givenName: 'Far' }] }),
    ]
    const [done, ended, far] = await Promise.all([first, second, elsewhere].map((one) => idOf(one.referralId, 'strategy-discussion/standard')))
    await act(annulDuty, supervisor, { deadlineIds: [ended] })
    const outcome = await act(chase, supervisor, { deadlineIds: [done, ended, far] })
    expect(outcome).toMatchObject({ ok: true, result: {
      says: 'Chased for 1 child. 2 clocks were left as before: Strategy discussion, within 3 working days, it has ended; not found.', ids: { done, left: ended },
    } })
    expect(await entries('duty-chased', await childOf(first.referralId))).toHaveLength(1)
    expect(await entries('duty-chased', await childOf(second.referralId))).toHaveLength(0)
    expect(await entries('duty-chased', await childOf(elsewhere.referralId))).toHaveLength(0)
  })
})

describe('the police challenge', () => {
  it('is put to social care, on record and in front of their manager; a second one is told again', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer)
    const deadlineIds = [await idOf(referralId, 'strategy-discussion/standard')]
    expect((await act(policeChallenge, officer, { deadlineIds })).ok).toBe(true)
    expect((await act(policeChallenge, officer, { deadlineIds, note: 'Still nothing.' })).ok).toBe(true)
    expect(await entries('police-challenge', await childOf(referralId))).toHaveLength(2)
    expect(await database.admin('SELECT rung, to_role, borough FROM notification WHERE deadline_id = $1 ORDER BY rung', deadlineIds)).toEqual([
      { rung: 'challenge', to_role: 'mash-decision-maker', borough: 'bromley' }, { rung: 'challenge-2', to_role: 'mash-decision-maker', borough: 'bromley' },
    ])
  })

  it('is the police’s to make, about a discussion only', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    const before = await ledger()
    const discussion = [await idOf(referralId, 'strategy-discussion/standard')]
    expect(await act(policeChallenge, await aDecisionMaker(database), { deadlineIds: discussion })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(policeChallenge, await aMashOfficer(database), { deadlineIds: [await idOf(referralId, 'referral/decision')] }))
      .toEqual({ ok: false, kind: 'conflict', says: 'Nothing was done: Referral decision, a challenge is for a strategy discussion that was not called.' })
    expect(await ledger()).toEqual(before)
  })
})

describe('escalating', () => {
  it('climbs one rung at a time, never to oneself, and ends at the top', async () => {
    const officer = await aMashOfficer(database)
    const supervisor = await aCaitSupervisor(database)
    const manager = await anActor(database, { role: 'borough-manager', agency: 'police', boroughs: ['bromley'] })
    const { referralId } = await aReferral(officer)
    const [social, force] = [await idOf(referralId, 'strategy-discussion/standard'), await idOf(referralId, 'strategy-discussion/force-24h')]
    const told = (id: string) => database.admin('SELECT rung, to_role FROM notification WHERE deadline_id = $1 ORDER BY at, rung', [id])
    // Social care's: their decision maker first. The police's own: the supervisor is the first rung, so the manager.
    expect((await act(escalate, supervisor, { deadlineIds: [social] })).ok).toBe(true)
    expect((await act(escalate, supervisor, { deadlineIds: [force] })).ok).toBe(true)
    expect(await told(social)).toEqual([{ rung: 'escalated-1', to_role: 'mash-decision-maker' }])
    expect(await told(force)).toEqual([{ rung: 'escalated-2', to_role: 'borough-manager' }])
    expect((await act(escalate, manager, { deadlineIds: [social] })).ok).toBe(true)
    expect(await told(social)).toEqual([{ rung: 'escalated-1', to_role: 'mash-decision-maker' }, { rung: 'escalated-3', to_role: 'london-lead' }])
    expect(await act(escalate, supervisor, { deadlineIds: [social] })).toMatchObject({ ok: false, kind: 'conflict' })
    expect((await clocksOf(referralId)).find((clock) => clock.id === social)?.escalation_level).toBe(3)
  })

  it('takes a disagreement up its own line: another duty of the child that is escalated settles nothing', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { referralId } = await aReferral(await aMashOfficer(database))
    const isMet = async () => (await database.admin<{ met: boolean }>(`SELECT met_at IS NOT NULL AS met FROM deadline WHERE referral_id = $1 AND rule = 'dispute/next-stage' ORDER BY starts_at, met_at`, [referralId])).map(({ met }) => met)
    expect((await act(policeChallenge, supervisor, { deadlineIds: [await idOf(referralId, 'strategy-discussion/standard')] })).ok).toBe(true)
    expect((await act(escalate, supervisor, { deadlineIds: [await idOf(referralId, 'referral/decision')] })).ok).toBe(true)
    expect(await isMet()).toEqual([false])
    expect((await act(escalate, supervisor, { deadlineIds: [await idOf(referralId, 'dispute/next-stage')] })).ok).toBe(true)
    // The next stage has a clock of its own until it is settled.
    expect(await isMet()).toEqual([true, false])
  })

  it('undoes what was acknowledged below', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { referralId } = await aReferral(await aMashOfficer(database))
    const id = await idOf(referralId, 'strategy-discussion/standard')
    const by = async () => (await database.admin<{ acknowledged_by: string | null }>('SELECT acknowledged_by FROM deadline WHERE id = $1', [id]))[0]?.acknowledged_by
    expect((await act(acknowledgeDuty, supervisor, { deadlineIds: [id] })).ok).toBe(true)
    expect(await by()).toBe(supervisor.accountId)
    expect((await act(escalate, supervisor, { deadlineIds: [id] })).ok).toBe(true)
    expect(await by()).toBeNull()
  })
})

describe('giving a duty to somebody', () => {
  it('is a decision maker’s for social care and a CAIT supervisor’s for the police', async () => {
    const supervisor = await aCaitSupervisor(database)
    const maker = await aDecisionMaker(database)
    const worker = await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['bromley'], name: 'Wren Ashdown' })
    const detective = await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['bromley'], name: 'Dara Quillfeather' })
    const { referralId } = await aReferral(await aMashOfficer(database))
    const [social, force] = [await idOf(referralId, 'strategy-discussion/standard'), await idOf(referralId, 'strategy-discussion/force-24h')]
    const before = await ledger()
    const to = (actor: Actor) => `account:${actor.accountId}`
    expect(await act(reassign, supervisor, { deadlineIds: [social], assignee: to(worker) })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(reassign, maker, { deadlineIds: [force], assignee: to(detective) })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await act(reassign, maker, { deadlineIds: [social], assignee: to(detective) })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(reassign, maker, { deadlineIds: [social], assignee: `account:${randomUUID()}` }))
      .toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'assignee', message: 'Choose somebody who works there now' }] })
    expect(await ledger()).toEqual(before)
    expect(await act(reassign, maker, { deadlineIds: [social], assignee: to(worker) })).toMatchObject({ ok: true, result: { says: 'Given to Wren Ashdown: Strategy discussion, within 3 working days.' } })
    expect((await act(reassign, supervisor, { deadlineIds: [force], assignee: `team:${detective.memberships[0]?.teamId}` })).ok).toBe(true)
    expect(await database.admin('SELECT assigned_to, assigned_team FROM deadline WHERE id = ANY ($1) ORDER BY owed_by', [[social, force]])).toEqual([
      { assigned_to: worker.accountId, assigned_team: 'Team of a mash-social-worker' }, { assigned_to: null, assigned_team: 'Team of a cait-officer' },
    ])
    expect(await database.admin('SELECT to_account FROM notification WHERE deadline_id = $1', [social])).toEqual([{ to_account: worker.accountId }])
  })

  it('never leaves the borough, nor goes to somebody who has left', async () => {
    const maker = await aDecisionMaker(database)
    const far = await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['camden'] })
    const gone = await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['bromley'] })
    await database.admin('UPDATE membership SET ended_at = $2 WHERE account_id = $1', [gone.accountId, MONDAY_NINE])
    const { referralId } = await aReferral(await aMashOfficer(database))
    const deadlineIds = [await idOf(referralId, 'strategy-discussion/standard')]
    const before = await ledger()
    expect(await act(reassign, maker, { deadlineIds, assignee: `account:${far.accountId}` })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await act(reassign, maker, { deadlineIds, assignee: `account:${gone.accountId}` })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await ledger()).toEqual(before)
  })
})

describe('annulling a start entered in error', () => {
  it('ends every open clock it started for that child, visibly, and for nobody else', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { children: [{ givenName: 'One' }, { givenName: 'Other' }] })
    const [first] = await clocksOf(referralId)
    expect((await act(annulDuty, await aCaitSupervisor(database), { deadlineIds: [first?.id], note: 'Entered on the wrong family.' })).ok).toBe(true)
    const rows = await database.admin<{ child_id: string; ended_why: string | null }>('SELECT child_id, ended_why FROM deadline WHERE referral_id = $1', [referralId])
    expect(new Set(rows.filter((row) => row.child_id === first?.child_id).map((row) => row.ended_why))).toEqual(new Set(['annulled']))
    expect(new Set(rows.filter((row) => row.child_id !== first?.child_id).map((row) => row.ended_why))).toEqual(new Set([null]))
    expect(await entries('duty-annulled', first?.child_id ?? '')).toMatchObject([{ body: { reason: 'Entered on the wrong family.' } }])
  })

  it('is refused to whoever entered the start, and the attempt is recorded', async () => {
    const both = await aCaitSupervisor(database)
    const { referralId } = await aReferral(both)
    const deadlineIds = [await idOf(referralId, 'strategy-discussion/standard')]
    const before = await ledger()
    expect(await act(annulDuty, both, { deadlineIds })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'duties/own-start', clause: 'sd-recompute' }] })
    expect(await ledger()).toEqual(before)
    expect(await entries('act-refused', await childOf(referralId))).toMatchObject([{ body: { act: 'annul-duty' } }])
  })

  it('is a supervisor’s act', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(await aCaitSupervisor(database))
    const before = await ledger()
    expect(await act(annulDuty, officer, { deadlineIds: [await idOf(referralId, 'strategy-discussion/standard')] })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ledger()).toEqual(before)
  })
})
