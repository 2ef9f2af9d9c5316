import 'server-only'
import { randomUUID } from 'node:crypto'
import { db, withTransaction, type Tx } from '../db'
import { env } from '../env'
import { addressWindowStart, locked, type GuessLimits } from './lock-out'
import { passwordMatches } from './password'
import { openSession } from './session-row'

export interface SignInAsked {
  email: string
  password: string
  /** Where the request came from, as far as it can be known. */
  address: string
  userAgent: string | null
}

/** `wrong` covers an unknown e-mail, a wrong password and a disabled account alike: which of them it was is nobody's business. */
export type SignInProblem = 'wrong' | 'locked' | 'too-many'

export type SignInOutcome = { accountId: string; sessionId: string } | { refused: SignInProblem }

/** E-mail addresses are compared as people type them: case and surrounding space do not matter. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase().normalize('NFC')
}

/** Text that PostgreSQL cannot hold, or that no account could have. */
function impossible(asked: SignInAsked): boolean {
  const email = plainEmail(asked.email)
  return email === '' || email.length > 254 || email.includes('\0') || !email.isWellFormed() || asked.password === '' || asked.password.length > 1_000 || !asked.password.isWellFormed()
}

/**
 * Checks a password and opens a session. The attempt is written as failed before the password is looked at and
 * corrected afterwards: guesses sent all at once each find the ones before them.
 */
export async function signIn(asked: SignInAsked, now: Date): Promise<SignInOutcome> {
  if (impossible(asked)) return { refused: 'wrong' }
  const email = plainEmail(asked.email)
  const attempt = await withTransaction({}, (tx) => reserveAttempt(tx, email, asked.address, now))
  if ('refused' in attempt) return attempt

  const account = await db().account.findUnique({ where: { email } })
  const matches = await passwordMatches(account?.passwordHash ?? null, asked.password)
  if (!account || !matches || account.disabledAt !== null) return { refused: 'wrong' }

  return withTransaction({}, async (tx) => {
    await tx.signInAttempt.update({ where: { id: attempt.id }, data: { succeeded: true } })
    const session = await openSession(tx, account.id, asked.userAgent, now)
    return { accountId: account.id, sessionId: session }
  })
}

async function reserveAttempt(tx: Tx, email: string, address: string, now: Date): Promise<{ id: string } | { refused: SignInProblem }> {
  const limits = env()
  // One attempt on an e-mail at a time while it is counted; held for milliseconds, not while the password is hashed.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`sign-in ${email}`}))`
  if (await emailLocked(tx, email, limits, now)) return { refused: 'locked' }
  const fromAddress = await tx.signInAttempt.count({ where: { address, succeeded: false, at: { gt: addressWindowStart(limits, now) } } })
  if (fromAddress >= limits.HOLDFAST_ADDRESS_ATTEMPTS) return { refused: 'too-many' }
  const id = randomUUID()
  await tx.signInAttempt.create({ data: { id, email, address, at: now, succeeded: false } })
  return { id }
}

async function emailLocked(tx: Tx, email: string, limits: GuessLimits, now: Date): Promise<boolean> {
  const latest = await tx.signInAttempt.findMany({ where: { email }, orderBy: { at: 'desc' }, take: limits.HOLDFAST_LOCK_AFTER })
  const success = latest.findIndex((attempt) => attempt.succeeded)
  const failures = success === -1 ? latest : latest.slice(0, success)
  return locked(failures.map((attempt) => attempt.at), limits, now)
}
