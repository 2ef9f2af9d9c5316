import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { currentSession } from '@/lib/platform/auth/session'
import { revokeOtherSessions, revokeSession } from '@/lib/platform/auth/session-row'
import { systemNow } from '@/lib/platform/clock'
import { seeOther, textFields } from '@/lib/platform/forms'

/** Ends one of the own sessions, or all the others. Somebody else's is left alone, and the answer is the same. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return seeOther('/account')
  const now = systemNow()
  const current = await currentSession(now)
  if (current === null || 'ended' in current) return seeOther('/sign-in?next=/account')
  const fields = await textFields(request)
  if (fields instanceof Response) return fields
  const asked = fields.get('session') ?? ''
  if (asked === 'others') await revokeOtherSessions(current.accountId, current.sessionId, now)
  else if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked)) await revokeSession(current.accountId, asked, now)
  return seeOther('/account?ended=1')
}
