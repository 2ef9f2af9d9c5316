import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withTransaction } from '@/lib/platform/db'
import { startJobs } from '@/lib/platform/jobs'
import { writeMails, type NewMail } from '@/lib/platform/mail/outbox'
import { sendWaiting } from '@/lib/platform/mail/send-waiting'
import { mailSettings } from '@/lib/platform/mail/settings'
import { mailState, type MailRow } from '@/lib/platform/mail/state'
import { MAIL_KINDS, mailWords } from '@/lib/platform/mail/words'
import { anActor } from '@/tests/support/actors'
import { asWorkerOf } from '@/tests/support/as-worker'
import { useDatabase } from '@/tests/support/database'
import { aMailServer, certificateFile, type MailServer } from '@/tests/support/mail-server'

const database = useDatabase()
const NOON = new Date('2016-05-16T11:00:00.000Z')
const after = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
const SETTINGS = ['HOLDFAST_SMTP_URL', 'HOLDFAST_SMTP_TLS', 'HOLDFAST_SMTP_CA', 'HOLDFAST_MAIL_FROM', 'HOLDFAST_ORIGIN']
let server: MailServer | null = null
let sender = ''
let ca = ''

async function served(...behaviour: Parameters<typeof aMailServer>): Promise<MailServer> {
  server = await aMailServer(...behaviour)
  setUrl(`smtp://127.0.0.1:${server.port}`)
  return server
}
function setUrl(url: string, more: Record<string, string> = {}): void {
  Object.assign(process.env, { HOLDFAST_SMTP_URL: url, HOLDFAST_MAIL_FROM: 'Holdfast <holdfast@borough.example>', HOLDFAST_SMTP_CA: ca, HOLDFAST_ORIGIN: 'https://holdfast.example', ...more })
}

/** The outbox written to as the application, in one transaction. */
async function written(addresses: readonly string[], more: Partial<NewMail> = {}, at = NOON): Promise<void> {
  const accounts: string[] = []
  for (const address of addresses) {
    const [known] = await database.admin<{ id: string }>('SELECT id FROM account WHERE email = $1', [address])
    if (known !== undefined) {
      accounts.push(known.id)
      continue
    }
    const actor = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'] })
    await database.admin('UPDATE account SET email = $2 WHERE id = $1', [actor.accountId, address])
    accounts.push(actor.accountId)
  }
  await withTransaction({ 'app.account': sender }, (tx) => writeMails(tx, {
    kind: 'record-sent', borough: 'bromley', aboutId: randomUUID(), reference: 'M-4K7Q-9WXY', path: '/discussions/1', toAccounts: accounts, ...more }, sender, at))
}
/** A round as the worker. */
const round = (now: Date, run: string = randomUUID()): Promise<number> => asWorkerOf(database, async () => sendWaiting(await mailSettings(), { run, clock: () => now }))
const rows = () => database.admin<MailRow & { to: string; next: Date }>(
  `SELECT to_address AS to, attempts, claimed_by AS "claimedBy", handed_at AS "handedAt", sent_at AS "sentAt", failed_at AS "failedAt", problem, answer, next_try_at AS next FROM mail ORDER BY to_address`)
const states = async (): Promise<string[]> => (await rows()).map((row) => `${row.to} ${mailState(row, true).state}${row.problem === null ? '' : ` ${row.problem}`}`)

beforeAll(async () => {
  ca = certificateFile()
  sender = (await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['bromley'] })).accountId
})
beforeEach(() => database.admin('ALTER TABLE mail DISABLE TRIGGER USER; DELETE FROM mail; ALTER TABLE mail ENABLE TRIGGER USER'))
afterEach(async () => {
  await server?.close()
  server = null
  for (const name of SETTINGS) delete process.env[name]
})

