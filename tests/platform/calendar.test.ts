import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { moveMeeting, callOffMeeting } from '@/lib/meetings/agenda/acts/arrange-meeting'
import { sendAgain } from '@/lib/meetings/acts/send-again'
import { callOffDiscussion, moveDiscussion } from '@/lib/meetings/calls/change-call'
import { sendWaiting } from '@/lib/platform/mail/send-waiting'
import { mailSettings } from '@/lib/platform/mail/settings'
import { anActor, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { aChair, aChildAtRisk, aListedChild, aMap, asked, done, HOUR } from '@/tests/support/agendas'
import { aCalledDiscussion } from '@/tests/support/called-discussions'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { aMailServer, type Received } from '@/tests/support/mail-server'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * HOUR)
const PLANTED = 'Xanthippe'
const server = await aMailServer()
afterAll(() => server.close())

/** The mails that wait, sent through a real server, and taken from it. */
async function sent(at: Date): Promise<Received[]> {
  Object.assign(process.env, { HOLDFAST_SMTP_URL: `smtp://127.0.0.1:${server.port}`, HOLDFAST_SMTP_TLS: 'off', HOLDFAST_MAIL_FROM: 'Holdfast <holdfast@borough.example>', HOLDFAST_ORIGIN: 'https://holdfast.example' })
  const before = server.received.length
  await asWorkerOf(database, async () => sendWaiting(await mailSettings(), { run: randomUUID(), clock: () => at }))
  return server.received.slice(before)
}

/** The calendar file of a mail, as a calendar reads it. */
async function fileOf(mail: Received) {
  const parsed = await simpleParser(mail.raw)
  const file = parsed.attachments.find((one) => one.filename !== undefined && /calendar|ics/.test(one.contentType))
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? '') as [])
  const events = calendar.getAllSubcomponents('vevent')
  const event = new ICAL.Event(events[0])
  return {
    many: events.length, name: file?.filename, method: calendar.getFirstPropertyValue('method'), version: calendar.getFirstPropertyValue('version'), uid: event.uid, sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(), zone: event.startDate.zone.tzid, summary: event.summary, description: event.description, status: events[0]?.getFirstPropertyValue('status'),
    location: event.location, stamped: events[0]?.getFirstProperty('dtstamp') !== null, text: file?.content.toString() ?? '',
  }
}

const doctorOf = (name: string): Promise<Actor> => anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'], name })

