import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { board } from '@/lib/deadlines/board'
import { personOverview } from '@/lib/people/queries'
import { findPeople } from '@/lib/people/search'
import { closeDb } from '@/lib/platform/db'
import { queue } from '@/lib/referrals/queue'
import { aCaitSupervisor, aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

/** What is read is on the reading log or is not answered (Data Protection Act 2018 s62): the line goes out with COMMIT, and a page must not come before it. */
const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const everything = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null } as const
const lines = () => database.admin('SELECT count(*)::int AS many FROM reading_log')
let reads: readonly (readonly [string, () => Promise<unknown>])[]

beforeAll(async () => {
  const officer: Actor = await aMashOfficer(database)
  const supervisor: Actor = await aCaitSupervisor(database, ['bromley'])
  const { referralId } = await aReferral(officer)
  const [child = ''] = await childrenOf(database, referralId)
  reads = [
    ['queue', () => queue(officer, everything, now)], ['child', () => personOverview(officer, child, now)], ['board', () => board(supervisor, { when: null, borough: null, band: null, mine: false, after: null }, now)],
    ['search', () => findPeople(officer, { q: 'Brackwater' }, now)],
  ]
})
afterAll(closeDb)

describe('a read whose line cannot be written', () => {
  it('is not answered, and leaves no line; and is, once it can', async () => {
    for (const [page, read] of reads) expect(await read(), page).not.toBeNull()
    const before = await lines()
    await database.admin(`CREATE FUNCTION no_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log is full' USING ERRCODE = '53100'; END $$`)
    await database.admin('CREATE TRIGGER no_line BEFORE INSERT ON reading_log FOR EACH ROW EXECUTE FUNCTION no_line()')
    try {
      for (const [page, read] of reads) await expect(read(), page).rejects.toMatchObject({ code: '53100' })
      expect(await lines()).toEqual(before)
    } finally {
      await database.admin('DROP TRIGGER no_line ON reading_log')
    }
    for (const [page, read] of reads) expect(await read(), page).not.toBeNull()
    expect(await lines()).not.toEqual(before)
  })
})
