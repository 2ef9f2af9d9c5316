import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { actorOf, type ActorFacts } from '@/lib/access/load-actor'
import { db, type Tx } from '../db'
import { env } from '../env'

/**
 * A session is a row: the cookie carries only its id, so that ending it here ends it at the next request.
 */
export interface CurrentSession {
  accountId: string
  sessionId: string
  /** When it ends if nothing more is done. */
  idleEndsAt: Date
  /** When it ends whatever is done. */
  endsAt: Date
  /** Whose it is, as they stand now; null when they may do nothing at all. */
  actor: Actor | null
}

/** A session that ran out: whose it was, so that what they sent can be kept for them. */
export interface EndedSession {
  ended: string
}

const minute = 60_000
const hour = 60 * minute
/** Being seen is written down at most this often: a page with ten requests writes once. */
const seenEvery = 30_000

/** @returns the new session's id. */
export async function openSession(tx: Tx, accountId: string, userAgent: string | null, now: Date): Promise<string> {
  const id = randomUUID()
  await tx.session.create({
    data: {
      id,
      accountId,
      createdAt: now,
      lastSeenAt: now,
      absoluteEndsAt: new Date(now.getTime() + env().HOLDFAST_SESSION_HOURS * hour),
      userAgent: userAgent?.slice(0, 300).replaceAll('\0', '').toWellFormed() ?? null,
    },
  })
  return id
}

/**
 * The session with that id as it stands at `now`: current, run out, or null when it is revoked, unknown or its
 * account disabled. Unless `touch` is false (a list that refreshes itself), being asked counts as being there.
 * One statement says it all, for every request begins with it.
 */
export async function sessionAt(sessionId: string, now: Date, touch = true): Promise<CurrentSession | EndedSession | null> {
  const [row] = await db().$queryRaw<({ accountId: string; lastSeenAt: Date; absoluteEndsAt: Date } & (ActorFacts | { id: null }))[]>`
    SELECT s.account_id AS "accountId", s.last_seen_at AS "lastSeenAt", s.absolute_ends_at AS "absoluteEndsAt", f.*
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN LATERAL actor_facts(s.account_id, ${now}::timestamptz) f ON true WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND a.disabled_at IS NULL`
  if (row === undefined) return null
  const idle = env().HOLDFAST_IDLE_MINUTES * minute
  if (now >= row.absoluteEndsAt || now.getTime() - row.lastSeenAt.getTime() >= idle) return { ended: row.accountId }

  const seenBefore = row.lastSeenAt.getTime()
  if (touch && now.getTime() - seenBefore >= seenEvery) {
    // Guarded: a session revoked or seen later in the meantime is left as it is.
    await db().session.updateMany({ where: { id: sessionId, revokedAt: null, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } })
  }
  const seen = touch ? Math.max(now.getTime(), seenBefore) : seenBefore
  const idleEndsAt = new Date(Math.min(seen + idle, row.absoluteEndsAt.getTime()))
  return { accountId: row.accountId, sessionId, idleEndsAt, endsAt: row.absoluteEndsAt, actor: row.id === null ? null : actorOf(row, now) }
}

/** Ends one of an account's sessions. @returns false when it is not theirs or ended already. */
export async function revokeSession(accountId: string, sessionId: string, now: Date): Promise<boolean> {
  const { count } = await db().session.updateMany({ where: { id: sessionId, accountId, revokedAt: null }, data: { revokedAt: now } })
  return count === 1
}

/** Ends a session by its id alone: for whoever holds its cookie. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}

/** Ends every session of an account but, if given, one. @returns how many. */
export async function revokeOtherSessions(accountId: string, keep: string | null, now: Date): Promise<number> {
  const { count } = await db().session.updateMany({
    where: { accountId, revokedAt: null, ...(keep === null ? {} : { id: { not: keep } }) },
    data: { revokedAt: now },
  })
  return count
}

export interface OwnSession {
  id: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string | null
}

/** Who an account is, for the page about oneself. */
export async function ownAccount(accountId: string): Promise<{ name: string; email: string }> {
  return db().account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, email: true } })
}

/** An account's sessions that have not ended, latest seen first; at most fifty. */
export async function ownSessions(accountId: string, now: Date): Promise<OwnSession[]> {
  const idleSince = new Date(now.getTime() - env().HOLDFAST_IDLE_MINUTES * minute)
  return db().session.findMany({
    where: { accountId, revokedAt: null, absoluteEndsAt: { gt: now }, lastSeenAt: { gt: idleSince } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
  })
}