describe('mail', () => {
  it('is sent once to each, encrypted, with a reference and a link and nothing else', async () => {
    const { received } = await served()
    await written(['mabel@surgery.example', 'rowan@school.example'])
    expect(await round(after(1))).toBe(2)
    expect(await round(after(2))).toBe(0)
    expect(received.flatMap((mail) => mail.to).sort()).toEqual(['mabel@surgery.example', 'rowan@school.example'])
    expect(received[0]).toMatchObject({ from: '"Holdfast" <holdfast@borough.example>', subject: 'Holdfast M-4K7Q-9WXY', secure: true })
    expect(received[0]?.text).toContain('https://holdfast.example/discussions/1')
    expect(new Set(received.map((mail) => mail.messageId)).size).toBe(2)
    expect(await states()).toEqual(['mabel@surgery.example sent', 'rowan@school.example sent'])
  })

  it('of an act that was rolled back is never sent', async () => {
    const { received } = await served()
    await withTransaction({ 'app.account': sender }, async (tx) => {
      await writeMails(tx, { kind: 'invitation', borough: 'bromley', aboutId: randomUUID(), reference: 'M-1', path: '/', toAccounts: [sender] }, sender, NOON)
      throw new Error('rolled back')
    }).catch(() => undefined)
    expect(await round(after(1))).toBe(0)
    expect(received).toEqual([])
  })

  it('waits while nothing is set, and the page says that nothing is sent', async () => {
    await written(['mabel@surgery.example'])
    expect(await round(after(1))).toBe(0)
    const [row] = await rows()
    expect(row).toMatchObject({ attempts: 0, sentAt: null, failedAt: null })
    expect(row && mailState(row, false)).toMatchObject({ state: 'not-set', says: expect.stringContaining('no mail server is set') as string })
  })

  it('whose account is disabled is not written', async () => {
    await database.admin('UPDATE account SET disabled_at = $2 WHERE id = $1', [sender, NOON])
    await written([], { toAccounts: [sender] })
    expect(await rows()).toEqual([])
    await database.admin('UPDATE account SET disabled_at = NULL WHERE id = $1', [sender])
  })

  it('waits while the server is away, tries again after longer and longer, and arrives when it is back', async () => {
    const away = await served()
    const { port } = away
    await away.close()
    server = null
    await written(['mabel@surgery.example', 'rowan@school.example'])
    expect(await round(after(0))).toBe(0)
    // One knock at the door is enough: the second mail was not tried.
    expect((await rows()).map((row) => [row.attempts, row.problem]).sort()).toEqual([[0, null], [1, 'away']])
    expect((await rows()).find((row) => row.attempts === 1)?.next).toEqual(after(1))
    // Each has its own wait: the other is tried next, then the first again.
    await round(after(0.5))
    await round(after(1.2))
    expect((await rows()).map((row) => row.attempts).sort()).toEqual([1, 2])
    const back = await served({ port })
    expect(await round(after(5))).toBe(2)
    expect(back.received).toHaveLength(2)
  })

  it('has failed when it could not be sent for two days', async () => {
    setUrl('smtp://127.0.0.1:1')
    await written(['mabel@surgery.example'])
    await round(after(48 * 60 + 1))
    expect(await states()).toEqual(['mabel@surgery.example failed expired'])
  })

  it('to an address that does not exist has failed and says what to do; the others are sent', async () => {
    const { received } = await served({ address: (to) => (to.startsWith('nobody') ? { code: 550, says: 'No such mailbox' } : null) })
    await written(['mabel@surgery.example', 'nobody@surgery.example', 'not an address'])
    expect(await round(after(1))).toBe(1)
    expect(await states()).toEqual(['mabel@surgery.example sent', 'nobody@surgery.example failed address', 'not an address failed address'])
    const [, nobody] = await rows()
    expect(nobody && mailState(nobody, true)).toMatchObject({ says: expect.stringContaining('No such mailbox') as string, todo: expect.stringContaining('Tell them yourself') as string })
    expect(await round(after(300))).toBe(0)
    expect(received).toHaveLength(1)
  })

  it('that the server puts off is tried again', async () => {
    let full = true
    const { received } = await served({ address: () => (full ? { code: 451, says: 'Mailbox full, try later' } : null) })
    await written(['mabel@surgery.example'])
    await round(after(1))
    expect(await states()).toEqual(['mabel@surgery.example waiting busy'])
    full = false
    expect(await round(after(3))).toBe(1)
    expect(received).toHaveLength(1)
  })
})

