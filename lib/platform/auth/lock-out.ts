import type { Settings } from '../env'

/** The limits on guessing, in minutes and counts. */
export type GuessLimits = Pick<Settings, 'HOLDFAST_LOCK_AFTER' | 'HOLDFAST_LOCK_MINUTES' | 'HOLDFAST_ADDRESS_ATTEMPTS'>

const minute = 60_000

/**
 * Whether an e-mail is locked: as many failures as the limit within the lock's length, the latest of them less than
 * that ago. Attempts made while locked are not recorded, so nobody can be kept out for ever by somebody else.
 * @param failures times of the failures since the last success, latest first.
 */
export function locked(failures: readonly Date[], limits: GuessLimits, now: Date): boolean {
  const latest = failures[0]
  const first = failures[limits.HOLDFAST_LOCK_AFTER - 1]
  if (!latest || !first) return false
  const length = limits.HOLDFAST_LOCK_MINUTES * minute
  return latest.getTime() - first.getTime() < length && now.getTime() - latest.getTime() < length
}

/** Failures from one address count for as long as a lock lasts. */
export function addressWindowStart(limits: GuessLimits, now: Date): Date {
  return new Date(now.getTime() - limits.HOLDFAST_LOCK_MINUTES * minute)
}
