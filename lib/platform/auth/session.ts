import 'server-only'
import { decode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { cookieSecret, sessionCookieName } from './cookie'
import { sessionAt, type CurrentSession, type EndedSession } from './session-row'

export type { CurrentSession, EndedSession } from './session-row'

/**
 * Who this request comes from: a session, one that ran out (with its account), or null. Counts as being seen unless
 * `seen` is false.
 */
export async function currentSession(now: Date, seen = true): Promise<CurrentSession | EndedSession | null> {
  const id = await sessionIdOf((await cookies()).get(sessionCookieName())?.value)
  return id === null ? null : sessionAt(id, now, seen)
}

/** The session's id inside a cookie of ours; null for anything else: forged, of another key, or past its own date. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined || cookie === '') return null
  const secret = cookieSecret()
  const before = opened.get(cookie)
  if (before !== undefined && before.secret === secret && Date.now() < before.until) return before.id
  const token = await decode({ token: cookie, secret }).catch(() => null)
  const id = token?.['sid']
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return null
  if (opened.size >= MOST_OPENED) opened.clear()
  if (typeof token?.['exp'] === 'number') opened.set(cookie, { id, secret, until: token['exp'] * 1000 })
  return id
}

/**
 * What cookies that this process has decrypted hold: deriving the key and decrypting again would cost every request more than asking for the session
 * itself, and says nothing new. Whether the session stands is in its row, and is asked each time.
 */
const opened = new Map<string, { readonly id: string; readonly secret: string; readonly until: number }>()
const MOST_OPENED = 2000
