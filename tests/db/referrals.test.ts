import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import type { Outcome } from '@/lib/acts/outcome'
import { perform } from '@/lib/acts/perform'
import { FormValues } from '@/lib/forms/form-values'
import { formActNamed } from '@/lib/forms/registry'
import { addFacts } from '@/lib/referrals/acts/add-facts'
import { allocateReferral } from '@/lib/referrals/acts/allocate'
import { claimReferral } from '@/lib/referrals/acts/claim'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { giveSecondLine } from '@/lib/referrals/acts/give-second-line'
import { releaseReferral } from '@/lib/referrals/acts/release'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { acknowledgeReferrer, tellReferrer } from '@/lib/referrals/acts/tell'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const after = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const does = <S extends z.ZodType>(act: Act<S>, actor: Actor, input: unknown, now = after(1)): Promise<Outcome> => perform(act, actor, input, { key: randomUUID(), now })
const row = async (id: string) => (await database.admin('SELECT * FROM referral WHERE id = $1', [id]))[0]
const open = async (id: string) => (await database.admin<{ rule: string }>(
  'SELECT rule FROM deadline WHERE referral_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY rule', [id])).map((duty) => duty.rule)

describe('claiming', () => {
  it('fifty people at one moment: one has it, forty-nine are told who', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    const people = await Promise.all(Array.from({ length: 50 }, (_, n) =>
      anActor(database, { role: 'mash-officer', agency: 'police', boroughs: ['bromley'], name: `Officer ${n}` })))
    const outcomes = await Promise.all(people.map((person) => does(claimReferral, person, { referralId })))
    const won = outcomes.findIndex((outcome) => outcome.ok)
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const others = outcomes.filter((_, index) => index !== won)
    expect(others).toHaveLength(49)
    for (const outcome of others) expect(outcome).toEqual({ ok: false, kind: 'conflict', says: `Officer ${won} has claimed this referral` })
    expect((await row(referralId))?.['claimed_by']).toBe(people[won]?.accountId)
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'referral-claimed' AND referral_id = $1`, [referralId])).toHaveLength(1)
  }, 60_000)

  it('only the holder gives it back', async () => {
    const [one, other] = [await aMashOfficer(database), await aMashOfficer(database)]
    const { referralId } = await aReferral(one)
    await does(claimReferral, one, { referralId })
    expect(await does(releaseReferral, other, { referralId })).toMatchObject({ ok: false, kind: 'conflict' })
    expect((await row(referralId))?.['claimed_by']).toBe(one.accountId)
    expect((await does(releaseReferral, one, { referralId })).ok).toBe(true)
    expect((await row(referralId))?.['claimed_by']).toBeNull()
  })

  it('in another borough there is no such referral', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    expect(await does(claimReferral, await aMashOfficer(database, 'sutton'), { referralId })).toEqual({ ok: false, kind: 'not-found' })
    expect((await row(referralId))?.['claimed_by']).toBeNull()
  })
})

describe('rating', () => {
  it('only qualified social work rates; the time counts again from receipt, in either direction, and the former time stays', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { rag: 'green' })
    expect(await does(setRag, officer, { referralId, rag: 'red', reason: 'New' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect((await row(referralId))?.['rag']).toBe('green')
    expect((await does(setRag, await aSocialWorker(database), { referralId, rag: 'red', reason: 'Injury seen' })).ok).toBe(true)
    const rated = await database.admin<{ due_at: Date; superseded_at: Date | null }>(`SELECT due_at, superseded_at FROM deadline WHERE referral_id = $1 AND rule = 'mash/assessment' ORDER BY created_at`, [referralId])
    expect(rated.map((duty) => [duty.due_at.toISOString(), duty.superseded_at !== null])).toEqual([
      ['2016-05-19T23:00:00.000Z', true], ['2016-05-16T12:00:00.000Z', false]])
  })
})

describe('deciding', () => {
  it('"threshold not met" by the decision maker ends what the concern had started', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    expect(await open(referralId)).toContain('strategy-discussion/standard')
    expect(await does(decideReferral, await aMashOfficer(database), { referralId, outcome: 'nfa', reason: 'x' })).toMatchObject({ kind: 'forbidden' })
    expect((await row(referralId))?.['decided_at']).toBeNull()
    const maker = await aDecisionMaker(database)
    expect((await does(decideReferral, maker, { referralId, outcome: 'other-services', reason: 'Early help agreed with the family' })).ok).toBe(true)
    expect(await open(referralId)).toEqual(['referral/acknowledgement', 'referral/outcome-told', 'referral/written-followup'])
    expect(await does(decideReferral, maker, { referralId, outcome: 's47', reason: 'Again' })).toMatchObject({ kind: 'conflict' })
    expect((await row(referralId))?.['outcome']).toBe('other-services')
  })

  describe('what an enquiry closes on (mash-min-info)', () => {
    const basis = { levelOfNeed: 'level-2', informationGathered: 'School and GP asked; both answered', analysis: 'Tired parents', risk: 'Low', mitigation: 'A grandmother nearby' }
    // As the form reads it: what was left empty is empty, not unknown.
    const typed = (values: Record<string, string>): unknown => formActNamed('decide-referral')?.read(new FormValues(values))

    it.each(['levelOfNeed', 'informationGathered', 'analysis', 'risk', 'mitigation'])('is not closed without %s, and the refusal is recorded', async (left) => {
      const { referralId } = await aReferral(await aMashOfficer(database))
      const outcome = await does(decideReferral, await aDecisionMaker(database), typed({ referralId, outcome: 's17', reason: 'Assessment', ...basis, [left]: '' }))
      expect(outcome).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'mash-information-missing', clause: 'mash-min-info', field: left }] })
      expect((await row(referralId))?.['decided_at']).toBeNull()
      expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'act-refused' AND referral_id = $1`, [referralId])).toHaveLength(1)
    })

    it('stands on the record with the decision', async () => {
      const { referralId } = await aReferral(await aMashOfficer(database))
      expect(await does(decideReferral, await aDecisionMaker(database), typed({ referralId, outcome: 's17', reason: 'Assessment', ...basis }))).toMatchObject({ ok: true })
      const [entry] = await database.admin<{ body: object }>(`SELECT body FROM entry JOIN entry_payload ON entry_id = id WHERE kind = 'referral-decided' AND referral_id = $1`, [referralId])
      expect(entry?.body).toMatchObject({ level_of_need: 'level-2', information_gathered: basis.informationGathered, analysis: basis.analysis, risk: 'Low', mitigation: basis.mitigation })
    })

    it.each(['immediate-protection', 's47'])('%s waits for none of it', async (outcome) => {
      const { referralId } = await aReferral(await aMashOfficer(database))
      expect(await does(decideReferral, await aDecisionMaker(database), typed({ referralId, outcome, reason: 'In danger' }))).toMatchObject({ ok: true })
      expect((await row(referralId))?.['outcome']).toBe(outcome)
    })
  })

  it('a grave concern runs on until another person’s second line', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'serious-injury' })
    const [maker, second] = [await aDecisionMaker(database), await aDecisionMaker(database)]
    await does(decideReferral, maker, { referralId, outcome: 'nfa', reason: 'Explained by the hospital' })
    expect(await open(referralId)).toContain('strategy-discussion/same-day')
    const own = await does(giveSecondLine, maker, { referralId, agrees: 'yes', reason: 'Mine' })
    expect(own).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'second-line-own-decision', clause: 'ref-outcomes' }] })
    expect(await open(referralId)).toContain('strategy-discussion/same-day')
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'act-refused' AND referral_id = $1`, [referralId])).toHaveLength(1)
    expect((await does(giveSecondLine, second, { referralId, agrees: 'yes', reason: 'Seen the report' })).ok).toBe(true)
    expect((await open(referralId)).filter((rule) => rule.startsWith('strategy'))).toEqual([])
  })

  it('a second line that does not agree undoes the decision and asks for another', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'serious-injury' })
    await does(decideReferral, await aDecisionMaker(database), { referralId, outcome: 'nfa', reason: 'No' })
    expect((await does(giveSecondLine, await aCaitSupervisor(database), { referralId, agrees: 'no', reason: 'The injury is not explained' })).ok).toBe(true)
    expect((await row(referralId))?.['decided_at']).toBeNull()
    expect(await open(referralId)).toEqual(expect.arrayContaining(['referral/decision', 'strategy-discussion/same-day']))
  })

  it('the emergency duty worker decides only what is urgent', async () => {
    const officer = await aMashOfficer(database)
    const duty = await anActor(database, { role: 'emergency-duty-worker', agency: 'csc', boroughs: ['bromley'] })
    const calm = await aReferral(officer)
    expect(await does(decideReferral, duty, { referralId: calm.referralId, outcome: 's47', reason: 'x' })).toMatchObject({ kind: 'forbidden' })
    expect((await row(calm.referralId))?.['decided_at']).toBeNull()
    const urgent = await aReferral(officer, { urgency: 'high' })
    expect((await does(decideReferral, duty, { referralId: urgent.referralId, outcome: 's47', reason: 'Tonight' })).ok).toBe(true)
  })
})

describe('allocating', () => {
  it('the decision maker allocates to a named worker, and an untrained one is refused without a co-sign', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database))
    const maker = await aDecisionMaker(database)
    const refusedOutcome = await does(allocateReferral, maker, { referralId, worker: 'Ms Ferrar-Quayle', team: 'Assessment team', trained: 'no' })
    expect(refusedOutcome).toMatchObject({ kind: 'refused', refusals: [{ rule: 'allocation-untrained', clause: 'gov-training' }] })
    expect((await row(referralId))?.['allocated_to']).toBeNull()
    expect(await open(referralId)).toContain('allocation/named-worker')
    expect((await does(allocateReferral, maker, { referralId, worker: 'Ms Ferrar-Quayle', team: 'Assessment team', trained: 'no', coSignedBy: 'Mr Adomako-Lisle' })).ok).toBe(true)
    expect(await open(referralId)).not.toContain('allocation/named-worker')
    expect(await does(allocateReferral, await aSocialWorker(database), { referralId, worker: 'x', team: 'y' })).toMatchObject({ kind: 'forbidden' })
  })
})

describe('new facts', () => {
  it('start a faster band from when they became known; the former due time stays', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer)
    expect((await does(addFacts, officer, { referralId, knownAt: after(2).toISOString(), what: 'A burn was found', concern: 'serious-injury' }, after(3))).ok).toBe(true)
    const bands = await database.admin<{ rule: string; due_at: Date }>(`SELECT rule, due_at FROM deadline WHERE referral_id = $1 AND alert = 'strategy-discussion-overdue' AND superseded_at IS NULL ORDER BY due_at`, [referralId])
    expect(bands.map((band) => [band.rule, band.due_at.toISOString()])).toEqual([
      ['strategy-discussion/same-day', '2016-05-16T23:00:00.000Z'], ['strategy-discussion/force-24h', '2016-05-17T08:00:00.000Z'], ['strategy-discussion/standard', '2016-05-19T23:00:00.000Z']])
    expect(await does(addFacts, officer, { referralId, knownAt: after(9).toISOString(), what: 'x' }, after(3))).toMatchObject({ kind: 'invalid', problems: [{ field: 'knownAt' }] })
  })
})

describe('the referrer', () => {
  it('is told once that it arrived, and the outcome only when there is one', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer)
    expect((await does(acknowledgeReferrer, officer, { referralId })).ok).toBe(true)
    expect(await does(acknowledgeReferrer, officer, { referralId })).toMatchObject({ kind: 'conflict' })
    expect(await does(tellReferrer, officer, { referralId })).toMatchObject({ kind: 'invalid' })
    expect((await row(referralId))?.['outcome_told_at']).toBeNull()
    await does(decideReferral, await aDecisionMaker(database), { referralId, outcome: 's17', reason: 'Assessment' })
    expect((await does(tellReferrer, officer, { referralId })).ok).toBe(true)
    expect(await open(referralId)).not.toContain('referral/outcome-told')
  })

  it('as a partner may not claim, decide or rate their own referral', async () => {
    const teacher = await aTeacher(database)
    const { referralId } = await aReferral(teacher)
    for (const act of [claimReferral, setRag, decideReferral, acknowledgeReferrer]) {
      expect(await does(act, teacher, { referralId, rag: 'green', reason: 'x', outcome: 'nfa' })).toMatchObject({ kind: 'forbidden' })
    }
    expect(await row(referralId)).toMatchObject({ claimed_by: null, decided_at: null, rag: null })
  })
})
