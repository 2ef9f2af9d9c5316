import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { acknowledgeReferrer } from '@/lib/referrals/acts/tell'
import { aDecisionMaker, aMashOfficer, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)

describe('the watch over open duties', () => {
  it('warns before due, tells of the breach, then climbs, each once however often it runs', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { concern: 'serious-injury' })
    const told = (rule: string) => database.admin<{ rung: string; to_role: string }>(
      `SELECT n.rung, n.to_role FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.referral_id = $1 AND d.rule = $2 ORDER BY n.at, n.rung, n.to_role`, [referralId, rule])
    const pairs = async (rule: string) => (await told(rule)).map((row) => `${row.rung} ${row.to_role}`)

    await watchDeadlines(hours(1))
    expect(await pairs('strategy-discussion/same-day')).toEqual([])
    // 15 hours to midnight: the last quarter begins after 11 h 15 min.
    await watchDeadlines(hours(11.5))
    expect(await pairs('strategy-discussion/same-day')).toEqual(['warning mash-social-worker'])
    await watchDeadlines(hours(15))
    await watchDeadlines(hours(15.5))
    expect(await pairs('strategy-discussion/same-day')).toEqual(['warning mash-social-worker', 'breach mash-social-worker'])
    await watchDeadlines(hours(16))
    expect(await pairs('strategy-discussion/same-day')).toEqual([
      'warning mash-social-worker', 'breach mash-social-worker', 'supervisor cait-supervisor', 'supervisor mash-decision-maker'])
    const entries = await database.admin(`SELECT 1 FROM entry WHERE kind = 'duty-breached' AND heading LIKE 'Strategy discussion, same day%'`)
    expect(entries).toHaveLength(1)
  })

  it('warns of an action agreed for months ahead when three quarters of its time are gone, and not before', async () => {
    const officer = await aMashOfficer(database, 'harrow')
    const { referralId } = await aReferral(officer, { borough: 'harrow', concern: 'serious-injury' })
    const children = await childrenOf(database, referralId)
    // 200 days: the last quarter begins after 150.
    await aRecordedDiscussion(officer, children, referralId, hours(0), { actions: [{ what: 'Review the plan', ownerAgency: 'csc', ownerName: 'Saffron Oyelaran', dueOn: '2016-12-01' }] })
    const warned = () => database.admin(`SELECT n.rung FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.rule = 'action/own-date' AND d.borough = 'harrow'`)
    await watchDeadlines(hours(24 * 148))
    expect(await warned()).toEqual([])
    await watchDeadlines(hours(24 * 151))
    expect(await warned()).toEqual([{ rung: 'warning' }])
  })

  it('two rounds at the same moment tell each person once', async () => {
    const officer = await aMashOfficer(database, 'sutton')
    await aReferral(officer, { borough: 'sutton', concern: 'serious-injury' })
    await Promise.all([watchDeadlines(hours(15.2)), watchDeadlines(hours(15.2)), watchDeadlines(hours(15.2))])
    const doubles = await database.admin(`SELECT deadline_id FROM notification GROUP BY deadline_id, rung, to_role HAVING count(*) > 1`)
    expect(doubles).toEqual([])
    const breaches = await database.admin(`SELECT body->>'of' FROM entry JOIN entry_payload ON entry_id = id WHERE kind = 'duty-breached' AND ledger = 'sutton' GROUP BY 1 HAVING count(*) > 1`)
    expect(breaches).toEqual([])
  })

  it('what was met, ended or replaced is told to nobody', async () => {
    const officer = await aMashOfficer(database, 'merton')
    const { referralId } = await aReferral(officer, { borough: 'merton', rag: 'green' })
    const at = () => ({ key: randomUUID(), now: hours(1) })
    expect(await perform(acknowledgeReferrer, officer, { referralId }, at())).toMatchObject({ ok: true })
    expect(await perform(setRag, await aSocialWorker(database, 'merton'), { referralId, rag: 'red', reason: 'Injury seen' }, at())).toMatchObject({ ok: true })
    expect(await perform(decideReferral, await aDecisionMaker(database, 'merton'), { referralId, outcome: 'other-services', reason: 'Early help' }, at())).toMatchObject({ ok: true })
    await watchDeadlines(hours(24 * 40))
    const stood = async (state: string) => (await database.admin<{ rows: number; told: number }>(
      `SELECT count(DISTINCT d.id)::int AS rows, count(n.id)::int AS told FROM deadline d LEFT JOIN notification n ON n.deadline_id = d.id WHERE d.referral_id = $1 AND ${state}`, [referralId]))[0]
    for (const state of ['d.met_at IS NOT NULL', 'd.ended_at IS NOT NULL', 'd.superseded_at IS NOT NULL']) {
      expect((await stood(state))?.rows, state).toBeGreaterThan(0)
      expect(await stood(state), state).toMatchObject({ told: 0 })
    }
    expect((await stood('d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL'))?.told).toBeGreaterThan(0)
  })

  it('climbs level by level, never back, and stops at the top', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database, 'barnet'), { borough: 'barnet', concern: 'serious-injury' })
    const level = async () => (await database.admin<{ escalation_level: number }>(
      `SELECT escalation_level FROM deadline WHERE referral_id = $1 AND rule = 'strategy-discussion/same-day'`, [referralId]))[0]?.escalation_level
    const levels = []
    for (const hour of [11.5, 15.5, 16, 38.9, 39, 15.5, 60]) {
      await watchDeadlines(hours(hour))
      levels.push(await level())
    }
    expect(levels).toEqual([0, 0, 1, 1, 2, 2, 2])
    const heads = await database.admin<{ count: number }>(`SELECT count(*)::int AS count FROM notification WHERE rung = 'manager' AND borough = 'barnet' AND to_role <> 'borough-manager'`)
    expect(heads).toEqual([{ count: 0 }])
  })

  it('writes the breach down where the child’s record is, at the time it passed, and names no child to anybody', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database, 'ealing'), { borough: 'ealing', concern: 'serious-injury', children: [{ givenName: 'Perpetua', familyName: 'Quillfeather', age: 9 }] })
    await watchDeadlines(hours(40))
    const [duty] = await database.admin<{ id: string; child_id: string; due_at: Date }>(`SELECT id, child_id, due_at FROM deadline WHERE referral_id = $1 AND rule = 'strategy-discussion/same-day'`, [referralId])
    const breach = await database.admin(
      `SELECT ledger, heading, occurred_at, recorded_at, subject_ids, referral_id, body FROM entry JOIN entry_payload ON entry_id = id WHERE kind = 'duty-breached' AND body->>'of' = $1`, [duty?.id])
    expect(breach).toEqual([{
      ledger: 'ealing', heading: 'Strategy discussion, same day passed its time', occurred_at: duty?.due_at, recorded_at: hours(40), subject_ids: [duty?.child_id], referral_id: referralId,
      body: { of: duty?.id, rule: 'strategy-discussion/same-day' },
    }])
    const told = await database.admin<{ says: string; borough: string }>(`SELECT n.says, n.borough FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.referral_id = $1`, [referralId])
    expect(told.length).toBeGreaterThan(4)
    for (const { says, borough } of told) {
      expect(borough).toBe('ealing')
      expect(says).not.toMatch(/Perpetua|Quillfeather/)
      expect(says).toMatch(/^[A-Z].*(gone|past its time).*\.$/)
      for (const id of [duty?.id ?? '', duty?.child_id ?? '']) expect(says).not.toContain(id)
    }
  })

  it('leaves nobody out of a list longer than one batch, though all fall due at one instant; a notice is told and not written down', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database, 'brent'), { borough: 'brent', concern: 'serious-injury' })
    await database.admin(`INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'key', d.key || '#' || n, 'form', CASE WHEN n = 1 THEN 'notice' ELSE d.form END))).*
      FROM deadline d, generate_series(1, 120) AS n WHERE d.referral_id = $1 AND d.rule = 'strategy-discussion/same-day'`, [referralId])
    await watchDeadlines(hours(15.1))
    const [seen] = await database.admin(`SELECT count(DISTINCT d.id)::int AS all, count(DISTINCT n.deadline_id)::int AS told FROM deadline d LEFT JOIN notification n ON n.deadline_id = d.id AND n.rung = 'breach'
      WHERE d.referral_id = $1 AND d.rule = 'strategy-discussion/same-day'`, [referralId])
    expect(seen).toEqual({ all: 121, told: 121 })
    expect(await database.admin(`SELECT 1 FROM entry JOIN entry_payload ON entry_id = id WHERE kind = 'duty-breached' AND ledger = 'brent' AND body->>'rule' = 'strategy-discussion/same-day'`)).toHaveLength(120)
    expect(await database.admin(`SELECT 1 FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.form = 'notice' AND n.rung = 'warning' AND d.referral_id = $1`, [referralId])).toHaveLength(0)
  }, 60_000)
})