describe('the way to the mail server', () => {
  it('signs in, and only once it is encrypted', async () => {
    const { received, port } = await served({ login: { user: 'holdfast', pass: 'p@ss/word' } })
    setUrl(`smtp://holdfast:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}`)
    await written(['mabel@surgery.example'])
    expect(await round(after(1))).toBe(1)
    expect(received[0]).toMatchObject({ user: 'holdfast', secure: true })
  })

  it('refused its password says so and waits', async () => {
    const { received, port } = await served({ login: { user: 'holdfast', pass: 'right' } })
    setUrl(`smtp://holdfast:wrong@127.0.0.1:${port}`)
    await written(['mabel@surgery.example'])
    await round(after(1))
    expect(await states()).toEqual(['mabel@surgery.example waiting login'])
    expect(received).toEqual([])
  })

  it('is encrypted from the start with smtps', async () => {
    const { received, port } = await served({ options: { secure: true } })
    setUrl(`smtps://localhost:${port}`)
    await written(['mabel@surgery.example'])
    expect(await round(after(1))).toBe(1)
    expect(received[0]?.secure).toBe(true)
  })

  it.each([
    ['a server that cannot encrypt', { options: { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] } }, {}],
    ['a certificate that nobody vouches for', {}, { HOLDFAST_SMTP_CA: '' }],
  ])('sends nothing to %s', async (_what, behaviour, settings) => {
    const { received, tries, port } = await served(behaviour)
    setUrl(`smtp://127.0.0.1:${port}`, settings)
    await written(['mabel@surgery.example'])
    await round(after(1))
    expect(await states()).toEqual(['mabel@surgery.example waiting tls'])
    expect([received, tries]).toEqual([[], []])
  })

  it('may stay in the clear where the settings say so', async () => {
    const { received, port } = await served({ options: { hideSTARTTLS: true } })
    setUrl(`smtp://127.0.0.1:${port}`, { HOLDFAST_SMTP_TLS: 'off' })
    await written(['mabel@surgery.example'])
    expect(await round(after(1))).toBe(1)
    expect(received[0]?.secure).toBe(false)
  })

  it('with a server and no sender is a fault of the settings that names itself', async () => {
    process.env['HOLDFAST_SMTP_URL'] = 'smtp://127.0.0.1:25'
    await expect(mailSettings()).rejects.toThrow('HOLDFAST_MAIL_FROM')
    process.env['HOLDFAST_SMTP_URL'] = 'http://127.0.0.1:25'
    await expect(mailSettings()).rejects.toThrow('HOLDFAST_SMTP_URL')
  })
})

