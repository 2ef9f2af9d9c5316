import { suggestPeople } from '@/lib/people/search'
import { suggestionOf } from '@/lib/people/suggestion'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

/** A few people whose name goes on as it was begun, for the box of the search: 401 without a session, an empty list for whoever finds nobody. */
export async function GET(request: Request): Promise<Response> {
  const now = systemNow()
  const session = await currentSession(now)
  if (session === null || 'ended' in session) return new Response(null, { status: 401 })
  const { actor } = session
  if (actor === null) return new Response(null, { status: 404 })
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
  // Names of children: kept by no browser and nothing in between.
  return Response.json((await suggestPeople(actor, typed, now)).map(suggestionOf), { headers: { 'Cache-Control': 'no-store' } })
}
