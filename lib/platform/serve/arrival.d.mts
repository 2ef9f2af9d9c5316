import type { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { CurrentSession, EndedSession } from '../auth/session-row'

/** A session asked for when its request arrived, for the first who wants it; null when it was taken. */
export interface AskedAtArrival {
  readonly cookie: string
  readonly seen: boolean
  session: Promise<CurrentSession | EndedSession | null> | null
}

export interface Arrival {
  /** Within the answering of a request: what was begun when it arrived. */
  readonly during: AsyncLocalStorage<AskedAtArrival | null>
  /** Begins to ask; null as long as no page was made that has said how. */
  ask: ((cookies: string, seen: boolean) => AskedAtArrival | null) | null
}

export const arrival: Arrival
export function asArrived(request: IncomingMessage, answer: () => void): void
