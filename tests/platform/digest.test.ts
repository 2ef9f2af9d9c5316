import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { sendWaiting } from '@/lib/platform/mail/send-waiting'
import { mailSettings } from '@/lib/platform/mail/settings'
import { addShift, recordAbsence } from '@/lib/rota/acts'
import { supervisionCounts } from '@/lib/supervision/counts'
import { writeDigests } from '@/lib/supervision/digest'
import { digestBegins, lastEvening, londonMinute, sinceYesterday } from '@/lib/supervision/mornings'
import { plainDate } from '@/lib/policy/calendar/london'
import { aMashOfficer, anActor } from '@/tests/support/actors'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { aMailServer, certificateFile, type MailServer } from '@/tests/support/mail-server'
import { aReferral } from '@/tests/support/referrals'
import { london } from '@/tests/support/story'

const database = useDatabase()
const SETTINGS = ['HOLDFAST_SMTP_URL', 'HOLDFAST_SMTP_CA', 'HOLDFAST_MAIL_FROM', 'HOLDFAST_ORIGIN', 'HOLDFAST_DIGEST_HOUR']
let server: MailServer | null = null

const asWorker = <T>(work: () => Promise<T>): Promise<T> => asWorkerOf(database, work)
const written = (now: Date): Promise<number> => asWorker(() => writeDigests(now))
const mails = () => database.admin<{ to: string; reference: string; counts: Record<string, number> }>(`SELECT a.name AS to, m.reference, m.counts FROM mail m JOIN account a ON a.id = m.to_account WHERE m.kind = 'digest' ORDER BY m.written_at, a.name`)
const names = async (): Promise<string[]> => (await mails()).map((mail) => mail.to)

