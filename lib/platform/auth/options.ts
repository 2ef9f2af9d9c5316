import 'server-only'
import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { db, withTransaction } from '../db'
import { env, servedSecurely } from '../env'
import { systemNow } from '../clock'
import { addressOf } from './address'
import { cookieOptions, cookieSecret, csrfCookieName, sessionCookieName } from './cookie'
import { openIdProvider } from './open-id'
import { openSession, revokeSession } from './session-row'
import { plainEmail, signIn } from './sign-in'

/** Next-auth checks who somebody is and seals the cookie; what a session is and when it ends is ours (session-row). */
export function authOptions(): AuthOptions {
  const provider = openIdProvider()
  return {
    secret: cookieSecret(),
    useSecureCookies: servedSecurely(),
    // A day longer than the session: the cookie of one that ended says whose form it is, and what was typed is kept for them.
    session: { strategy: 'jwt', maxAge: (env().HOLDFAST_SESSION_HOURS + 24) * 3_600 },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
    },
    providers: [
      Credentials({
        credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
        async authorize(given, request) {
          const outcome = await signIn(
            {
              email: given?.email ?? '',
              password: given?.password ?? '',
              address: addressOf(new Headers(request.headers as Record<string, string>)),
              userAgent: headerText(request.headers?.['user-agent']),
            },
            systemNow(),
          )
          if ('refused' in outcome) throw new Error(outcome.refused)
          return { id: outcome.accountId, sessionId: outcome.sessionId }
        },
      }),
      ...(provider ? [provider] : []),
    ],
    callbacks: {
      // The organisation's own sign-in proves the e-mail; only an account that exists here comes in.
      async signIn({ account, profile, user }) {
        if (account?.type === 'credentials') return true
        if (!profile?.email || (profile as { email_verified?: boolean }).email_verified === false) return '/sign-in?problem=wrong'
        const known = await db().account.findUnique({ where: { email: plainEmail(profile.email) } })
        if (!known || known.disabledAt !== null) return '/sign-in?problem=wrong'
        user.sessionId = await withTransaction({}, (tx) => openSession(tx, known.id, null, systemNow()))
        user.id = known.id
        return true
      },
      // Nothing but the session's id goes into the cookie: who it is and what they may is read afresh each time.
      jwt({ token, user }) {
        return user?.sessionId ? { sid: user.sessionId, sub: user.id } : token
      },
      session({ session }) {
        return { ...session, user: {} }
      },
    },
    events: {
      async signOut({ token }) {
        const id = token?.['sid']
        if (typeof id === 'string' && token.sub) await revokeSession(token.sub, id, systemNow())
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  }
}

function headerText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
