import { answerOf, type PolicyEvent } from './events'

/**
 * Has the child been seen and spoken to by this entry (inv-child-seen)? Seen and observed where too young or unable to speak.
 * Not known whether the child was spoken to is not enough. A visit marked `linked` was to the other child.
 */
export function isSeenAndSpokenTo(event: PolicyEvent): boolean {
  if (answerOf(event, 'linked') === true) return false
  switch (event.kind) {
    case 'child-seen': return answerOf(event, 'spoken_to') === true || answerOf(event, 'observed') === true
    case 'child-interviewed': return true
    case 'safe-and-well-check': return answerOf(event, 'seen') === true && answerOf(event, 'spoken_to') === true
    case 'enquiry-visit': return answerOf(event, 'child_spoken_to') === true || (answerOf(event, 'child_seen') === true && answerOf(event, 'spoken_to') === true)
    default: return false
  }
}
