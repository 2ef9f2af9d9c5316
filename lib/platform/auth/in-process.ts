import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { cookieOptions, cookieSecret, csrfCookieName, sessionCookieName } from './cookie'
import { authOptions } from './options'
import type { SignInProblem } from './sign-in'

/**
 * Signs in through next-auth's own callback without the browser having fetched its token first: a plain form
 * posts once. Cross-site posts are refused before (same-origin), which is what the token is for; next-auth wants
 * its pair of token and cookie all the same, so we make one for this call.
 * @returns the session's Set-Cookie header, or why not.
 */
export async function signInInProcess(request: Request, email: string, password: string): Promise<{ cookie: string } | { refused: SignInProblem }> {
  const token = randomBytes(32).toString('hex')
  const seal = createHash('sha256').update(`${token}${cookieSecret()}`).digest('hex')
  const jar = await cookies()
  jar.set(csrfCookieName(), `${token}|${seal}`, cookieOptions())

  const body = new URLSearchParams({ csrfToken: token, email, password, callbackUrl: '/' })
  const url = new URL('/api/auth/callback/credentials', request.url)
  const inner = new NextRequest(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  const answer: Response = await NextAuth(inner, { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) }, authOptions())
  jar.delete(csrfCookieName())

  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(`${sessionCookieName()}=`) && !line.startsWith(`${sessionCookieName()}=;`))
  if (cookie !== undefined) return { cookie }
  const location = answer.headers.get('location') ?? ''
  const problem = URL.canParse(location, url) ? new URL(location, url).searchParams.get('error') : null
  return { refused: problem === 'locked' || problem === 'too-many' ? problem : 'wrong' }
}
