import { overdue } from './calendar/duration'
import { numberOf, type Pack } from './packs'

/** One referral that waits in the MASH. */
export interface Waiting { readonly receivedAt: Date; readonly dueAt: Date; readonly dayEnd: boolean }

export interface Backlog {
  readonly waiting: number
  readonly oldest: Date | null
  readonly overdue: number
  /** Any past its rating's time, or more waiting than the pack's multiple of a mean day's intake (queue.mash). */
  readonly breached: boolean
}

/** mash-backlog-age: how many wait and how old the oldest is (HMIC 2016 L2364–2368). `meanDailyIntake` null: not known. */
export function backlogOf(waiting: readonly Waiting[], meanDailyIntake: number | null, pack: Pack, now: Date): Backlog {
  const late = waiting.filter((referral) => overdue(referral, now)).length
  const oldest = waiting.reduce<Date | null>((first, { receivedAt }) => (first === null || receivedAt < first ? receivedAt : first), null)
  const tooMany = meanDailyIntake !== null && waiting.length > meanDailyIntake * numberOf(pack, 'queue.mash')
  return { waiting: waiting.length, oldest, overdue: late, breached: late > 0 || tooMany }
}
