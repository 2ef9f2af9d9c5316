import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { locked } from '@/lib/platform/auth/lock-out'
import { passwordMatches } from '@/lib/platform/auth/password'
import { plainEmail } from '@/lib/platform/auth/sign-in'
import { db, withTransaction } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { TypedPassword } from './typed-password'

/**
 * Whether this is the actor's own password, typed just now. Counted with the attempts to sign in, in a transaction of its own, so that a
 * session left open is no place to guess at: the failure stays when the act is rolled back.
 */
export async function freshPassword(actor: Actor, typed: TypedPassword, now: Date): Promise<'right' | 'wrong' | 'locked'> {
  const email = plainEmail(actor.email)
  const attemptId = await withTransaction({}, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`sign-in ${email}`}))`
    const latest = await tx.signInAttempt.findMany({ where: { email }, orderBy: { at: 'desc' }, take: env().HOLDFAST_LOCK_AFTER })
    const success = latest.findIndex((attempt) => attempt.succeeded)
    const failures = success === -1 ? latest : latest.slice(0, success)
    if (locked(failures.map((attempt) => attempt.at), env(), now)) return null
    const id = randomUUID()
    // Written as failed and put right afterwards: guesses sent all at once each find the ones before them.
    await tx.signInAttempt.create({ data: { id, email, address: 'break-glass', at: now, succeeded: false } })
    return id
  })
  if (attemptId === null) return 'locked'
  const account = await db().account.findUnique({ where: { id: actor.accountId }, select: { passwordHash: true } })
  if (!(await passwordMatches(account?.passwordHash ?? null, typed.reveal()))) return 'wrong'
  await db().signInAttempt.update({ where: { id: attemptId }, data: { succeeded: true } })
  return 'right'
}
