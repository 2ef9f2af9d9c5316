import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportedSeals, sealHeads, sealKey } from '@/lib/chronology/seal'
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
    await sealHeads(owner, await sealKey(home), home, MONDAY_NINE)
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

  const ofThird = 'entry_id = (SELECT id FROM entry WHERE seq = 3)'
  it.each([
    ['taken away', `DELETE FROM entry_subject WHERE ${ofThird}`],
    ['changed for another', `UPDATE entry_subject SET person_id = (SELECT person_id FROM entry_subject WHERE entry_id = (SELECT id FROM entry WHERE seq = 1)) WHERE ${ofThird}`],
    ['added', `INSERT INTO entry_subject SELECT (SELECT id FROM entry WHERE seq = 3), person_id, occurred_at, kind, agency FROM entry_subject WHERE entry_id = (SELECT id FROM entry WHERE seq = 1)`],
    ['given another time', `UPDATE entry_subject SET occurred_at = occurred_at - interval '1 year' WHERE ${ofThird}`],
    ['given another kind', `UPDATE entry_subject SET kind = 'record-updated' WHERE ${ofThird}`],
  ])('finds a subject of an entry %s: the child’s page would not show it', async (_how, sql) => {
    await asSuperuser(sql)
    expect(await firstBreak()).toMatchObject({ ledger: 'bromley', seq: '3', what: 'subjects-altered' })
  })

  describe('words taken away', () => {
    const redact = (authority: string) => owner.query('BEGIN').then(() => owner.query(`SELECT set_config('app.account', (SELECT recorded_by::text FROM entry LIMIT 1), true)`))
      .then(() => owner.query(`SELECT redact_words((SELECT id FROM entry WHERE seq = 3), $1, 'csc', $2)`, [authority, MONDAY_NINE])).then(() => owner.query('COMMIT'))
    it('under recorded authority are listed, and the chain is whole', async () => {
      await redact('Order of the Family Court at Bromley, 16 May 2016')
      const walked = await verifyChronology(owner, await exportedSeals(home), await sealKey(home))
      expect(walked.map((ledger) => ledger.broken)).toEqual([null])
      expect(walked[0]?.redactions).toEqual([{ seq: '3', authoritySeq: '5', authority: 'Order of the Family Court at Bromley, 16 May 2016', at: MONDAY_NINE }])
      expect(await database.admin(`SELECT salt, body FROM entry_payload WHERE ${ofThird}`)).toEqual([{ salt: '', body: {} }])
    })
    it('under nobody’s authority are found', async () => {
      await asSuperuser(`UPDATE entry_payload SET redacted_at = '2016-05-16T09:00:00Z', redacted_under = 'nobody', salt = '', body = '{}' WHERE ${ofThird}`)
      expect(await firstBreak()).toMatchObject({ seq: '3', what: 'words-redacted' })
    })
    it('under the authority given for another entry, or given afterwards, are found', async () => {
      await redact('Order of the Family Court at Bromley, 16 May 2016')
      await asSuperuser(`UPDATE entry_payload SET (redacted_at, redacted_under, salt, body) = (SELECT redacted_at, redacted_under, salt, body FROM entry_payload WHERE ${ofThird})
        WHERE entry_id = (SELECT id FROM entry WHERE seq = 2)`)
      expect(await firstBreak()).toMatchObject({ seq: '2', what: 'words-redacted' })
      await asSuperuser(`UPDATE entry_payload SET redacted_at = redacted_at - interval '1 day' WHERE ${ofThird};
        UPDATE entry_payload SET (redacted_at, redacted_under, salt, body) = (SELECT NULL::timestamptz, NULL, salt, body FROM kept_payload WHERE entry_id = (SELECT id FROM entry WHERE seq = 2)) WHERE entry_id = (SELECT id FROM entry WHERE seq = 2)`)
      expect(await firstBreak()).toMatchObject({ seq: '3', what: 'words-redacted' })
    })
    it('cannot be taken away by the owner without an entry, nor with an empty authority', async () => {
      await expect(owner.query(`UPDATE entry_payload SET redacted_at = now(), redacted_under = 'nobody', salt = '', body = '{}' WHERE ${ofThird}`)).rejects.toThrow(/recorded authority/)
      await expect(redact(' ')).rejects.toThrow(/needs an authority/)
      await owner.query('ROLLBACK')
    })
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

  it('a head is sealed again when it has moved, and each day; a seal made since finds what was cut off after it', async () => {
    const key = await sealKey(home)
    const anHour = (n: number) => new Date(MONDAY_NINE.getTime() + n * 3_600_000)
    expect(await sealHeads(owner, key, home, anHour(1))).toEqual([])
    await aReferral(await aMashOfficer(database), { children: [{ givenName: 'Five', familyName: 'Chain' }] })
    expect((await sealHeads(owner, key, home, anHour(2))).map(({ ledger, day, seq }) => ({ ledger, day, seq }))).toEqual([{ ledger: 'bromley', day: '2016-05-16 11:00:00.000', seq: '5' }])
    expect(await sealHeads(owner, key, home, anHour(2))).toEqual([])
    expect(await sealHeads(owner, key, home, anHour(24))).toHaveLength(1)
    expect(await firstBreak()).toBeNull()
    await asSuperuser(`${remove(5)} UPDATE ledger_head SET seq = 4, hash = (SELECT hash FROM entry WHERE seq = 4); DELETE FROM ledger_seal`)
    expect(await firstBreak()).toMatchObject({ seq: '5', what: 'cut-off' })
    await rm(path.join(home, 'seals'), { recursive: true })
    await sealHeads(owner, key, home, MONDAY_NINE)
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
