import 'server-only'
import { hkdfSync } from 'node:crypto'
import { secret, servedSecurely } from '../env'

/** The key that next-auth encrypts the session cookie with; apart from every other use of the installation's secret. */
export function cookieSecret(): string {
  const of = secret()
  // Asked for at every request, and the same for as long as the installation's secret is.
  if (derived?.of !== of) derived = { of, key: Buffer.from(hkdfSync('sha256', of, 'holdfast', 'session cookie', 32)).toString('base64url') }
  return derived.key
}
let derived: { readonly of: string; readonly key: string } | null = null

/** `__Host-`: a browser takes such a cookie only from this very host over https, so no neighbour can plant one. */
export function sessionCookieName(): string {
  return servedSecurely() ? '__Host-holdfast-session' : 'holdfast-session'
}

export function csrfCookieName(): string {
  return servedSecurely() ? '__Host-holdfast-csrf' : 'holdfast-csrf'
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: servedSecurely() }
}
