import { describe, expect, it } from 'vitest'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
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

  it('two rounds at the same moment tell each person once', async () => {
    const officer = await aMashOfficer(database, 'sutton')
    await aReferral(officer, { borough: 'sutton', concern: 'serious-injury' })
    await Promise.all([watchDeadlines(hours(15.2)), watchDeadlines(hours(15.2)), watchDeadlines(hours(15.2))])
    const doubles = await database.admin(`SELECT deadline_id FROM notification GROUP BY deadline_id, rung, to_role HAVING count(*) > 1`)
    expect(doubles).toEqual([])
    const breaches = await database.admin(`SELECT body->>'of' FROM entry JOIN entry_payload ON entry_id = id WHERE kind = 'duty-breached' AND ledger = 'sutton' GROUP BY 1 HAVING count(*) > 1`)
    expect(breaches).toEqual([])
  })
})
