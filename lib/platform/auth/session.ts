import 'server-only'
import { decode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { systemNow } from '../clock'
import { arrival, type AskedAtArrival } from '../serve/arrival.mjs'
import { cookieSecret, sessionCookieName } from './cookie'
import { sessionAt, type CurrentSession, type EndedSession } from './session-row'

export type { CurrentSession, EndedSession } from './session-row'

/**
 * Who this request comes from: a session, one that ran out (with its account), or null. Counts as being seen unless
 * `seen` is false.
 */
export async function currentSession(now: Date, seen = true): Promise<CurrentSession | EndedSession | null> {
  return sessionWith((await cookies()).get(sessionCookieName())?.value, now, seen)
}

/** The session of that cookie, as it was asked for when this request arrived; asked for now where it was not, or was by another cookie. */
export async function sessionWith(cookie: string | undefined, now: Date, seen: boolean): Promise<CurrentSession | EndedSession | null> {
  const asked = arrival.during.getStore()
  if (asked != null && asked.session !== null && asked.cookie === cookie && asked.seen === seen) {
    const { session } = asked
    // Once: whoever asks again, minutes later on a line that stays open, is told how things are by then.
    asked.session = null
    return session
  }
  return sessionOf(cookie, now, seen)
}

async function sessionOf(cookie: string | undefined, now: Date, seen: boolean): Promise<CurrentSession | EndedSession | null> {
  const id = await sessionIdOf(cookie)
  return id === null ? null : sessionAt(id, now, seen)
}

/** Begun as the request arrives, while Next finds its page. Where nobody takes it, or another cookie is asked for, it was asked in vain and changes nothing. */
arrival.ask = (cookies: string, seen: boolean): AskedAtArrival | null => {
  const name = `${sessionCookieName()}=`
  const cookie = cookies.split('; ').find((pair) => pair.startsWith(name))?.slice(name.length)
  if (cookie === undefined) return null
  const session = sessionOf(cookie, systemNow(), seen)
  // Told to whoever takes it; where nobody does, a database that is down must not end the process.
  session.catch(() => undefined)
  return { cookie, seen, session }
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
