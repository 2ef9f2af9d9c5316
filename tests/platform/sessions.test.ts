import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { loadActor } from '@/lib/access/load-actor'
import { cookieSecret } from '@/lib/platform/auth/cookie'
import { hashPassword } from '@/lib/platform/auth/password'
import { bringsItselfUpToDate } from '@/lib/platform/auth/page-actor'
import { sessionIdOf } from '@/lib/platform/auth/session'
import { ownSessions, revokeOtherSessions, revokeSession, sessionAt } from '@/lib/platform/auth/session-row'
import { signIn } from '@/lib/platform/auth/sign-in'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const start = new Date('2026-04-02T03:10:00Z')
const after = (minutes: number, seconds = 0) => new Date(start.getTime() + minutes * 60_000 + seconds * 1_000)
const password = 'correct horse'
let email: string
let accountId: string

beforeEach(async () => {
  email = `${randomUUID()}@met.example`
  accountId = randomUUID()
  await database.admin('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [
    accountId, email, 'Morag Test', await hashPassword(password), start,
  ])
})

const asked = (given: Partial<Parameters<typeof signIn>[0]> = {}) => ({ email, password, address: randomUUID(), userAgent: 'test', ...given })

async function session(now = start): Promise<string> {
  const outcome = await signIn(asked(), now)
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome.sessionId
}

describe('signing in', () => {
  it('opens a session for the right password, whatever the case of the e-mail', async () => {
    const outcome = await signIn(asked({ email: `  ${email.toUpperCase()} ` }), start)
    expect(outcome).toMatchObject({ accountId })
  })

  it('answers a wrong password, an unknown e-mail and a disabled account alike', async () => {
    await expect(signIn(asked({ password: 'wrong' }), start)).resolves.toEqual({ refused: 'wrong' })
    await expect(signIn(asked({ email: 'nobody@met.example' }), start)).resolves.toEqual({ refused: 'wrong' })
    await database.admin('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, start])
    await expect(signIn(asked(), start)).resolves.toEqual({ refused: 'wrong' })
    expect(await database.admin('SELECT id FROM session WHERE account_id = $1', [accountId])).toEqual([])
  })

  it.each(['', 'a\0b@met.example', '\ud800@met.example', `${'a'.repeat(300)}@met.example`])('refuses an e-mail that cannot be stored without failing (%#)', async (bad) => {
    await expect(signIn(asked({ email: bad }), start)).resolves.toEqual({ refused: 'wrong' })
  })
})

describe('the lock', () => {
  const fail = async (times: number, at: (index: number) => Date) => {
    for (let index = 0; index < times; index += 1) await signIn(asked({ password: 'wrong' }), at(index))
  }

  it('closes after the fifth failure, even to the right password, and opens a quarter of an hour after it', async () => {
    await fail(5, (index) => after(index))
    await expect(signIn(asked(), after(5))).resolves.toEqual({ refused: 'locked' })
    await expect(signIn(asked(), after(18, 59))).resolves.toEqual({ refused: 'locked' })
    await expect(signIn(asked(), after(19))).resolves.toMatchObject({ accountId })
  })

  it('stays open after four failures', async () => {
    await fail(4, (index) => after(index))
    await expect(signIn(asked(), after(4))).resolves.toMatchObject({ accountId })
  })

  it('counts anew after a success', async () => {
    await fail(4, (index) => after(index))
    await session(after(4))
    await fail(4, (index) => after(5 + index))
    await expect(signIn(asked(), after(9))).resolves.toMatchObject({ accountId })
  })

  it('does not close on slow mistakes', async () => {
    await fail(8, (index) => after(index * 4))
    await expect(signIn(asked(), after(33))).resolves.toMatchObject({ accountId })
  })

  it('is not kept closed by attempts made meanwhile', async () => {
    await fail(5, () => start)
    await fail(5, () => after(14))
    await expect(signIn(asked(), after(15))).resolves.toMatchObject({ accountId })
  })

  it('holds against guesses sent all at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => signIn(asked({ password: 'wrong' }), start)))
    expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'wrong')).toHaveLength(5)
  })

  it('closes on an e-mail without an account just the same', async () => {
    const unknown = `${randomUUID()}@met.example`
    for (let index = 0; index < 5; index += 1) await signIn(asked({ email: unknown }), start)
    await expect(signIn(asked({ email: unknown }), start)).resolves.toEqual({ refused: 'locked' })
  })

  it('closes an address that tries many e-mails', async () => {
    const address = randomUUID()
    for (let index = 0; index < 60; index += 1) {
      await database.admin('INSERT INTO sign_in_attempt (id, email, address, at, succeeded) VALUES ($1, $2, $3, $4, false)', [randomUUID(), `${index}@met.example`, address, start])
    }
    await expect(signIn(asked({ address }), after(1))).resolves.toEqual({ refused: 'too-many' })
    await expect(signIn(asked({ address }), after(15))).resolves.toMatchObject({ accountId })
  })
})

