import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** Key and certificate of localhost, made for these tests and used nowhere else. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9BjUJg+mKPpPxj/R
AD10AbKnzZpMXJwzGZHGTXfUeb2hRANCAARH5vKk/r9LH48/dfLd9D5B2ZTfowj9
/Uos7tkiM9CnTyLY4Weqzxn4mlhjA+IjvVjnNDCXKRsTOGSzB5MphWt9
-----END PRIVATE KEY-----
`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBaDCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMTUwMTAxMDAwMDAwWhgPMjA5OTEyMzEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEfm8qT+v0sfjz91
8t30PkHZlN+jCP39Sizu2SIz0KdPItjhZ6rPGfiaWGMD4iO9WOc0MJcpGxM4ZLMH
kymFa32jTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBQpipEjccYMq4duA3uSWNIRlTMDrzAKBggqhkjOPQQD
AgNJADBGAiEA+eXLnIYlYx1GKmfso7eyrB1rL6ZW2cReMDcQomaziM4CIQDMpC/e
jTraojeQNLrDNIe4E9Z7NPtONS1S/DY46eQo8g==
-----END CERTIFICATE-----
`

/** The certificate as a file, for HOLDFAST_SMTP_CA. */
export function certificateFile(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'holdfast-ca-')), 'ca.pem')
  writeFileSync(file, CERTIFICATE)
  return file
}

export interface Received {
  readonly to: readonly string[]
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
  /** Whether the connection was encrypted, and who had signed in. */
  readonly secure: boolean
  readonly user: string | null
  readonly raw: string
}

export interface MailServer {
  readonly port: number
  readonly received: Received[]
  /** Every try to hand over a mail, by address, whether or not it was taken. */
  readonly tries: string[]
  close(): Promise<void>
}

interface Behaviour {
  /** What it says to an address: an SMTP code with words, or nothing to take it. */
  readonly address?: (to: string) => { code: number; says: string } | null
  /** Called when the whole mail is there; it answers when this has come back. */
  readonly beforeAnswer?: () => Promise<void>
  /** Called when an address is named; it answers when this has come back. */
  readonly beforeAddress?: () => Promise<void>
  readonly login?: { readonly user: string; readonly pass: string }
  readonly options?: SMTPServerOptions
  readonly port?: number
}

/** A real SMTP server on this machine that keeps what it is sent. */
export async function aMailServer(behaviour: Behaviour = {}): Promise<MailServer> {
  const received: Received[] = []
  const tries: string[] = []
  const server = new SMTPServer({
    key: KEY, cert: CERTIFICATE, authOptional: behaviour.login === undefined, closeTimeout: 200, disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      if (auth.username === behaviour.login?.user && auth.password === behaviour.login?.pass) callback(null, { user: auth.username })
      else callback(Object.assign(new Error('Invalid username or password'), { responseCode: 535 }))
    },
    onRcptTo(address, _session, callback) {
      tries.push(address.address)
      const said = behaviour.address?.(address.address) ?? null
      const answer = (): void => callback(said === null ? null : Object.assign(new Error(said.says), { responseCode: said.code }))
      void (behaviour.beforeAddress?.() ?? Promise.resolve()).then(answer)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          const raw = Buffer.concat(chunks).toString()
          const mail = await simpleParser(raw)
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address), from: mail.from?.text ?? '', subject: mail.subject ?? '', text: mail.text ?? '', messageId: mail.messageId ?? '',
            secure: session.secure, user: typeof session.user === 'string' ? session.user : null, raw,
          })
          await behaviour.beforeAnswer?.()
          callback(null, 'taken')
        })()
      })
    },
    ...behaviour.options,
  })
  // Whoever goes away in the middle is no fault of the server.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0, received, tries,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
