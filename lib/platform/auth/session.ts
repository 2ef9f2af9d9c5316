import 'server-only'
import { decode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { cookieSecret, sessionCookieName } from './cookie'
import { sessionAt, type CurrentSession, type EndedSession } from './session-row'

export type { CurrentSession, EndedSession } from './session-row'

/** A request that a list makes to refresh itself carries this header; it does not count as somebody being there. */
export const refreshHeader = 'x-holdfast-refresh'

/** Who this request comes from: a session, one that ran out (with its account), or null. Counts as being seen. */
export async function currentSession(now: Date): Promise<CurrentSession | EndedSession | null> {
  const id = await sessionIdOf((await cookies()).get(sessionCookieName())?.value)
  if (id === null) return null
  return sessionAt(id, now, !(await headers()).has(refreshHeader))
}

/** The session's id inside a cookie of ours; null for anything else: forged, of another key, or past its own date. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined || cookie === '') return null
  const token = await decode({ token: cookie, secret: cookieSecret() }).catch(() => null)
  const id = token?.['sid']
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : null
}
