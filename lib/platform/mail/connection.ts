import SMTPConnection from 'nodemailer/lib/smtp-connection'
import MailComposer from 'nodemailer/lib/mail-composer'
import { Readable } from 'node:stream'
import type { MailProblem } from './state'
import type { MailSettings } from './settings'

/** What the mail server said about one mail. `again`: it may be tried later; `all`: nothing else would go either just now. */
export class NotSent extends Error {
  constructor(readonly problem: MailProblem, readonly again: boolean, readonly all: boolean, answer: string) {
    super(answer)
    this.name = 'NotSent'
  }
}

export interface Letter {
  /** Stays the same whenever it is tried: a server or a mailbox that has it already knows it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly date: Date
  /** The calendar file that goes with it; null where it is about no hour. */
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null
}

export interface MailConnection {
  /**
   * Sends one mail. `handing` is awaited when the server has taken the address and asks for the mail itself, before the first byte of it
   * leaves: what it throws stops the mail.
   * @throws NotSent
   */
  send(letter: Letter, handing: () => Promise<void>): Promise<void>
  close(): void
}

const SECONDS = 1000

/** Opens the way to the mail server: encrypted, then signed in. @throws NotSent */
export async function openConnection(settings: MailSettings): Promise<MailConnection> {
  const connection = new SMTPConnection({
    host: settings.host, port: settings.port, secure: settings.secure, requireTLS: settings.requireTLS, ignoreTLS: !settings.secure && !settings.requireTLS,
    connectionTimeout: 15 * SECONDS, greetingTimeout: 15 * SECONDS, socketTimeout: 60 * SECONDS, dnsTimeout: 10 * SECONDS, allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2', ...(settings.ca === null ? {} : { ca: settings.ca }) },
  })
  // Every failure has its callback too; an event without a listener would end the worker.
  let broken: Error | null = null
  connection.on('error', (error: Error) => { broken ??= error })
  await new Promise<void>((resolve, reject) => {
    connection.once('error', (error: Error) => reject(new NotSent(isTls(error) ? 'tls' : 'away', true, true, saidBy(error))))
    connection.connect((error) => (error ? reject(new NotSent(isTls(error) ? 'tls' : 'away', true, true, saidBy(error))) : resolve()))
  })
  if (settings.login !== null) {
    const { user, pass } = settings.login
    await new Promise<void>((resolve, reject) => {
      connection.login({ credentials: { user, pass } }, (error) => {
        if (!error) return resolve()
        connection.close()
        const refused = Number(codeOf(error)) >= 500 || textCode(error) === 'EAUTH'
        reject(new NotSent(refused ? 'login' : 'away', true, true, saidBy(error)))
      })
    })
  }
  return {
    async send(letter, handing) {
      if (broken !== null) throw new NotSent('away', true, true, saidBy(broken))
      const raw = await new MailComposer({
        from: settings.from, to: letter.to, subject: letter.subject, text: letter.text, date: letter.date, messageId: `<${letter.id}@${hostOf(settings.from)}>`,
        ...(letter.calendar === null ? {} : { icalEvent: { method: letter.calendar.method, filename: 'meeting.ics', content: letter.calendar.content } }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      }).compile().build()
      const progress = { handed: false }
      await new Promise<void>((resolve, reject) => {
        connection.send({ from: addressIn(settings.from), to: [letter.to] }, lazily(raw, handing, progress), (error) => (error ? reject(failureOf(error, progress.handed)) : resolve()))
      })
    },
    close() {
      connection.quit()
      // A server that does not answer the farewell keeps no worker.
      setTimeout(() => connection.close(), 2 * SECONDS).unref()
    },
  }
}

/** A mail that is not read, and so not sent, before `handing` has returned. */
function lazily(raw: Buffer, handing: () => Promise<void>, progress: { handed: boolean }): Readable {
  let begun = false
  return new Readable({
    highWaterMark: 0,
    read() {
      if (begun) return
      begun = true
      handing().then(() => {
        progress.handed = true
        this.push(raw)
        this.push(null)
      }, (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))))
    },
  })
}

function failureOf(error: Error, handed: boolean): NotSent {
  const code = codeOf(error)
  const answer = saidBy(error)
  if (code !== null && code >= 500) {
    const ofAddress = textCode(error) === 'EENVELOPE' && commandOf(error) !== 'MAIL FROM'
    return new NotSent(ofAddress ? 'address' : 'refused', false, false, answer)
  }
  if (code !== null && code >= 400) return new NotSent('busy', true, false, answer)
  if (handed) return new NotSent('unsure', false, true, answer)
  // The address could not even be said to the server: it is no address.
  if (textCode(error) === 'EENVELOPE') return new NotSent('address', false, false, answer)
  return new NotSent('away', true, true, answer)
}

const field = (error: Error, name: string): unknown => Reflect.get(error, name)
const codeOf = (error: Error): number | null => { const code = field(error, 'responseCode'); return typeof code === 'number' ? code : null }
const textCode = (error: Error): string => String(field(error, 'code') ?? '')
const commandOf = (error: Error): string => String(field(error, 'command') ?? '')
const isTls = (error: Error): boolean => textCode(error) === 'ETLS' || /certificate|self.signed|TLS|SSL|STARTTLS/i.test(error.message)
const saidBy = (error: Error): string => String(field(error, 'response') ?? error.message).replace(/\s+/g, ' ').trim().slice(0, 200)
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from.trim()
const hostOf = (from: string): string => addressIn(from).split('@')[1] ?? 'holdfast.invalid'
