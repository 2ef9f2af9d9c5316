import { readFile } from 'node:fs/promises'
import { env } from '../env'

/** How mail leaves: the server, how the connection is secured, who it is from. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps). */
  readonly secure: boolean
  /** Of a connection that begins in the clear: nothing is sent, no password least of all, before it is encrypted. */
  readonly requireTLS: boolean
  readonly login: { readonly user: string; readonly pass: string } | null
  readonly from: string
  /** Certificates (PEM) of an authority of your own, beside the known ones. */
  readonly ca: string | null
  /** The address people use, at the head of every link. */
  readonly origin: string
}

/**
 * Null where no mail server is set: then nothing is sent, and every page that speaks of mail says so.
 * @throws ZodError or Error naming the setting that is wrong.
 */
export async function mailSettings(): Promise<MailSettings | null> {
  const { HOLDFAST_SMTP_URL, HOLDFAST_SMTP_TLS, HOLDFAST_SMTP_CA, HOLDFAST_MAIL_FROM, HOLDFAST_ORIGIN, PORT } = env()
  if (HOLDFAST_SMTP_URL === undefined) return null
  if (HOLDFAST_MAIL_FROM === undefined) throw new Error('HOLDFAST_SMTP_URL is set and HOLDFAST_MAIL_FROM is not: say whom mail is from.')
  const url = new URL(HOLDFAST_SMTP_URL)
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? (secure ? 465 : 587) : Number(url.port), secure, requireTLS: !secure && HOLDFAST_SMTP_TLS === 'required',
    login: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from: HOLDFAST_MAIL_FROM, ca: HOLDFAST_SMTP_CA === undefined ? null : await readFile(HOLDFAST_SMTP_CA, 'utf8'),
    origin: (HOLDFAST_ORIGIN ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
  }
}

/** Whether mail leaves this installation, as the pages say it. The web server is told by the start command, and never the server's password. */
export const mailIsSet = (): boolean => process.env['HOLDFAST_MAIL'] === 'set'
