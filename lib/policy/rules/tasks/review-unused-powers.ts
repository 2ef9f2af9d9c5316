import { isAfter, listOf, textOf, type PolicyEvent } from '../../events'
import type { History } from '../../rule'
import { isSupervisor } from '../../who'
import { isGrown } from '../grown'
import { atRiskAtArrest, isArrest } from '../missing/arrested'
import { taskRule } from '../task'

/** review-unused-powers: a child to protect, and the power not used (HMIC 2016 L2172–2178, L3384–3391). */
export const reviewUnusedPowers = taskRule({
  id: 'tasks/review-unused-powers', task: 'review-unused-powers', alert: 'powers-review-outstanding', title: 'Why police protection was not used',
  plain: 'Where police protection was considered and not used, a missing child was found with adults who are not safe, or a child who was missing or at risk was arrested, a supervisor reviews whether the child should have been protected.',
  meets: 'A supervisor’s review; or police protection taken.', clause: 'review-unused-powers', owedBy: 'police', parameter: 'task.review-unused-powers', opens: 'each',
  calledForBy(event, history) {
    if (isGrown(event, history)) return null
    if (event.kind === 'police-protection') return /not[- ]used/.test(textOf(event, 'change') ?? '') ? 'police protection was considered and not used' : null
    if (isFoundInDanger(event) && !isProtected(event, history)) return 'the child was found with adults who are not safe'
    const why = isArrest(event) ? atRiskAtArrest(event, history) : null
    return why === null ? null : `the child was arrested: ${why}`
  },
  doneBy(event) {
    if (event.kind === 'police-protection') return textOf(event, 'change') === 'taken'
    const who = textOf(event, 'rank') ?? textOf(event, 'by')
    return event.kind === 'supervisor-review' && (who === null || isSupervisor(who))
  },
})

const UNSAFE: readonly string[] = ['found-with-adults', 'sexual-activity-adult', 'older-adult-contact']
const WITH_ADULTS = /\b(adults?|m[ae]n|males?|strangers?|boyfriend|offenders?|gang)\b/i

/** Found, and in such company; who came home alone was in nobody's danger then. */
const isFoundInDanger = (event: PolicyEvent): boolean =>
  event.kind === 'child-returned' && (listOf(event, 'indicators').some((sign) => UNSAFE.includes(sign)) || WITH_ADULTS.test([textOf(event, 'with') ?? '', ...listOf(event, 'with')].join(' ')))

const isProtected = (event: PolicyEvent, history: History): boolean => {
  const last = history.events.findLast((one) => one.kind === 'police-protection' && ['taken', 'ended'].includes(textOf(one, 'change') ?? '') && isAfter(event, one))
  return last !== undefined && textOf(last, 'change') === 'taken'
}
