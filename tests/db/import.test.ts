import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { importLine } from '@/lib/referrals/import/import-line'
import { dryRun, importFile } from '@/lib/referrals/import/dry-run'
import { linesOf } from '@/lib/referrals/import/lines'
import { MOST_LINES, rowsOf, wordsOf } from '@/lib/referrals/import/read-file'
import { answerLook } from '@/lib/referrals/import/door'
import { aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'

const asking = vi.hoisted(() => ({ session: null as { accountId: string } | { ended: string } | null }))
vi.mock('@/lib/platform/auth/session', async () => (await import('@/tests/support/asking')).sessionOf(asking))

const database = useDatabase()
const HEAD = 'Reference;From;Received;Given name;Family name;Born;Concern;Rating;What happened'
const line = (name: string, more = ''): string => `M16/${name};police;16/05/2016 08:30;${name};Lineford;27/3/2008;neglect;green;"Alone at home; ""hungry"""${more}`
const fileOf = (...lines: string[]) => ({ text: [HEAD, ...lines].join('\r\n'), borough: 'bromley' })
const looked = async (...args: Parameters<typeof dryRun>) => {
  const found = await dryRun(...args)
  if ('problem' in found) throw new Error(found.problem)
  return found
}
const referrals = (): Promise<{ n: number }[]> => database.admin<{ n: number }>('SELECT count(*)::int AS n FROM referral')

describe('reading a file', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFZoë'), { text: 'Zoë', encoding: 'UTF-8' }],
    ['Windows-1252, said', Buffer.from([0x5a, 0x6f, 0xeb]), { text: 'Zoë', encoding: 'Windows-1252' }],
  ])('%s', (_what, bytes, read) => expect(wordsOf(bytes)).toEqual(read))

  it.each([['empty', Buffer.alloc(0)], ['a workbook', Buffer.from('PK\u0003\u0004')], ['UTF-16', Buffer.from('\uFEFFa', 'utf16le')], ['too large', Buffer.alloc(400_001, 97)]])('%s is refused', (_what, bytes) => {
    expect(wordsOf(bytes)).toHaveProperty('problem')
  })

  it.each([',', ';', '\t'])('columns parted by %j, with quotes, line ends inside them and formulas that stay words', (sign) => {
    const read = rowsOf(`a${sign}b\r\n"x${sign} ""y""\nz"${sign}=HYPERLINK(1)\n`)
    expect(read).toEqual({ heads: ['a', 'b'], rows: [{ no: 3, cells: [`x${sign} "y"\nz`, '=HYPERLINK(1)'] }] })
  })

  it('too many lines, an open quote, a missing or unknown column are told', () => {
    expect(rowsOf(['a', ...Array.from({ length: MOST_LINES + 1 }, () => 'x')].join('\n'))).toHaveProperty('problem')
    expect(rowsOf('a,b\n"x,y')).toHaveProperty('problem')
    for (const heads of [['from'], ['from', 'received', 'what happened', 'secret'], ['from', 'from', 'received', 'what happened']]) expect(linesOf({ heads, rows: [] }, 'bromley', MONDAY_NINE)).toHaveProperty('problem')
  })
})

