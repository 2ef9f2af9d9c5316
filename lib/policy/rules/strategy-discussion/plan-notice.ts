import { answerOf, instantOf } from '../../events'
import type { NoticeRule } from '../../rule'

/** sd-record: a discussion without a decision or a dated action is not finished (HMIC 2016 L2617–2628). */
export const planNotice: NoticeRule = {
  form: 'notice',
  id: 'strategy-discussion/plan-missing',
  alert: 'strategy-plan-missing',
  title: 'Strategy discussion without a plan',
  plain: 'A strategy discussion records its decision and a plan: who does what by when.',
  meets: 'The decision and at least one dated action put on the record.',
  clause: 'sd-record',
  owedBy: 'csc',
  raises(event) {
    // A decision present and empty is known not to have been made; an absent one is only not known.
    const undecided = event.detail['decision'] === null && answerOf(event, 'plan_recorded') !== true
    return event.kind === 'strategy-discussion-held' && (answerOf(event, 'plan_recorded') === false || undecided)
      ? { because: ['no decision or dated action was recorded'] } : null
  },
  remedies(event) {
    if (event.kind === 'strategy-discussion-held' || event.kind === 'record-updated') return answerOf(event, 'plan_recorded') === true
    // An action without a date is no plan: nobody would be late with it.
    return event.kind === 'action-set' && instantOf(event, 'due') !== null
  },
}