async function colleague(of: Actor, name: string, role = 'cait-supervisor'): Promise<string> {
  const id = randomUUID()
  await database.admin('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [id, `${id}@example.invalid`, name, 'x', new Date('2016-01-01T00:00:00Z')])
  await database.admin(`INSERT INTO membership (id, account_id, team_id, role, rank, since) VALUES ($1, $2, $3, $4, 'inspector', '2016-01-01')`, [randomUUID(), id, of.memberships[0]?.teamId, role])
  return id
}
const shift = (by: Actor, accountId: string, from: string, until: string, now: Date) => perform(addShift, by, { teamId: by.memberships[0]?.teamId, accountId, startsAt: london(from).toISOString(), endsAt: london(until).toISOString() }, { key: randomUUID(), now }).then((outcome) => expect(outcome).toMatchObject({ ok: true }))

beforeEach(async () => {
  await database.admin('ALTER TABLE mail DISABLE TRIGGER USER; DELETE FROM mail; ALTER TABLE mail ENABLE TRIGGER USER; DELETE FROM shift; DELETE FROM absence; DELETE FROM session; DELETE FROM membership')
})
afterEach(async () => {
  await server?.close()
  server = null
  for (const name of SETTINGS) delete process.env[name]
})

describe('the morning digest', () => {
  it('goes to each supervisor and manager once a day, from the hour until noon, however often the worker asks', async () => {
    await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], name: 'Quill' })
    await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley', 'bexley'], name: 'Manager' })
    for (const [role, agency] of [['auditor', 'other'], ['london-lead', 'police'], ['mash-officer', 'police'], ['administrator', 'other']] as const) await anActor(database, { role, agency, boroughs: role === 'mash-officer' ? ['bromley'] : [], name: role })
    expect(await written(london('2016-05-18 06:59'))).toBe(0)
    expect(await written(london('2016-05-18 07:00'))).toBe(2)
    expect(await written(london('2016-05-18 07:05'))).toBe(0)
    expect(await asWorker(() => Promise.all([writeDigests(london('2016-05-18 07:10')), writeDigests(london('2016-05-18 07:10'))]))).toEqual([0, 0])
    expect(await names()).toEqual(['Manager', 'Quill'])
    expect(await written(london('2016-05-19 07:00'))).toBe(2)
    // A worker that stood still all night writes when it is back; after noon a morning is over.
    expect(await written(london('2016-05-20 11:40'))).toBe(2)
    expect(await written(london('2016-05-21 12:00'))).toBe(0)
  })

  it('by two workers at the same moment is one mail to each', async () => {
    await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], name: 'Quill' })
    const both = await asWorker(() => Promise.all([writeDigests(london('2016-05-18 07:00')), writeDigests(london('2016-05-18 07:00'))]))
    expect(both[0] + both[1]).toBe(1)
    expect(await names()).toEqual(['Quill'])
  })

  it('goes at London’s hour on the days the clocks change, once', async () => {
    await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], name: 'Quill' })
    // 27 March 2016: 07:00 is 06:00 UTC. 30 October 2016: 07:00 is 07:00 UTC, and 01:30 comes twice.
    expect([await written(new Date('2016-03-27T05:59:00Z')), await written(new Date('2016-03-27T06:00:00Z')), await written(new Date('2016-03-27T07:00:00Z'))]).toEqual([0, 1, 0])
    expect([await written(new Date('2016-10-30T06:59:00Z')), await written(new Date('2016-10-30T07:00:00Z')), await written(new Date('2016-10-30T08:00:00Z'))]).toEqual([0, 1, 0])
    expect([digestBegins(new Date('2016-10-29T12:00:00Z'), 7), londonMinute(plainDate('2016-03-27'), 30), sinceYesterday(new Date('2016-03-28T09:00:00Z'), 7), sinceYesterday(new Date('2016-10-31T09:00:00Z'), 7)])
      .toEqual([new Date('2016-10-29T06:00:00Z'), new Date('2016-03-27T00:30:00Z'), new Date('2016-03-27T06:00:00Z'), new Date('2016-10-30T07:00:00Z')])
    // On a Monday the night began on Friday; after the August bank holiday too.
    expect([lastEvening(london('2016-05-23 08:00')), lastEvening(london('2016-08-30 08:00')), lastEvening(london('2016-05-18 08:00'))]).toEqual([london('2016-05-20 17:00'), london('2016-08-26 17:00'), london('2016-05-17 17:00')])
  })

  it('by the rota goes to those on shift, to whoever stands in, and to those who come on later in the morning', async () => {
    const early = await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], name: 'Early' })
    const [late, off, away, cover] = [await colleague(early, 'Later'), await colleague(early, 'Off'), await colleague(early, 'Away'), await colleague(early, 'Cover')]
    const before = london('2016-05-17 12:00')
    await shift(early, early.accountId, '2016-05-18 06:00', '2016-05-18 14:00', before)
    await shift(early, late, '2016-05-18 09:00', '2016-05-18 17:00', before)
    await shift(early, away, '2016-05-18 06:00', '2016-05-18 14:00', before)
    await shift(early, off, '2016-05-19 06:00', '2016-05-19 14:00', before)
    expect(await perform(recordAbsence, early, { teamId: early.memberships[0]?.teamId, accountId: away, coverId: cover, startsAt: before.toISOString(), endsAt: london('2016-05-20 12:00').toISOString() }, { key: randomUUID(), now: before })).toMatchObject({ ok: true })
    expect([await written(london('2016-05-18 07:00')), await names()]).toEqual([2, ['Cover', 'Early']])
    expect([await written(london('2016-05-18 09:05')), await names()]).toEqual([1, ['Cover', 'Early', 'Later']])
    // A rota is kept and nobody is on: nobody is woken, the page waits.
    expect(await written(london('2016-05-21 07:00'))).toBe(0)
  })

  it('carries counts of the own boroughs and a link through the mail server, and nothing that anybody typed', async () => {
    server = await aMailServer()
    Object.assign(process.env, { HOLDFAST_SMTP_URL: `smtp://127.0.0.1:${server.port}`, HOLDFAST_MAIL_FROM: 'Holdfast <holdfast@borough.example>', HOLDFAST_SMTP_CA: certificateFile(), HOLDFAST_ORIGIN: 'https://holdfast.example' })
    const quill = await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['hackney'], name: 'Quill' })
    await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['islington'], name: 'Elsewhere' })
    const monday = london('2016-05-16 09:00')
    const planted = { givenName: 'Plantedgiven', familyName: 'Plantedfamily', bornOn: '2008-02-03' }
    await aReferral(await aMashOfficer(database, 'hackney'), { borough: 'hackney', concern: 'physical-abuse', suspect: 'unidentified', narrative: 'Plantednarrative', children: [planted] }, monday)
    const wednesday = london('2016-05-18 07:00')
    const expected = await supervisionCounts(quill, null, wednesday)
    expect(await written(wednesday)).toBe(2)
    const [elsewhere, own] = await mails()
    expect(own?.counts).toMatchObject({ unallocated: expected?.unallocated.total, unseen: 1, suspects: 1, 'unallocated-late': expected?.unallocated.late })
    expect(Object.values(elsewhere?.counts ?? { none: 1 }).every((count) => count === 0)).toBe(true)
    expect(await asWorker(async () => sendWaiting(await mailSettings(), { run: randomUUID(), clock: () => wednesday }))).toBe(2)
    const mine = server.received.find((mail) => mail.to[0] === quill.email)
    expect(mine).toMatchObject({ subject: 'Holdfast digest, Wed 18 May 2016', secure: true })
    expect(mine?.text).toContain('Unseen: 1')
    expect(mine?.text).toContain('Outstanding: 1')
    expect(mine?.text).toContain('https://holdfast.example/digest')
    for (const mail of server.received) for (const word of ['Planted', 'planted', 'hackney', 'Hackney']) expect(mail.raw).not.toContain(word)
    // Not even by a mistake of ours: the database takes numbers and nothing else.
    await expect(database.admin(`INSERT INTO mail (id, kind, borough, about_id, reference, path, to_account, to_address, written_at, written_by, next_try_at, counts) VALUES ($1, 'digest', 'london', $1, 'x', '/digest', $1, 'x', now(), $1, now(), '{"unseen": "Plantedgiven"}')`, [randomUUID()])).rejects.toThrow('mail_counts')
  })
})