describe('a session', () => {
  it('is current while it is used, and says when it would end', async () => {
    const id = await session()
    await expect(sessionAt(id, after(29))).resolves.toMatchObject({ accountId, sessionId: id, idleEndsAt: after(59), endsAt: after(12 * 60) })
    await expect(sessionAt(id, after(58))).resolves.toMatchObject({ accountId })
  })

  it('says who it is as they stand at that moment, and nobody where every role has ended or none began', async () => {
    const id = await session()
    await expect(sessionAt(id, after(1))).resolves.toMatchObject({ accountId, actor: null })
    const team = randomUUID()
    await database.admin(`INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1::uuid, $1::text, 'Bromley MASH', 'police', 'mash', '{bromley}')`, [team])
    await database.admin(`INSERT INTO membership (id, account_id, team_id, role, since, ended_at) VALUES ($1, $2, $3, 'mash-officer', $4, $5)`, [randomUUID(), accountId, team, after(2), after(4)])
    await expect(sessionAt(id, after(1, 59))).resolves.toMatchObject({ accountId, actor: null })
    const current = await sessionAt(id, after(3))
    expect(current).toMatchObject({ accountId, actor: { accountId, name: 'Morag Test', memberships: [{ role: 'mash-officer', boroughs: ['bromley'] }] } })
    expect(current).toHaveProperty('actor', await loadActor(accountId, after(3)))
    await expect(sessionAt(id, after(4))).resolves.toMatchObject({ accountId, actor: null })
  })

  it('ends after thirty idle minutes, and says whose it was', async () => {
    const id = await session()
    await expect(sessionAt(id, after(29, 59))).resolves.toMatchObject({ accountId })
    const other = await session()
    await expect(sessionAt(other, after(30))).resolves.toEqual({ ended: accountId })
  })

  it('is not kept alive by a list that refreshes itself', async () => {
    const id = await session()
    await expect(sessionAt(id, after(20), false)).resolves.toMatchObject({ accountId, idleEndsAt: after(30) })
    await expect(sessionAt(id, after(30))).resolves.toEqual({ ended: accountId })
  })

  it('is seen where a person opens a page, and not where a list brings itself up to date', () => {
    const says = (dest?: string): boolean => bringsItselfUpToDate(new Headers(dest === undefined ? {} : { 'sec-fetch-dest': dest }))
    expect(says('empty')).toBe(true)
    expect(says('document')).toBe(false)
    // A script with a cookie jar says nothing of the kind, and is somebody.
    expect(says()).toBe(false)
  })

  it('ends after twelve hours however busy', async () => {
    const id = await session()
    for (let minute = 25; minute < 12 * 60; minute += 25) await expect(sessionAt(id, after(minute))).resolves.toMatchObject({ accountId })
    await expect(sessionAt(id, after(12 * 60 - 1))).resolves.toMatchObject({ idleEndsAt: after(12 * 60) })
    await expect(sessionAt(id, after(12 * 60))).resolves.toEqual({ ended: accountId })
  })

  it('is refused at the next request once revoked', async () => {
    const id = await session()
    await expect(sessionAt(id, after(1))).resolves.toMatchObject({ accountId })
    await expect(revokeSession(accountId, id, after(2))).resolves.toBe(true)
    await expect(sessionAt(id, after(2))).resolves.toBeNull()
    await expect(revokeSession(accountId, id, after(3))).resolves.toBe(false)
  })

  it('cannot be revoked by somebody else', async () => {
    const id = await session()
    await expect(revokeSession(randomUUID(), id, after(1))).resolves.toBe(false)
    await expect(sessionAt(id, after(1))).resolves.toMatchObject({ accountId })
  })

  it('is refused once its account is disabled', async () => {
    const id = await session()
    await database.admin('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, after(1)])
    await expect(sessionAt(id, after(1))).resolves.toBeNull()
  })

  it('can be ended everywhere else at once', async () => {
    const [here, elsewhere] = [await session(), await session()]
    await expect(revokeOtherSessions(accountId, here, after(1))).resolves.toBe(1)
    await expect(sessionAt(elsewhere, after(1))).resolves.toBeNull()
    expect((await ownSessions(accountId, after(1))).map((own) => own.id)).toEqual([here])
  })
})

describe('the cookie', () => {
  it('gives the session its own id back and nothing for a forged one', async () => {
    const id = randomUUID()
    const ours = await encode({ token: { sid: id }, secret: cookieSecret() })
    const forged = await encode({ token: { sid: id }, secret: 'another secret' })
    await expect(sessionIdOf(ours)).resolves.toBe(id)
    await expect(sessionIdOf(forged)).resolves.toBeNull()
    await expect(sessionIdOf(`${ours}x`)).resolves.toBeNull()
    await expect(sessionIdOf(undefined)).resolves.toBeNull()
    // Read once, it is known: until its own date, and of this installation alone.
    await expect(sessionIdOf(ours)).resolves.toBe(id)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 24 * 3_600_000 })
    await expect(sessionIdOf(ours)).resolves.toBeNull()
    vi.useRealTimers()
    const before = process.env['HOLDFAST_SECRET']
    process.env['HOLDFAST_SECRET'] = 'another-secret-of-another-installation-0123456789'
    await expect(sessionIdOf(ours)).resolves.toBeNull()
    process.env['HOLDFAST_SECRET'] = before
    await expect(sessionIdOf(ours)).resolves.toBe(id)
  })
})