describe('a dry run, and the import of the same file', () => {
  const wrong = 'M16/W;martians;31/2/2016;;;31/2/2008;sadness;purple;'

  it('says line by line what would happen, beside the cell, and writes nothing', async () => {
    const officer = await aMashOfficer(database)
    const before = await fingerprint(database, ['account', 'team', 'membership', 'reading_log'])
    const { lines, counts } = await looked(officer, fileOf(line('Ada'), wrong, line('Ada')), MONDAY_NINE)
    expect(counts).toEqual({ take: 1, there: 0, wrong: 2 })
    expect(lines.map((one) => [one.no, one.state])).toEqual([[2, 'take'], [3, 'wrong'], [4, 'wrong']])
    expect(lines[1]?.problems.map((problem) => problem.column)).toEqual(['from', 'received', 'given name', 'born', 'concern', 'rating', 'what happened'])
    expect(lines[2]?.problems).toEqual([{ column: null, message: 'The same as line 2' }])
    expect(await fingerprint(database, ['account', 'team', 'membership', 'reading_log'])).toEqual(before)
  })

  it('a second import takes nothing twice, by whoever it is; a line added is taken alone', async () => {
    const [officer, worker] = [await aMashOfficer(database), await aSocialWorker(database)]
    const [start] = await referrals()
    const file = fileOf(line('Bea'), line('Cora'), wrong)
    expect(await importFile(officer, file, MONDAY_NINE)).toEqual({ taken: 2, failed: 0 })
    expect(await importFile(officer, file, MONDAY_NINE)).toEqual({ taken: 0, failed: 0 })
    expect(await importFile(worker, fileOf(line('Bea'), line('Cora'), line('Dora')), MONDAY_NINE)).toEqual({ taken: 1, failed: 0 })
    expect((await referrals())[0]?.n).toBe((start?.n ?? 0) + 3)
    const after = await looked(worker, file, MONDAY_NINE)
    expect(after.lines.map((one) => one.state)).toEqual(['there', 'there', 'wrong'])
    expect(after.lines[0]?.there?.reference).toMatch(/^R/)
  })

  it('two at once take each line once', async () => {
    const [officer, worker] = [await aMashOfficer(database), await aSocialWorker(database)]
    const [start] = await referrals()
    await Promise.all([officer, worker].map((actor) => importFile(actor, fileOf(line('Edda'), line('Fay')), MONDAY_NINE)))
    expect((await referrals())[0]?.n).toBe((start?.n ?? 0) + 2)
  })

  it('what came under the same reference with other words is not taken again', async () => {
    const officer = await aMashOfficer(database)
    await importFile(officer, fileOf(line('Gail')), MONDAY_NINE)
    const { lines } = await looked(officer, fileOf(line('Gail').replace('Alone', 'Left alone')), MONDAY_NINE)
    expect(lines[0]).toMatchObject({ state: 'wrong', problems: [{ column: 'reference' }] })
  })

  it('a line of the police is an incomplete checklist that nobody looked for yet', async () => {
    const officer = await aMashOfficer(database)
    await importFile(officer, fileOf(line('Hale')), MONDAY_NINE)
    const [row] = await database.admin<{ way: string; provisional: boolean; lacking: number }>(
      `SELECT w.way, rp.provisional, cardinality(w.lacks) AS lacking FROM imported_line i JOIN referral_way w USING (referral_id) JOIN referral_person rp USING (referral_id) WHERE i.their_reference = 'M16/Hale'`)
    expect(row).toMatchObject({ way: 'pac', provisional: true })
    expect(row?.lacking).toBeGreaterThan(0)
  })

  it('is for the MASH in its own borough alone', async () => {
    const [officer, teacher] = [await aMashOfficer(database, 'sutton'), await aTeacher(database)]
    expect(await dryRun(officer, fileOf(line('Ivo')), MONDAY_NINE)).toHaveProperty('problem')
    const rows = rowsOf(fileOf(line('Ivo')).text)
    const lines = 'problem' in rows ? [] : linesOf(rows, 'bromley', MONDAY_NINE)
    const [one] = 'problem' in lines ? [] : lines
    const before = await fingerprint(database)
    for (const actor of [officer, teacher]) {
      expect(await perform(importLine, actor, { digest: one?.digest, notification: one?.notification }, { key: randomUUID(), now: MONDAY_NINE })).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await fingerprint(database)).toEqual(before)
  })
})

describe('a file that is sent', () => {
  const send = (text: string | null): Promise<Response> => {
    const form = new FormData()
    form.set('borough', 'bromley')
    if (text !== null) form.set('file', new File([text], 'police.csv'))
    return answerLook(new Request('http://localhost:3000/import/look', { method: 'POST', body: form, headers: { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' } }), MONDAY_NINE)
  }

  it('is kept for its sender alone and shown back; after the session ended too', async () => {
    const officer = await aMashOfficer(database)
    asking.session = { accountId: officer.accountId }
    expect((await send(fileOf(line('Jo')).text)).headers.get('location')).toMatch(/^\/import\?draft=[0-9a-f-]{36}#lines$/)
    expect((await send(null)).headers.get('location')).toMatch(/#problems$/)
    asking.session = { ended: officer.accountId }
    const ended = await send(fileOf(line('Kit')).text)
    expect(ended.headers.get('location')).toMatch(/^\/sign-in\?problem=ended&next=%2Fimport%3Fdraft%3D/)
    expect(await database.admin(`SELECT 1 FROM form_draft WHERE account_id = $1 AND kept AND "values"->>'text' LIKE '%Kit%'`, [officer.accountId])).toHaveLength(1)
  })

  it('is answered with 413 when it is larger than the gate, and 403 to a partner', async () => {
    asking.session = { accountId: (await aMashOfficer(database)).accountId }
    expect((await send('x'.repeat(950_000))).status).toBe(413)
    asking.session = { accountId: (await aTeacher(database)).accountId }
    expect((await send(fileOf(line('Liv')).text)).status).toBe(403)
  })
})
