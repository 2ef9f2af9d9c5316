import { OPENING_PURPOSES } from '@/lib/wording/openings'

export type OpeningPurpose = keyof typeof OPENING_PURPOSES
export const PURPOSES = Object.keys(OPENING_PURPOSES) as [OpeningPurpose, ...OpeningPurpose[]]

/** How long a record stays open, in hours (domain: eight with a reason, three by break-glass). */
export const REASON_HOURS = 8
export const BREAK_GLASS_HOURS = 3
export const hoursLater = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000)
