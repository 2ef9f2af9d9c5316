import { readHealth } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** 200 while the database answers, 503 when it is away: for balancers and for whoever is on call. */
export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.database === 'up' ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