describe('a worker that dies', () => {
  /** A worker in a process of its own, killed at the moment the server says. */
  function worker(): ChildProcess {
    return spawn(process.execPath, ['--import', 'tsx', 'tests/support/send-once.ts', after(1).toISOString()], {
      env: { ...process.env, HOLDFAST_APP_URL: database.urls.worker, NODE_OPTIONS: '--conditions=react-server' }, stdio: ['ignore', 'inherit', 'inherit'] })
  }
  const gone = (child: ChildProcess): Promise<void> => new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))

  it('before the mail left is followed by one that sends it, once', async () => {
    const death: { child?: ChildProcess } = {}
    const { received, tries } = await served({ beforeAddress: async () => {
      if (death.child === undefined) return
      const { child } = death
      delete death.child
      child.kill('SIGKILL')
      await gone(child)
    } })
    await written(['mabel@surgery.example'])
    death.child = worker()
    await gone(death.child)
    expect((await rows())[0]).toMatchObject({ sentAt: null, handedAt: null, attempts: 1 })
    expect(await round(after(5))).toBe(1)
    expect(tries).toHaveLength(2)
    expect(received).toHaveLength(1)
    expect(await states()).toEqual(['mabel@surgery.example sent'])
  }, 60_000)

  it('when the server has the mail and before it was noted is not followed by a second mail: the page says that nobody knows', async () => {
    const death: { child?: ChildProcess } = {}
    const { received } = await served({ beforeAnswer: async () => {
      death.child?.kill('SIGKILL')
      if (death.child !== undefined) await gone(death.child)
    } })
    await written(['mabel@surgery.example'])
    death.child = worker()
    await gone(death.child)
    expect(received).toHaveLength(1)
    expect(await round(after(5))).toBe(0)
    expect(await round(after(120))).toBe(0)
    expect(received).toHaveLength(1)
    expect(await states()).toEqual(['mabel@surgery.example failed unsure'])
  }, 60_000)

  it('and one that took its place never send the same mail: the slower finds it taken', async () => {
    let arrived: () => void = () => undefined
    const there = new Promise<void>((resolve) => { arrived = resolve })
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => { goOn = resolve })
    let first = true
    const { received } = await served({ beforeAddress: async () => {
      if (!first) return
      first = false
      arrived()
      await held
    } })
    await written(['mabel@surgery.example'])
    await asWorkerOf(database, async () => {
      const slow = sendWaiting(await mailSettings(), { run: randomUUID(), clock: () => after(1) })
      await there
      expect(await sendWaiting(await mailSettings(), { run: randomUUID(), clock: () => after(2) })).toBe(1)
      goOn()
      expect(await slow).toBe(0)
    })
    expect(received).toHaveLength(1)
    expect(await states()).toEqual(['mabel@surgery.example sent'])
  })
})

it('the worker sends within moments of the act, through its queue', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-mail-'))
  vi.stubEnv('HOLDFAST_HOME', home)
  try {
    const { received } = await served()
    const jobs = await asWorkerOf(database, startJobs)
    try {
      await written(['mabel@surgery.example'], {}, new Date(Date.now() - 1000))
      await asWorkerOf(database, () => vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 20_000, interval: 100 }))
    } finally {
      await jobs.stop()
    }
  } finally {
    vi.unstubAllEnvs()
    await rm(home, { recursive: true, force: true })
  }
}, 60_000)

describe('what a mail says', () => {
  it.each(Object.keys(MAIL_KINDS))('%s: a reference and a link, and words of ours', (kind) => {
    const { subject, text } = mailWords(kind, 'M-4K7Q-9WXY', 'https://holdfast.example/discussions/1')
    expect(subject).toBe('Holdfast M-4K7Q-9WXY')
    expect(text).toContain('https://holdfast.example/discussions/1')
    expect(text).not.toMatch(/child|strategy|abuse|harm|section|police/i)
  })

  it('of an unknown kind still leads to its page', () => {
    expect(mailWords('constructor', 'M-1', 'https://x').text).toContain('Something waits for you.')
  })
})

describe('the outbox', () => {
  it('is the worker’s to mark and nobody’s to edit', async () => {
    await written(['mabel@surgery.example'])
    const change = (sql: string, settings: Record<`app.${string}`, string>) => withTransaction(settings, (tx) => tx.$executeRawUnsafe(sql))
    await expect(change(`UPDATE mail SET sent_at = written_at`, { 'app.account': sender, 'app.record_boroughs': 'bromley' })).rejects.toThrow('permission denied')
    await expect(change(`SELECT to_address FROM mail`, { 'app.account': sender })).rejects.toThrow('permission denied')
    await asWorkerOf(database, async () => {
      await expect(change(`UPDATE mail SET to_address = 'x'`, {})).rejects.toThrow('permission denied')
      await expect(change(`DELETE FROM mail`, {})).rejects.toThrow('permission denied')
      await change(`UPDATE mail SET sent_at = written_at`, {})
      await expect(change(`UPDATE mail SET sent_at = NULL`, {})).rejects.toThrow('never edited')
    })
  })
})
