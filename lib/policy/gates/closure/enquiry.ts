import { concernOf } from '../../concerns'
import { isAfter, type EventKind, type PolicyEvent } from '../../events'
import type { History } from '../../rule'

/** What belongs to the enquiry that is to be closed: everything since the last one was closed. */
export function enquiryBefore(closure: PolicyEvent, history: History): readonly PolicyEvent[] {
  const before = history.events.filter((earlier) => earlier.id !== closure.id && !isAfter(earlier, closure))
  return before.slice(before.findLastIndex((earlier) => earlier.kind === 'case-closed') + 1)
}

/** What begins an enquiry after one was closed. A receipt, a dissent or a word put right about the closed one does not. */
const BEGINS: ReadonlySet<EventKind> = new Set([
  'contact-received', 'referral-made', 'pac-submitted', 'information-received', 'referral-facts-added', 'case-allocated', 'crime-recorded', 'strategy-discussion-held', 'enquiry-visit',
  'police-protection', 'emergency-protection-order', 'suspect-action', 'complaint-withdrawn', 'missing-reported', 'detained',
])

/** Is there an enquiry to be closed? Of a child with none closed before, whatever is on record. */
export const isEnquiryOpen = (closure: PolicyEvent, history: History): boolean => {
  const enquiry = enquiryBefore(closure, history)
  return history.events.some((event) => event.kind === 'case-closed' && !isAfter(event, closure)) ? enquiry.some((event) => BEGINS.has(event.kind)) : enquiry.length > 0
}

/** Images or an offender, and no child identified: there is nobody to see yet. */
const NO_CHILD_YET: readonly string[] = ['indecent-images', 'offender-risk']

/** Is it about a child who can be seen? A case of images or of an offender alone is not; a child that nobody described is. */
export function isAboutAChild(enquiry: readonly PolicyEvent[]): boolean {
  const concerns = enquiry.map(concernOf).filter((concern) => concern !== null)
  return concerns.length === 0 ? !enquiry.some((event) => event.kind === 'offender-registered') : concerns.some((concern) => !NO_CHILD_YET.includes(concern))
}
