import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { currentSession } from '@/lib/platform/auth/session'
import { sessionAt } from '@/lib/platform/auth/session-row'
import { systemNow } from '@/lib/platform/clock'
import { eventStream } from '@/lib/platform/live/event-stream'
import { listenToHeads } from '@/lib/platform/live/heads'
import { readMark, type Mark } from '@/lib/referrals/changes'

/** Who is still there and what they may still see is asked this often while the line stands. */
const CHECK_EVERY = 15_000
/** The browser comes back by itself: no line outlives a deployment or a forgotten screen. */
const LONGEST = 5 * 60_000

/**
 * A line that tells a list how many of its rows have changed since the page was made: a number and nothing else. Standing there counts as nobody
 * being there; the line ends with the session. `changesSince` answers null for whoever has no such list.
 */
export async function changesLine(request: Request, may: (actor: Actor) => boolean, changesSince: (actor: Actor, mark: Mark) => Promise<number | null>): Promise<Response> {
  const session = await currentSession(systemNow(), false)
  if (session === null || 'ended' in session) return new Response(null, { status: 401 })
  if (session.actor === null || !may(session.actor)) return new Response(null, { status: 404 })
  const since = readMark(new URL(request.url).searchParams.get('since') ?? '')

  return eventStream(request.signal, LONGEST, ({ send, end }) => {
    let told = 0
    const tell = async (): Promise<void> => {
      // As whoever they are now: a membership that ended while the line stood sees nothing more.
      const now = await loadActor(session.accountId, systemNow())
      const changed = now === null ? null : await changesSince(now, since)
      if (changed === null) return end()
      if (changed > told) send('changed', String(changed))
      told = Math.max(told, changed)
    }
    const check = async (): Promise<void> => {
      const still = await sessionAt(session.sessionId, systemNow(), false)
      if (still !== null && !('ended' in still)) return send('there', '')
      send('ended', '')
      end()
    }
    const quietly = (work: () => Promise<void>) => () => { work().catch(end) }
    const stop = listenToHeads((heads) => {
      if ([...since].some(([ledger, seq]) => (heads.get(ledger) ?? 0) > seq)) quietly(tell)()
    })
    const tick = setInterval(quietly(check), CHECK_EVERY)
    quietly(tell)()
    return () => {
      stop()
      clearInterval(tick)
    }
  })
}
