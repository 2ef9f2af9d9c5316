import { env } from '../env'

/**
 * Where a request came from. Each proxy of ours appends the address it saw to X-Forwarded-For; what stands before
 * those entries was written by the caller and is not believed. Without proxies our own server writes the header (serve/web.mjs).
 */
export function addressOf(headers: Headers): string {
  const seen = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim()).filter(Boolean)
  return seen.at(-Math.max(1, env().HOLDFAST_PROXIES))?.slice(0, 64) ?? 'unknown'
}
