import { sameReferral } from '../../decisions'
import { answerOf } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { momentOf } from '../strategy-discussion/threshold'

/** ref-decision: a social worker decides the type of response within one working day of receipt (Working Together, ch. 1). */
export const referralDecision: TimescaleRule = {
  form: 'clock',
  id: 'referral/decision',
  alert: 'referral-decision-overdue',
  breach: true,
  title: 'Referral decision',
  plain: 'A social worker decides what response a referral needs within one working day of receiving it. A referral that comes after hours keeps its true receipt.',
  meets: 'A decision with its outcome and reason.',
  clause: 'ref-decision',
  owedBy: 'mash',
  opens: 'each',
  parameters: ['ref.decision'],
  starts(event, history) {
    // A second line that does not agree undoes the decision: another is owed, counted from then.
    const undone = event.kind === 'second-line-given' && answerOf(event, 'agrees') === false
    if (event.kind !== 'referral-made' && !undone) return null
    return {
      by: event, from: undone ? event.at : momentOf(event, 'received_at'), duration: durationOf(history.packAt(event), 'ref.decision'), parameter: 'ref.decision',
      because: [undone ? 'the second line did not agree with the first decision' : 'a referral was received'], item: event.referralId ?? event.id,
    }
  },
  stops: (event, clock) => (event.kind === 'referral-decided' && sameReferral(event, clock.by) ? { how: 'met' } : null),
}
