import { fromOurPages, localPath } from '@/lib/platform/auth/same-origin'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'
import { seeOther } from '@/lib/platform/forms'

/**
 * Somebody is still there. To a script: JSON with the new end, 401 when the session is over. To a plain form: back to
 * where it stood.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return new Response(null, { status: 403 })
  const session = await currentSession(systemNow())
  const fromForm = request.headers.get('accept')?.includes('text/html') ?? false
  if (session === null || 'ended' in session) {
    return fromForm ? seeOther('/sign-in?ended=1') : Response.json({ ended: true }, { status: 401 })
  }
  if (!fromForm) return Response.json({ idleEndsAt: session.idleEndsAt, endsAt: session.endsAt }, { headers: { 'Cache-Control': 'no-store' } })
  const referer = request.headers.get('referer') ?? ''
  return seeOther(URL.canParse(referer) ? localPath(new URL(referer).pathname + new URL(referer).search) : '/')
}
