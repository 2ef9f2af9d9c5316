import { isAfter, textOf, type EventKind, type PolicyEvent } from '../../events'
import { mashParameter } from '../../due/choosers'
import { dueAfter, overdue } from '../../calendar/duration'
import { durationOf } from '../../packs'
import { answersAgain } from '../once'
import { isRecordedAfter, sameMatter, sameReferral } from '../../decisions'
import type { History, TimescaleRule } from '../../rule'
import { momentOf } from '../strategy-discussion/threshold'

const STOPS: readonly EventKind[] = ['risk-assessed', 'strategy-discussion-held', 'cse-category-set', 'case-allocated', 'referral-decided']

/** mash-rag-red, mash-rag-amber, mash-rag-green, mash-rag-blue, mash-rag-change: a referral or PAC assessed in the time its rating gives. */
export const mashAssessment: TimescaleRule = {
  form: 'clock',
  id: 'mash/assessment',
  alert: 'mash-assessment-overdue',
  breach: true,
  title: 'MASH assessment',
  plain: 'A referral is assessed in the MASH in the time its rating gives: red four hours, amber one working day, green three working days from receipt; blue has no time. A changed rating counts again from the original receipt.',
  meets: 'The first risk assessment, a decision, an allocation or a strategy discussion.',
  clause: 'mash-rag-amber',
  owedBy: 'mash',
  opens: 'once',
  parameters: ['mash.decision.red', 'mash.decision.amber', 'mash.decision.green'],
  starts(event, history) {
    const rated = ratedEvent(event, history)
    if (rated === null) return null
    const rag = textOf(event, 'rag')
    // mash-rag-blue: no additional need, so no time runs. Of a police checklist, or said by a social worker later: whoever refers a child asks for a decision.
    if (rag === 'blue' && (rated.kind === 'pac-submitted' || event.kind === 'rag-set')) return null
    const parameter = mashParameter({ rag })
    return {
      by: event, from: momentOf(rated, 'received_at'), duration: durationOf(history.packAt(event), parameter), parameter,
      because: [rag === null ? 'no rating was given, so amber is taken' : `it is rated ${rag}`], restates: event.kind === 'rag-set',
    }
  },
  stops(event, clock, history) {
    if (event.kind === 'rag-set' && textOf(event, 'rag') === 'blue' && sameReferral(event, clock.by)) {
      // What is late is not made to be in time by a lower rating.
      return overdue(dueAfter(clock.from, clock.duration), event.at) ? null : { how: 'ended', why: 'rated-blue' }
    }
    if (!STOPS.includes(event.kind)) return null
    // A decision is about its own referral: another that waits beside it has been assessed by nobody.
    return event.kind !== 'referral-decided' || (sameMatter(event, clock.by, history) && !isRecordedAfter(clock.by, event)) ? { how: 'met' } : null
  },
  stillAnswered: assessmentStillAnswers,
}

/** Not for what comes months later, brings something new, a concern that was not before whoever assessed, or is rated red where nothing was. */
function assessmentStillAnswers(event: PolicyEvent, assessed: PolicyEvent, history: History): boolean {
  if (!answersAgain(event, assessed, history)) return false
  const rated = (earlier: PolicyEvent): boolean => isAfter(assessed, earlier) && isAfter(event, earlier) && textOf(earlier, 'rag') === 'red'
  return textOf(event, 'rag') !== 'red' || history.events.some(rated)
}

/** The event whose receipt counts: the referral or PAC itself, or for a changed rating the referral it belongs to. */
function ratedEvent(event: PolicyEvent, history: History): PolicyEvent | null {
  if (event.kind === 'referral-made' || event.kind === 'pac-submitted') return event
  if (event.kind !== 'rag-set') return null
  return history.events.findLast((earlier) => (earlier.kind === 'referral-made' || earlier.kind === 'pac-submitted') && sameReferral(event, earlier) && isAfter(event, earlier)) ?? null
}
