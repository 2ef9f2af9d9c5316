import { randomUUID } from 'node:crypto'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cookieSecret, sessionCookieName } from '@/lib/platform/auth/cookie'
import { sessionWith } from '@/lib/platform/auth/session'
import { openSession, revokeSession } from '@/lib/platform/auth/session-row'
import { db } from '@/lib/platform/db'
import { systemNow } from '@/lib/platform/clock'
import { answering } from '@/lib/platform/serve/answering.mjs'
import { arrival } from '@/lib/platform/serve/arrival.mjs'
import { aMashOfficer } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'

/** Who asks is asked as the request arrives, before the page is found: never of another request, never twice with one answer, and only where it is read. */
const database = useDatabase()
const servers: Server[] = []
let accountId: string
let sessionId: string
let cookie: string

beforeEach(async () => {
  ({ accountId } = await aMashOfficer(database))
  sessionId = await openSession(db(), accountId, 'test', systemNow())
  cookie = await encode({ token: { sid: sessionId }, secret: cookieSecret() })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })))
})

interface Asking { readonly path?: string; readonly method?: string; readonly headers?: Record<string, string> }

/** One request through our server; `page` is what Next would find, and what it makes of it is the answer. */
async function through(page: () => Promise<string>, { path = '/queue', method = 'GET', headers = { cookie: `theme=dark; ${sessionCookieName()}=${cookie}` } }: Asking = {}): Promise<string> {
  const server = createServer(answering((_, response) => { page().then((words) => response.end(words), (error: unknown) => response.end(String(error))) }, () => 0, 0))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return new Promise((resolve, reject) => {
    const asking = get({ port: (server.address() as AddressInfo).port, path, method, headers }, (answer) => {
      let words = ''
      answer.on('data', (part: Buffer) => { words += part.toString() })
      answer.once('end', () => { resolve(words) })
    })
    asking.once('error', reject)
  })
}
const whose = (found: Awaited<ReturnType<typeof sessionWith>>): string => (found === null ? 'nobody' : 'ended' in found ? 'ended' : found.accountId)
function asked() {
  if (arrival.ask === null) throw new Error('nobody has said how to ask')
  return vi.spyOn(arrival as { ask: NonNullable<typeof arrival.ask> }, 'ask')
}

describe('who asks for a page', () => {
  it('is asked before the page is found, and once: the page takes that answer', async () => {
    const ask = asked()
    // Ended while the page is being found: what was asked for at arrival stands for this page, as if it had come that moment sooner.
    const page = async () => {
      await arrival.during.getStore()?.session
      await revokeSession(accountId, sessionId, systemNow())
      return [whose(await sessionWith(cookie, systemNow(), true)), whose(await sessionWith(cookie, systemNow(), true))].join(' ')
    }
    // Whoever asks again is told how things are by then.
    expect(await through(page)).toBe(`${accountId} nobody`)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(await through(async () => whose(await sessionWith(cookie, systemNow(), true)))).toBe('nobody')
  })

  it('is never taken of another cookie, nor where nobody is there and it was asked as if somebody were', async () => {
    const other = await aMashOfficer(database)
    const theirs = await encode({ token: { sid: await openSession(db(), other.accountId, 'test', systemNow()) }, secret: cookieSecret() })
    expect(await through(async () => [whose(await sessionWith(theirs, systemNow(), true)), whose(await sessionWith(undefined, systemNow(), true))].join(' '))).toBe(`${other.accountId} nobody`)
    const left = async () => { await sessionWith(cookie, systemNow(), false); return String(arrival.during.getStore()?.session === null) }
    expect(await through(left)).toBe('false')
    expect(await through(left, { headers: { cookie: `${sessionCookieName()}=${cookie}`, 'sec-fetch-dest': 'empty' } })).toBe('true')
  })

  it('two at once are each told their own', async () => {
    const other = await aMashOfficer(database)
    const theirs = await encode({ token: { sid: await openSession(db(), other.accountId, 'test', systemNow()) }, secret: cookieSecret() })
    const page = (of: string) => async () => { await new Promise((resolve) => setTimeout(resolve, 30)); return whose(await sessionWith(of, systemNow(), true)) }
    const [mine, its] = await Promise.all([through(page(cookie)), through(page(theirs), { headers: { cookie: `${sessionCookieName()}=${theirs}` } })])
    expect([mine, its]).toEqual([accountId, other.accountId])
  })

  it.each([
    ['a form, which may take minutes to come in', { method: 'POST' }], ['a built file', { path: '/_next/static/chunks/a' }], ['a picture', { path: '/crest.svg?v=1' }], ['one who brings no cookie', { headers: {} }],
  ] as const)('is not asked of %s', async (_, asking: Asking) => {
    const ask = asked()
    expect(await through(async () => whose(await sessionWith(cookie, systemNow(), true)), asking)).toBe(accountId)
    expect(ask).not.toHaveBeenCalled()
  })

  it('asked in vain of a cookie of somebody else’s making, it is nobody; of one that is not ours, nothing is asked', async () => {
    const forged = await encode({ token: { sid: sessionId }, secret: randomUUID() })
    expect(await through(async () => whose(await sessionWith(forged, systemNow(), true)), { headers: { cookie: `${sessionCookieName()}=${forged}` } })).toBe('nobody')
    expect(await through(() => Promise.resolve(String(arrival.during.getStore())), { headers: { cookie: `x${sessionCookieName()}=${cookie}` } })).toBe('null')
  })
})
