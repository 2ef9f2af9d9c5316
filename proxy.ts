import { NextResponse, type NextRequest } from 'next/server'

/**
 * Sets headers and nothing else. It never decides access: a proxy has been walked around before
 * (CVE-2025-29927 and the bypasses of May 2026), so every page and act asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next reads the nonce out of the request's policy and gives it to its own scripts.
  headers.set('Content-Security-Policy', policy)
  headers.set('x-nonce', nonce)
  // Where to come back to after signing in: a page does not know its own address. Set here whatever the caller wrote; nothing is allowed or refused by it.
  headers.set('x-holdfast-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  // Pages about children are kept by no cache, the browser's own included.
  response.headers.set('Cache-Control', 'no-store')
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  return response
}

const secure = process.env['HOLDFAST_ORIGIN']?.startsWith('https:') ?? false

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
  const issuer = process.env['OIDC_ISSUER']
  const signInElsewhere = issuer && URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Bars that show how much time is gone get their width from a style attribute; it can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${signInElsewhere}`,
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export const config = {
  // Built files and public pictures carry no policy of their own and may be cached.
  matcher: ['/((?!_next/static|_next/image|.*\\.(?:svg|png|ico|woff2|txt)$).*)'],
}
