import { withTransaction } from '../db'
import { calendarFile, type CalendarTimes } from './calendar'
import { NotSent, openConnection, type MailConnection } from './connection'
import type { MailSettings } from './settings'
import { mailWords } from './words'

/** The account under which the timed work is recorded (migration worker). */
const REACH = { 'app.account': '00000000-0000-4000-8000-000000000001', 'app.record_boroughs': '*' } as const
const MINUTE = 60_000
/** How long until the next try, by how often it was tried: minutes. */
const WAITS = [1, 2, 5, 10, 20, 30, 60] as const
/** After this nobody is told any more by a mail that comes days late: it failed, and the page says so. */
const LONGEST = 48 * 60 * MINUTE

/** Which run of the worker this is: what another run left in its hand is taken up again. */
export interface Round {
  readonly run: string
  readonly clock: () => Date
}

/**
 * Sends what waits, oldest first, over one connection. Each mail is claimed, then marked as handed over before its first byte leaves, then
 * marked as sent: a run that dies before the handing over is taken up by the next, one that dies after it is never repeated by itself.
 * Gives how many were sent.
 */
export async function sendWaiting(settings: MailSettings | null, { run, clock }: Round): Promise<number> {
  if (settings === null) return 0
  await takeUp(run, clock())
  let connection: MailConnection | null = null
  let sent = 0
  try {
    for (;;) {
      const mail = await claim(run, clock())
      if (mail === null) return sent
      try {
        connection ??= await openConnection(settings)
        const { subject, text } = mailWords(mail.kind, mail.reference, `${settings.origin}${mail.path}`, mail.counts ?? {})
        const calendar = mail.calendar === null ? null : calendarFile({ ...mail, calendar: mail.calendar }, { origin: settings.origin, from: settings.from })
        await connection.send({ id: mail.id, to: mail.toAddress, subject, text, date: mail.writtenAt, calendar }, () => hand(mail.id, run, clock()))
        await close(mail.id, run, { sentAt: clock(), problem: null, answer: null })
        sent += 1
      } catch (error) {
        const failure = error instanceof NotSent ? error : new NotSent('away', true, true, error instanceof Error ? error.message.slice(0, 200) : String(error))
        await putBack(mail, run, failure, clock())
        // The others would fare no better: the next round tries again.
        if (failure.all) return sent
        // The server is in the middle of what it refused: the next mail begins anew.
        connection?.close()
        connection = null
      }
    }
  } finally {
    connection?.close()
  }
}

interface Claimed {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly path: string
  readonly counts: Readonly<Record<string, number>> | null
  readonly calendar: CalendarTimes | null
  readonly aboutId: string
  readonly toAddress: string
  readonly writtenAt: Date
  readonly attempts: number
}

/** What a run that is gone had in hand: not handed over yet, it waits again; handed over, nobody knows whether it arrived. */
async function takeUp(run: string, now: Date): Promise<void> {
  await withTransaction(REACH, async (tx) => {
    const left = { claimedBy: { not: run }, sentAt: null, failedAt: null }
    await tx.mail.updateMany({ where: { ...left, handedAt: { not: null } }, data: { failedAt: now, problem: 'unsure', claimedBy: null } })
    await tx.mail.updateMany({ where: { ...left, handedAt: null }, data: { claimedBy: null } })
    await tx.mail.updateMany({ where: { claimedBy: null, sentAt: null, failedAt: null, writtenAt: { lt: new Date(now.getTime() - LONGEST) } }, data: { failedAt: now, problem: 'expired' } })
  })
}

function claim(run: string, now: Date): Promise<Claimed | null> {
  return withTransaction(REACH, async (tx) => {
    const [row] = await tx.$queryRaw<Claimed[]>`
      UPDATE mail SET claimed_by = ${run}::uuid, attempts = attempts + 1
      WHERE id = (SELECT id FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND claimed_by IS NULL AND next_try_at <= ${now}::timestamptz
        ORDER BY written_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, reference, path, counts, calendar, about_id AS "aboutId", to_address AS "toAddress", written_at AS "writtenAt", attempts`
    return row ?? null
  })
}

/** @throws Error where another run has taken it up meanwhile: then not a byte of it leaves here. */
async function hand(id: string, run: string, now: Date): Promise<void> {
  const { count } = await withTransaction(REACH, (tx) => tx.mail.updateMany({ where: { id, claimedBy: run, handedAt: null, sentAt: null, failedAt: null }, data: { handedAt: now } }))
  if (count === 0) throw new Error('another run of the worker has this mail')
}

type Closing = { sentAt: Date; problem: null; answer: null } | { failedAt: Date; problem: string; answer: string } | { nextTryAt: Date; problem: string; answer: string; handedAt: null }

async function close(id: string, run: string, how: Closing): Promise<void> {
  await withTransaction(REACH, (tx) => tx.mail.updateMany({ where: { id, claimedBy: run }, data: { ...how, claimedBy: null } }))
}

async function putBack(mail: Claimed, run: string, failure: NotSent, now: Date): Promise<void> {
  const said = { problem: failure.problem, answer: failure.message }
  if (!failure.again) return close(mail.id, run, { failedAt: now, ...said })
  const wait = WAITS[Math.min(mail.attempts, WAITS.length) - 1] ?? 60
  return close(mail.id, run, { nextTryAt: new Date(now.getTime() + wait * MINUTE), handedAt: null, ...said })
}
