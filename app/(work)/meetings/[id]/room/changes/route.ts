import { roomChanges } from '@/lib/meetings/room/queries'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'

/** What has changed in a room since a moment. A screen that asks counts as nobody being there: it ends with the session. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const now = systemNow()
  const nothing = (status: number): Response => new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })
  const session = await currentSession(now, false)
  if (session === null || 'ended' in session) return nothing(401)
  const { actor } = session
  const { id } = await params
  const since = new Date(new URL(request.url).searchParams.get('since') ?? '')
  if (actor === null || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(since.getTime())) return nothing(404)
  const changes = await roomChanges(actor, id, since, now)
  return changes === null ? nothing(404) : Response.json(changes, { headers: { 'Cache-Control': 'no-store' } })
}
