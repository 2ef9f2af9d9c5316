import { numberOf, type Pack } from './packs'

/** What waits in one borough's MASH. `overdue`: past the time of their rating. */
export interface Waiting { readonly waiting: number; readonly overdue: number }

/** Days of intake that a mean day is made of: short enough to follow a borough that grows, long enough to hold whole weeks. */
export const INTAKE_DAYS = 28

export interface Backlog {
  readonly late: boolean
  /** More waiting than the pack's multiple of a mean day's intake (queue.mash). */
  readonly tooMany: boolean
}

/** mash-backlog-age: any past its rating's time, or too many (HMIC 2016 L2364–2368). `meanDailyIntake` null: not known. */
export function backlogOf(found: Waiting, meanDailyIntake: number | null, pack: Pack): Backlog {
  return { late: found.overdue > 0, tooMany: meanDailyIntake !== null && found.waiting > meanDailyIntake * numberOf(pack, 'queue.mash') }
}
