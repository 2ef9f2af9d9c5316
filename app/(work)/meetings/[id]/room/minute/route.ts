import { saveTyped } from '@/lib/meetings/room/save-typed'
import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'
import { textFields } from '@/lib/platform/forms'

/**
 * One field of the minutes, sent by a script while it is typed: by the same rules as the door of the forms (a page of ours, a session, a number that
 * makes it happen once), and by the same act. Answers with what stands now.
 */
export async function POST(request: Request): Promise<Response> {
  const answer = (status: number, body: object): Response => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
  if (!fromOurPages(request.headers)) return answer(403, { says: 'This was not sent from Holdfast.' })
  const now = systemNow()
  const session = await currentSession(now)
  if (session === null || 'ended' in session) return answer(401, {})
  const fields = await textFields(request)
  if (fields instanceof Response) return answer(422, { says: 'This is longer than Holdfast takes: shorten it.' })
  const { actor } = session
  if (actor === null) return answer(401, {})
  const { status, body } = await saveTyped(fields, actor, now)
  return answer(status, body)
}
