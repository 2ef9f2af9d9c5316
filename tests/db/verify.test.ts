import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportedSeals, sealDay, sealKey } from '@/lib/chronology/seal'
import { verifyChronology, type Break } from '@/lib/chronology/verify'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()

describe('verifying the chronology', () => {
  let owner: pg.Client
  let home: string
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database.urls.owner })
    await owner.connect()
    home = await mkdtemp(path.join(tmpdir(), 'holdfast-seals-'))
    const officer = await aMashOfficer(database)
    for (const givenName of ['One', 'Two', 'Three', 'Four']) await aReferral(officer, { children: [{ givenName, familyName: 'Chain' }] })
    await sealDay(owner, await sealKey(home), home, MONDAY_NINE)
    await database.admin('CREATE TABLE kept_entry AS SELECT * FROM entry')
    await database.admin('CREATE TABLE kept_payload AS SELECT * FROM entry_payload')
    await database.admin('CREATE TABLE kept_subject AS SELECT * FROM entry_subject')
    await database.admin('CREATE TABLE kept_head AS SELECT * FROM ledger_head')
    await database.admin('CREATE TABLE kept_seal AS SELECT * FROM ledger_seal')
  })
  beforeEach(async () => {
    // Only the database's superuser can do what these tests do: the triggers stop everyone else.
    await asSuperuser(`DELETE FROM entry_subject; DELETE FROM entry_payload; DELETE FROM entry; DELETE FROM ledger_head; DELETE FROM ledger_seal;
      INSERT INTO entry SELECT * FROM kept_entry; INSERT INTO entry_payload SELECT * FROM kept_payload; INSERT INTO entry_subject SELECT * FROM kept_subject;
      INSERT INTO ledger_head SELECT * FROM kept_head; INSERT INTO ledger_seal SELECT * FROM kept_seal`)
  })
  afterAll(async () => {
    await owner.end()
    await rm(home, { recursive: true })
  })

  const asSuperuser = (sql: string) => database.admin(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`)
  async function firstBreak(): Promise<Break | null> {
    const walked = await verifyChronology(owner, await exportedSeals(home), await sealKey(home))
    return walked.find((ledger) => ledger.broken !== null)?.broken ?? null
  }

  it('finds nothing in a whole chain', async () => {
    expect(await firstBreak()).toBeNull()
  })

  it('finds an edited entry', async () => {
    await asSuperuser(`UPDATE entry SET heading = 'Other' WHERE seq = 2`)
    expect(await firstBreak()).toMatchObject({ ledger: 'bromley', seq: '2', what: 'edited' })
  })

  it('finds altered words', async () => {
    await asSuperuser(`UPDATE entry_payload SET body = body || '{"concern":"none"}' WHERE entry_id = (SELECT id FROM entry WHERE seq = 3)`)
    expect(await firstBreak()).toMatchObject({ seq: '3', what: 'words-altered' })
  })

  it('finds a deleted entry', async () => {
    await asSuperuser(`DELETE FROM entry_subject WHERE entry_id = (SELECT id FROM entry WHERE seq = 2);
      DELETE FROM entry_payload WHERE entry_id = (SELECT id FROM entry WHERE seq = 2); DELETE FROM entry WHERE seq = 2`)
    expect(await firstBreak()).toMatchObject({ seq: '2', what: 'removed' })
  })

  it('finds entries that changed places, each whole in itself', async () => {
    await asSuperuser(`CREATE TEMP TABLE two AS SELECT * FROM entry WHERE seq = 2;
      UPDATE entry SET seq = -2 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = -2`)
    const found = await firstBreak()
    expect(found).toMatchObject({ seq: '2' })
    expect(['reordered', 'edited']).toContain(found?.what)
  })

  it('finds a cut-off tail by the head, and by the exported seal when the head and its seals were mended too', async () => {
    const cut = `DELETE FROM entry_subject WHERE entry_id IN (SELECT id FROM entry WHERE seq >= 4);
      DELETE FROM entry_payload WHERE entry_id IN (SELECT id FROM entry WHERE seq >= 4); DELETE FROM entry WHERE seq >= 4`
    await asSuperuser(cut)
    expect(await firstBreak()).toMatchObject({ seq: '4', what: 'cut-off' })
    await asSuperuser(`UPDATE ledger_head SET seq = 3, hash = (SELECT hash FROM entry WHERE seq = 3); DELETE FROM ledger_seal`)
    expect(await firstBreak()).toMatchObject({ seq: '4', what: 'cut-off' })
  })

  it('cannot be done by the application: it may not touch a written entry', async () => {
    const app = new pg.Client({ connectionString: database.urls.app })
    await app.connect()
    await expect(app.query(`UPDATE entry SET heading = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(app.query(`UPDATE ledger_head SET seq = 0`)).rejects.toThrow(/permission denied/)
    await expect(app.query(`INSERT INTO ledger_seal VALUES ('x','2016-05-16',1,'x','x','x',$1)`, [MONDAY_NINE])).rejects.toThrow(/permission denied/)
    await app.end()
    await expect(owner.query('DELETE FROM entry')).rejects.toThrow(/append-only/)
  })
})
