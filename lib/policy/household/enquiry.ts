import { NOT_MET } from '../decisions'
import { isAfter, textOf, type PolicyEvent } from '../events'
import { enquiryBefore } from '../gates/closure/enquiry'
import type { History } from '../rule'

/** Decided or discussed as section 47, or the child protected at once. */
const opens = (event: PolicyEvent): boolean => (event.kind === 'referral-decided' && ['s47', 'immediate-protection'].includes(textOf(event, 'outcome') ?? ''))
  || (event.kind === 'strategy-discussion-held' && textOf(event, 'decision') === 's47')

/**
 * The entry by which a section 47 enquiry about the child is open at that moment, or null: begun since the last one was closed, not followed by a
 * conference, and no later decision on the same referral says that the threshold is not met.
 */
export function openEnquiry(history: History): PolicyEvent | null {
  const closing: PolicyEvent = { id: '', kind: 'case-closed', at: history.now, recordedAt: history.now, order: history.events.length, referralId: null, detail: {} }
  const enquiry = enquiryBefore(closing, history)
  return enquiry.findLast((event) => opens(event) && !enquiry.some((later) => isAfter(later, event)
    && (later.kind === 'conference-held' || (later.kind === 'referral-decided' && NOT_MET.includes(textOf(later, 'outcome') ?? '') && later.referralId === event.referralId)))) ?? null
}