it('a strategy discussion that is called, moved over a clock change and called off stands in the calendar of who is asked, and then does not', async () => {
  const worker = await aSocialWorker(database)
  const doctor = await doctorOf(`Dr Mabel Nkemelu ${randomUUID().slice(0, 6)}`)
  const childId = await aChildAtRisk(database, now, { discussed: false, name: PLANTED })
  // 26 October, 10:00 in London: summer time still; 31 October, 10:00: no more.
  const { callId } = await aCalledDiscussion(database, worker, [childId], null, now, { meetsAt: '2016-10-26T09:00:00.000Z', place: `${PLANTED}’s school`, invited: [{ part: 'health', agency: 'health', name: doctor.name }] })
  await done(moveDiscussion, worker, { callId, meetsAt: '2016-10-31T10:00:00.000Z', mode: 'telephone', place: PLANTED }, new Date(now.getTime() + 60_000))
  await done(callOffDiscussion, worker, { callId, reason: PLANTED }, new Date(now.getTime() + 120_000))
  const mails = await sent(new Date(now.getTime() + 180_000))
  expect(mails.map((mail) => mail.to)).toEqual([[`${doctor.accountId}@example.invalid`], [`${doctor.accountId}@example.invalid`], [`${doctor.accountId}@example.invalid`]])
  const files = await Promise.all(mails.map(fileOf))
  expect(files.map(({ method, sequence, starts, ends, status }) => ({ method, sequence, starts, ends, status }))).toEqual([
    { method: 'REQUEST', sequence: 0, starts: '2016-10-26T09:00:00.000Z', ends: '2016-10-26T10:00:00.000Z', status: 'CONFIRMED' },
    { method: 'REQUEST', sequence: 1, starts: '2016-10-31T10:00:00.000Z', ends: '2016-10-31T11:00:00.000Z', status: 'CONFIRMED' },
    { method: 'CANCEL', sequence: 2, starts: '2016-10-31T10:00:00.000Z', ends: '2016-10-31T11:00:00.000Z', status: 'CANCELLED' },
  ])
  expect(new Set(files.map((file) => file.uid))).toEqual(new Set([`${callId}@borough.example`]))
  for (const file of files) expect(file).toMatchObject({ zone: 'UTC', many: 1, stamped: true, version: '2.0', name: 'meeting.ics' })
  const [call] = await database.admin<{ reference: string }>('SELECT reference FROM meeting_call WHERE id = $1', [callId])
  for (const [index, mail] of mails.entries()) {
    // Lines of no more than 75 octets, ended as the standard asks.
    expect(files[index]?.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(files[index]).toMatchObject({ summary: `Meeting ${call?.reference}`, location: null, description: expect.stringContaining(`https://holdfast.example/discussions/called/${callId}`) as string })
    // Also said in the body itself, which is how a mailbox offers it.
    expect(mail.raw).toMatch(/Content-Type: text\/calendar[^\n]*method=(REQUEST|CANCEL)/i)
    expect(JSON.stringify([mail, files[index], Buffer.from(mail.raw, 'utf8').toString()])).not.toMatch(/Xanthippe|Brackwater|exploit|strategy/i)
    for (const part of mail.raw.matchAll(/^[A-Za-z0-9+/=\r\n]{60,}$/gm)) expect(Buffer.from(part[0], 'base64').toString()).not.toMatch(/Xanthippe|Brackwater/)
  }
})

it('a MAP and a MASE are told the same way, and a mail written again carries the file it had', async () => {
  const [worker, chair] = [await aSocialWorker(database), await aChair(database)]
  const doctor = await doctorOf(`Dr Ames ${randomUUID().slice(0, 6)}`)
  const childId = await aChildAtRisk(database, now, { name: PLANTED })
  const plan = await aMap(database, worker, now, { personId: childId, place: PLANTED, why: PLANTED })
  const month = await aListedChild(database, chair, now, { personId: childId, why: PLANTED })
  for (const [actor, callId] of [[worker, plan.callId], [chair, month.callId]] as const) await asked(actor, callId, [{ part: 'health', agency: 'health', name: doctor.name }], now)
  await done(moveMeeting, chair, { callId: month.callId, meetsAt: '2016-05-24T09:00:00.000Z', mode: 'meeting', place: PLANTED }, new Date(now.getTime() + 60_000))
  await done(callOffMeeting, worker, { callId: plan.callId, reason: PLANTED }, new Date(now.getTime() + 120_000))
  const mails = await sent(new Date(now.getTime() + 180_000))
  const files = await Promise.all(mails.map(fileOf))
  expect(files.map(({ uid, method, sequence }) => [uid.split('@')[0], method, sequence]).sort()).toEqual([[plan.callId, 'CANCEL', 1], [plan.callId, 'REQUEST', 0], [month.callId, 'REQUEST', 0], [month.callId, 'REQUEST', 1]].sort())
  // Two hours for a MASE, an hour and a half for a MAP.
  expect(new Set(files.map((file) => (Date.parse(file.ends) - Date.parse(file.starts)) / HOUR))).toEqual(new Set([2, 1.5]))
  for (const [index, mail] of mails.entries()) expect(`${mail.raw} ${files[index]?.text}`).not.toMatch(/Xanthippe|Brackwater|\bMAP\b|\bMASE\b|exploit/i)
  const [failed] = await database.admin<{ id: string }>(`SELECT id FROM mail WHERE about_id = $1 AND kind = 'meeting-moved'`, [month.callId])
  await database.admin('ALTER TABLE mail DISABLE TRIGGER mail_never_edited')
  await database.admin(`UPDATE mail SET sent_at = NULL, failed_at = $2, problem = 'busy' WHERE id = $1`, [failed?.id, now])
  await database.admin('ALTER TABLE mail ENABLE TRIGGER mail_never_edited')
  await done(sendAgain, chair, { mailId: failed?.id }, new Date(now.getTime() + 240_000))
  const [again] = await sent(new Date(now.getTime() + 300_000))
  expect(again === undefined ? null : await fileOf(again)).toMatchObject({ sequence: 1, starts: '2016-05-24T09:00:00.000Z', method: 'REQUEST' })
})

it('a calendar file holds a number and two hours, whatever the application would put there', async () => {
  const [account] = await database.admin<{ id: string }>('SELECT id FROM account LIMIT 1')
  for (const calendar of [{ sequence: 0, starts: '2016-05-24T09:00:00.000Z', ends: '2016-05-24T10:00:00.000Z', about: PLANTED }, { sequence: 0, starts: PLANTED, ends: '2016-05-24T10:00:00.000Z' }, { sequence: PLANTED, starts: '2016-05-24T09:00:00.000Z', ends: '2016-05-24T10:00:00.000Z' }]) {
    await expect(database.admin(`INSERT INTO mail (id, kind, calendar, borough, about_id, reference, path, to_account, to_address, written_at, written_by, next_try_at) VALUES ($1, 'invitation', $2, 'bromley', $1, 'M-1', '/x', $3, 'x', $4, $3, $4)`,
      [randomUUID(), JSON.stringify(calendar), account?.id, now])).rejects.toThrow('mail_calendar')
  }
})
