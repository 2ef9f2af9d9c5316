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
  const token = await decode({ token: cookie, secret: cookieSecret() }).catch(() => null)
  const id = token?.['sid']
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : null
}
