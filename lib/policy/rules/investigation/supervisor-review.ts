import { dueAfter } from '../../calendar/duration'
import { concernOf } from '../../concerns'
import { endsForThresholdNotMet } from '../../decisions'
import { answerOf, instantOf, isAfter, type EventKind, type PolicyEvent } from '../../events'
import { closesMatter } from '../../matter'
import { durationOf } from '../../packs'
import type { History, TimescaleRule } from '../../rule'

const WITH_CONCERN: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received']
const ALWAYS: readonly EventKind[] = ['case-allocated', 'offender-registered']

/** supervisor.review, inv-supervision: an open case is reviewed by a supervisor, again and again (HMIC 2016 L2994–3008, L4050–4054). */
export const supervisorReview: TimescaleRule = {
  form: 'clock',
  id: 'investigation/supervisor-review',
  alert: 'supervisor-review-overdue',
  breach: true,
  title: 'Supervisor review',
  plain: 'A supervisor reviews an open case every 28 days: what was done, what is still to do, who is at risk. Each review starts the next 28 days while the case is open, or a shorter time that the supervisor sets.',
  meets: 'A supervisor’s review on the record, or the case closed.',
  clause: 'supervisor.review',
  owedBy: 'police',
  opens: 'once',
  parameters: ['supervisor.review'],
  starts(event, history) {
    const again = isOfTheCase(event) && isOpenCase(event, history)
    if (!again && !opensCase(event)) return null
    const duration = durationOf(history.packAt(event), 'supervisor.review')
    const sooner = again ? instantOf(event, 'next_review') : null
    // A date of the supervisor's own only tightens: one later than the policy's is none.
    if (sooner !== null && sooner.getTime() < dueAfter(event.at, duration).dueAt.getTime()) {
      return { by: event, from: event.at, duration: { unit: 'given' }, dueAt: sooner, dayEnd: answerOf(event, 'next_review_day_end') === true, parameter: 'supervisor.review', because: ['the case was reviewed and is still open', 'the supervisor set this date for the next review'] }
    }
    return {
      by: event, from: event.at, duration, parameter: 'supervisor.review', because: [again ? 'the case was reviewed and is still open' : 'the case is open'],
    }
  },
  stops(event, clock, history) {
    if (isOfTheCase(event)) return { how: 'met' }
    if (event.kind === 'case-closed') return { how: 'ended', why: 'case-closed' }
    // A referral closes on its decision: what stood on its concern alone has no case left to review.
    return concernOf(clock.by) !== null && endsForThresholdNotMet(event, clock.by, history) ? { how: 'ended', why: 'threshold-not-met' } : null
  },
  stillAnswered: () => false,
}

/** An inspector's word on the grade of a missing child reviews the search and not the case. */
const isOfTheCase = (event: PolicyEvent): boolean => event.kind === 'supervisor-review' && event.detail['about'] !== 'missing-episode'

const opensCase = (event: PolicyEvent): boolean => ALWAYS.includes(event.kind) || (WITH_CONCERN.includes(event.kind) && concernOf(event) !== null)

/** Something opened a case before the review, and nothing closed it since. */
function isOpenCase(review: PolicyEvent, history: History): boolean {
  const before = history.events.filter((earlier) => isAfter(review, earlier))
  return before.slice(before.findLastIndex((earlier) => closesMatter(earlier, history)) + 1).some(opensCase)
}
