import { cookies } from 'next/headers'
import { cookieOptions, sessionCookieName } from '@/lib/platform/auth/cookie'
import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { sessionIdOf } from '@/lib/platform/auth/session'
import { endSession } from '@/lib/platform/auth/session-row'
import { systemNow } from '@/lib/platform/clock'
import { seeOther } from '@/lib/platform/forms'

/** Ends the session here and in the database: a copy of the cookie is worth nothing afterwards. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return seeOther('/')
  const jar = await cookies()
  const id = await sessionIdOf(jar.get(sessionCookieName())?.value)
  if (id !== null) await endSession(id, systemNow())
  jar.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 })
  const answer = seeOther('/sign-in?out=1')
  // A shared computer keeps nothing of who sat there: words that a meeting room kept until they were saved.
  answer.headers.set('Clear-Site-Data', '"storage"')
  return answer
}
