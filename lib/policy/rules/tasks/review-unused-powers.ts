import { textOf } from '../../events'
import { isSupervisor } from '../../who'
import { isGrown } from '../grown'
import { atRiskAtArrest, isArrest } from '../missing/arrested'
import { taskRule } from '../task'

/** review-unused-powers: a child to protect, and the power not used (HMIC 2016 L2172–2178, L3384–3391). */
export const reviewUnusedPowers = taskRule({
  id: 'tasks/review-unused-powers', task: 'review-unused-powers', alert: 'powers-review-outstanding', title: 'Why police protection was not used',
  plain: 'Where police protection was considered and not used, or a child who was missing or at risk was arrested, a supervisor reviews whether the child should have been protected.',
  meets: 'A supervisor’s review; or police protection taken.', clause: 'review-unused-powers', owedBy: 'police', parameter: 'task.review-unused-powers', opens: 'each',
  calledForBy(event, history) {
    if (isGrown(event, history)) return null
    if (event.kind === 'police-protection') return /not[- ]used/.test(textOf(event, 'change') ?? '') ? 'police protection was considered and not used' : null
    const why = isArrest(event) ? atRiskAtArrest(event, history) : null
    return why === null ? null : `the child was arrested: ${why}`
  },
  doneBy(event) {
    if (event.kind === 'police-protection') return textOf(event, 'change') === 'taken'
    const who = textOf(event, 'rank') ?? textOf(event, 'by')
    return event.kind === 'supervisor-review' && (who === null || isSupervisor(who))
  },
})
