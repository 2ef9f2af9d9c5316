import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyDeadlines } from '@/lib/deadlines/verify'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const LATER = new Date(MONDAY_NINE.getTime() + 30 * 24 * 3_600_000)

describe('the ledger of duties is measured by the chronology', () => {
  beforeAll(async () => {
    const officer = await aMashOfficer(database)
    await aReferral(officer, { concern: 'serious-injury', children: [{ givenName: 'One', familyName: 'Owed' }, { givenName: 'Two', familyName: 'Owed' }] })
    await aReferral(officer, { concern: 'neglect', children: [{ givenName: 'Three', familyName: 'Owed' }] })
    await database.admin('CREATE TABLE kept_deadline AS SELECT * FROM deadline')
  })
  beforeEach(() => asSuperuser('DELETE FROM notification; DELETE FROM deadline; INSERT INTO deadline SELECT * FROM kept_deadline'))
  const asSuperuser = (sql: string) => database.admin(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`)
  const strategy = `id = (SELECT id FROM deadline WHERE rule LIKE 'strategy-discussion/%' AND superseded_at IS NULL ORDER BY child_id, due_at LIMIT 1)`

  it('every row the acts wrote follows from it', async () => {
    const compared = await verifyDeadlines(LATER)
    expect(compared).toMatchObject({ notCompared: 0, unexplained: [] })
    expect(compared.children).toBeGreaterThanOrEqual(3)
    expect(compared.duties).toBe((await database.admin('SELECT 1 FROM deadline')).length)
  })

  it.each([
    ['a due time moved', `UPDATE deadline SET due_at = due_at + interval '7 days' WHERE ${strategy}`, /^due .* by its row/],
    ['a start moved', `UPDATE deadline SET starts_at = starts_at + interval '1 hour' WHERE ${strategy}`, /^due .* by its row/],
    ['a duty said to be met by the entry that started it', `UPDATE deadline SET met_at = starts_at, met_by = started_by, met_recorded_at = created_at WHERE ${strategy}`, /^met at/],
    ['a duty said to be met by nothing', `UPDATE deadline SET met_at = starts_at WHERE ${strategy}`, /^met at/],
    ['a duty said to have ended', `UPDATE deadline SET ended_at = starts_at, ended_why = 'threshold-not-met', ended_by = started_by, ended_recorded_at = created_at WHERE ${strategy}`, /^ended at/],
    ['a duty said to have been corrected away', `UPDATE deadline SET ended_at = starts_at, ended_why = 'start-corrected', ended_recorded_at = created_at WHERE ${strategy}`, /^ended at/],
    ['a duty hidden as superseded', `UPDATE deadline SET superseded_at = created_at, superseded_by = id WHERE ${strategy}`, /no row stands for it/],
    ['a duty removed', `DELETE FROM deadline WHERE ${strategy}`, /no row stands for it/],
    ['a duty given to another borough', `UPDATE deadline SET borough = 'barnet' WHERE ${strategy}`, /^due .* by its row/],
    ['a duty invented', `INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'key', 'made up'))).* FROM deadline d WHERE ${strategy}`, /^due .* by its row/],
  ])('%s is found', async (_what, sql, says) => {
    await asSuperuser(sql)
    const { unexplained } = await verifyDeadlines(LATER)
    expect(unexplained).toHaveLength(1)
    expect(unexplained[0]?.says).toMatch(says)
  })

  it('a child whose words were redacted is said not to be compared, and accuses nobody', async () => {
    await asSuperuser(`UPDATE entry_payload SET redacted_at = '2016-05-16T09:00:00Z', body = '{}', salt = '' WHERE entry_id IN (SELECT started_by FROM deadline WHERE ${strategy})`)
    const compared = await verifyDeadlines(LATER)
    expect(compared.notCompared).toBeGreaterThan(0)
    expect(compared.unexplained).toEqual([])
  })
})
