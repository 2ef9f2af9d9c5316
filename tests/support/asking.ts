import { loadActor } from '@/lib/access/load-actor'
import type { CurrentSession, EndedSession } from '@/lib/platform/auth/session'

/** Whose cookie came with the request: an account's, one whose session ran out, or nobody's. */
export interface Asking { readonly session: { readonly accountId: string } | EndedSession | null }

/** In place of the module that reads the cookie, the framework's edge: the account stands as it would for a real one. */
export function sessionOf(asking: Asking): { currentSession: (now: Date) => Promise<CurrentSession | EndedSession | null> } {
  return {
    currentSession: async (now) => {
      const { session } = asking
      if (session === null || 'ended' in session) return session
      const ends = new Date(now.getTime() + 3_600_000)
      return { accountId: session.accountId, sessionId: 'x', idleEndsAt: ends, endsAt: ends, actor: await loadActor(session.accountId, now) }
    },
  }
}
