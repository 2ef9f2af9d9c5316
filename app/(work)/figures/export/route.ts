import { questionOf } from '@/lib/figures/asked'
import { exportFigures } from '@/lib/figures/export/export'
import { orCounting } from '@/lib/figures/patience'
import { currentSession } from '@/lib/platform/auth/session'
import { systemNow } from '@/lib/platform/clock'

export const dynamic = 'force-dynamic'

/** A table of figures as CSV or ODS: 401 without a session, 404 for who may not take it away, 503 with the reason where it is not counted yet. */
export async function GET(request: Request): Promise<Response> {
  const now = systemNow()
  const session = await currentSession(now)
  if (session === null || 'ended' in session) return new Response(null, { status: 401 })
  const { actor } = session
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const file = actor === null ? null : await orCounting(() => exportFigures(actor, { ...questionOf(asked), table: asked['table'] ?? null, format: asked['format'] ?? null, since: asked['since'] ?? null, behind: asked['behind'] ?? null }, now))
  if (file === null) return new Response(null, { status: 404 })
  if ('counting' in file) {
    const { title, says } = file.words
    return new Response(`${title}\n\n${says}\n\nNo file was made.\n`, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '300', 'Cache-Control': 'no-store' } })
  }
  const body = typeof file.body === 'string' ? file.body : new Uint8Array(file.body)
  // Names of children may stand in it: kept by nothing in between.
  return new Response(body, { headers: { 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${file.name}"`, 'Cache-Control': 'no-store' } })
}
