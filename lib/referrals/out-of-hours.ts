import { owedWords } from '@/lib/deadlines/owed-words'
import { receivedOutOfHours } from '@/lib/policy/calendar/mash-hours'
import { BeyondHolidayData } from '@/lib/policy/calendar/duration'

/** Did it come in while the MASH was closed? A marker that moves no clock. A day outside the holiday data is not marked. */
export function cameInOutOfHours(at: Date): boolean {
  try {
    return receivedOutOfHours(at)
  } catch (error) {
    if (error instanceof BeyondHolidayData) return false
    throw error
  }
}

/**
 * Who owes what is due next, at `now`: what came in urgent while the MASH was closed is the emergency duty team's until
 * it opens, and is handed over then (time-out-of-hours); the rest waits for the MASH, and its clock does not. `handedOver`: the
 * emergency duty team left it to the next shift by name (lib/handover).
 */
export function owedNow(owedBy: string, referral: { readonly receivedAt: Date; readonly urgent: boolean; readonly handedOver: boolean }, now: Date): string {
  if (!['mash', 'csc'].includes(owedBy) || !cameInOutOfHours(referral.receivedAt)) return owedWords(owedBy)
  // Only where it was: nobody looks for a note of the night that was never written.
  if (!cameInOutOfHours(now)) return referral.handedOver ? `${owedWords(owedBy)}, handed over by the emergency duty team` : owedWords(owedBy)
  return referral.urgent ? 'Emergency duty team, until the MASH opens' : owedWords(owedBy)
}
