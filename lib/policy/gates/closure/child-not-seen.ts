import { concernOf } from '../../concerns'
import { londonDate } from '../../calendar/london'
import { answerOf, textOf, type PolicyEvent } from '../../events'
import type { History } from '../../rule'
import { isSeenAndSpokenTo } from '../../seen'
import { isSupervisor } from '../../who'
import type { Gate } from '../gate'
import { enquiryBefore, isAboutAChild } from './enquiry'

/** Why a child cannot be seen, in the words of a supervisor: abroad, untraceable, dead, or an adult by now. */
const CANNOT_BE_SEEN = /abroad|overseas|left the (country|uk)|untraceable|cannot be traced|could not be traced|not traceable|\bdead\b|\bdied\b|deceased|now (an )?adult|(is|has become|turned) (an adult|18|eighteen)/i

/** inv-child-seen: no enquiry is closed on a child whom nobody has seen and spoken to (HMIC 2016 L1085–1104). */
export const closureChildNotSeen: Gate = {
  id: 'closure-child-not-seen',
  clause: 'inv-child-seen',
  kinds: ['case-closed'],
  refuses(event, history) {
    const enquiry = enquiryBefore(event, history)
    if (!isAboutAChild(enquiry) || wasAlwaysGrown(enquiry, event, history) || isSeen(enquiry) || whyNotSeen(event, enquiry) !== null) return null
    return {
      field: 'not_seen_reason', says: 'The child has not been seen and spoken to.',
      wayForward: 'See the child and speak to them, or observe them where too young. Where that cannot be, a supervisor records why: abroad, untraceable, dead, or an adult by now.',
    }
  },
}

/** Seen in this enquiry: on the day of its first concern or after. */
export function isSeen(enquiry: readonly PolicyEvent[]): boolean {
  const first = enquiry.find((event) => concernOf(event) !== null)
  return enquiry.some((event) => isSeenAndSpokenTo(event) && (first === undefined || londonDate(event.at) >= londonDate(first.at)))
}

/** A supervisor's word that the child cannot be seen, with the closure or in a review before it; null where there is none. */
export function whyNotSeen(closure: PolicyEvent, enquiry: readonly PolicyEvent[]): string | null {
  const said = enquiry.filter((event) => event.kind === 'supervisor-review').map(saidInReview).findLast((words) => words !== null)
  if (said !== undefined && said !== CAN_BE_SEEN) return said
  if (!isSupervisor(textOf(closure, 'rank') ?? textOf(closure, 'supervisor') ?? textOf(closure, 'by'))) return null
  return textOf(closure, 'not_seen_reason') ?? [textOf(closure, 'rationale'), textOf(closure, 'reason')].find((words) => words !== null && CANNOT_BE_SEEN.test(words)) ?? null
}

/** A later review found that the child can be seen after all: the reason given before it stands no longer. */
const CAN_BE_SEEN = Symbol('can be seen')

/** Where the review was asked outright whether the child can be seen, its answer counts, and no word of its direction: "find out whether they went abroad" excuses nobody. */
function saidInReview(review: PolicyEvent): string | typeof CAN_BE_SEEN | null {
  const reason = textOf(review, 'not_seen_reason')
  if (reason !== null) return reason
  const asked = answerOf(review, 'can_be_seen')
  if (asked !== null) return asked ? CAN_BE_SEEN : null
  return ['reason', 'rationale', 'direction', 'result'].map((key) => textOf(review, key)).find((words) => words !== null && CANNOT_BE_SEEN.test(words)) ?? null
}

/** An adult from the beginning of it: who became one since is "a victim now adult", and a supervisor says so. */
function wasAlwaysGrown(enquiry: readonly PolicyEvent[], closure: PolicyEvent, history: History): boolean {
  const { adultSince } = history.child
  const begun = enquiry[0]?.at ?? closure.at
  return adultSince !== undefined && adultSince !== null && adultSince.getTime() <= begun.getTime()
}
