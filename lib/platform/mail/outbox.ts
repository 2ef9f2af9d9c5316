import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../db'
import type { CalendarTimes } from './calendar'
import type { MailKind } from './words'

export interface NewMail {
  readonly kind: MailKind
  readonly borough: string
  /** What it is about: the meeting, the called discussion. */
  readonly aboutId: string
  readonly reference: string
  /** The page it leads to: '/discussions/…'. */
  readonly path: string
  readonly toAccounts: readonly string[]
  /** Of a digest: numbers under names of ours. */
  readonly counts?: Readonly<Record<string, number>>
  /** Of a meeting: what its calendar file is written from. */
  readonly calendar?: CalendarTimes
}

/**
 * Puts mails in the outbox, in the act's own transaction: if the act is rolled back there is nothing to send. One to each account, whoever
 * may no longer sign in left out. Gives the accounts written to.
 */
export async function writeMails(tx: Tx, mail: NewMail, writtenBy: string, now: Date): Promise<string[]> {
  const wanted = [...new Set(mail.toAccounts)]
  if (wanted.length === 0) return []
  const accounts = await tx.account.findMany({ where: { id: { in: wanted }, OR: [{ disabledAt: null }, { disabledAt: { gt: now } }] }, select: { id: true, email: true } })
  const { count } = await tx.mail.createMany({ data: accounts.map((account) => ({
    id: randomUUID(), kind: mail.kind, ...(mail.counts === undefined ? {} : { counts: mail.counts }), ...(mail.calendar === undefined ? {} : { calendar: { ...mail.calendar } }), borough: mail.borough, aboutId: mail.aboutId, reference: mail.reference, path: mail.path,
    toAccount: account.id, toAddress: account.email, writtenAt: now, writtenBy, nextTryAt: now,
  })), skipDuplicates: mail.kind === 'digest' })
  // A digest that was written already, by another worker at the same moment, is written to nobody a second time.
  return count === 0 ? [] : accounts.map((account) => account.id)
}

/** The newest mail to each account about one thing, by account. */
export async function latestMails(tx: Tx, aboutId: string) {
  const rows = await tx.mail.findMany({
    where: { aboutId }, orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, toAccount: true, writtenAt: true, attempts: true, claimedBy: true, handedAt: true, sentAt: true, failedAt: true, problem: true, answer: true },
  })
  return new Map(rows.map((row) => [row.toAccount, row]))
}
