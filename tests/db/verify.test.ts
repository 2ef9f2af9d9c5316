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
    await asSuperuser(remove(2))
    expect(await firstBreak()).toMatchObject({ seq: '2', what: 'removed' })
  })

  // What an attacker does who knows how the hashes are made: each is made again, from the entry as it now stands.
  const mendOwn = (seq: number) => `UPDATE entry SET hash = encode(sha256(convert_to(entry_canonical(entry), 'UTF8')), 'hex') WHERE seq = ${seq};`
  const mendLink = (seq: number) => `UPDATE entry SET prev_hash = ${seq === 1 ? `repeat('0', 64)` : `(SELECT hash FROM entry WHERE seq = ${seq - 1})`} WHERE seq = ${seq}; ${mendOwn(seq)}`
  const mendHead = `UPDATE ledger_head SET (seq, hash) = (SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1); DELETE FROM ledger_seal;`
  const swapNumbers = (a: number, b: number) => `UPDATE entry SET seq = -2 WHERE seq = ${a}; UPDATE entry SET seq = ${a} WHERE seq = ${b}; UPDATE entry SET seq = ${b} WHERE seq = -2;`
  const remove = (seq: number) => `DELETE FROM entry_subject WHERE entry_id = (SELECT id FROM entry WHERE seq = ${seq});
    DELETE FROM entry_payload WHERE entry_id = (SELECT id FROM entry WHERE seq = ${seq}); DELETE FROM entry WHERE seq = ${seq};`

  describe('two entries that changed places are called reordered', () => {
    it.each([
      ['next to each other', swapNumbers(2, 3), '2'],
      ['the first two', swapNumbers(1, 2), '1'],
      ['further apart', swapNumbers(1, 3), '1'],
      ['next to each other, each hash mended', swapNumbers(2, 3) + mendOwn(2) + mendOwn(3), '2'],
      ['further apart, each hash mended', swapNumbers(1, 3) + mendOwn(1) + mendOwn(3), '1'],
      ['links and hashes mended up to the next entry', swapNumbers(2, 3) + mendLink(2) + mendLink(3), '2'],
      ['the whole tail and the head written anew: the exported seal knows', swapNumbers(1, 3) + mendLink(1) + mendLink(2) + mendLink(3) + mendLink(4) + mendHead, '1'],
      ['their matter, each left its place', `CREATE TEMP TABLE places AS SELECT id, seq, hash, prev_hash FROM entry WHERE seq IN (2, 3);
        UPDATE entry SET seq = -entry.seq FROM places WHERE places.id = entry.id;
        UPDATE entry SET seq = p.seq, hash = p.hash, prev_hash = p.prev_hash FROM places p WHERE p.seq = 5 + entry.seq AND entry.seq < 0; DROP TABLE places;`, '2'],
      ['one moved to the end', `UPDATE entry SET seq = 9 WHERE seq = 2;`, '2'],
    ])('%s', async (_how, sql, seq) => {
      await asSuperuser(sql)
      expect(await firstBreak()).toMatchObject({ ledger: 'bromley', seq, what: 'reordered' })
    })
  })

  describe('an edit is called edited, whatever was mended after it', () => {
    const edit = `UPDATE entry SET heading = 'Other' WHERE seq = 2;`
    it.each([
      ['its own hash', edit + mendOwn(2), '2'],
      ['the whole tail and the head: the exported seal knows, and no two entries changed places', edit + mendOwn(2) + mendLink(3) + mendLink(4) + mendHead, '4'],
      ['nothing, and its link says another entry', `UPDATE entry SET prev_hash = repeat('a', 64) WHERE seq = 3;`, '3'],
    ])('%s', async (_how, sql, seq) => {
      await asSuperuser(sql)
      expect(await firstBreak()).toMatchObject({ seq, what: 'edited' })
    })
  })

  describe('a removal is called removed, also when the numbers were closed up', () => {
    const closeUp = `UPDATE entry SET seq = seq - 1 WHERE seq = 3; UPDATE entry SET seq = seq - 1 WHERE seq = 4;`
    it.each([
      ['the numbers', remove(2) + closeUp, '2'],
      ['the numbers and each hash', remove(2) + closeUp + mendOwn(2) + mendOwn(3), '2'],
      ['the first entry and the numbers after it', `${remove(1)} UPDATE entry SET seq = 1 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 4;` + mendOwn(1), '1'],
    ])('%s', async (_how, sql, seq) => {
      await asSuperuser(sql)
      expect(await firstBreak()).toMatchObject({ seq, what: 'removed' })
    })
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
