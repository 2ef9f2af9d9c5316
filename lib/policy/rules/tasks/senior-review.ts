import { dueAfter } from '../../calendar/duration'
import { answerOf, isAfter, listOf, numberOf as numberIn, textOf, type PolicyEvent } from '../../events'
import { isGradedBelow } from '../../missing/risk-proposed'
import { durationOf, numberOf } from '../../packs'
import type { History } from '../../rule'
import { isInspectorOrAbove } from '../../who'
import { hasExploitationFlag } from '../../exploitation'
import { taskRule } from '../task'

/** senior-review: what an inspector or above looks at (HMIC 2016 L1936–1942, L2138–2152, L3604–3610). */
export const seniorReview = taskRule({
  id: 'tasks/senior-review', task: 'senior-review', alert: 'senior-review-outstanding', title: 'Review by an inspector or above',
  plain: 'An inspector or above looks at a grade below what the facts propose, a complaint withdrawn, bail renewed beyond 90 days, an offender not seen at home twice, the arrest of a child at risk, and harm to a child in custody.',
  meets: 'A review by an inspector or above.', clause: 'senior-review', owedBy: 'police', parameter: 'task.senior-review', opens: 'each',
  calledForBy(event, history) {
    switch (event.kind) {
      case 'missing-risk-graded': return isGradedBelow(event, history) ? 'the grade is below what the facts propose' : null
      case 'complaint-withdrawn': return 'a complaint was withdrawn'
      case 'bail-set': return isRebailBeyondLimit(event, history) ? 'bail was renewed beyond 90 days' : null
      case 'rso-visit': return isRepeatedFailure(event, history) ? 'home visits to the offender failed' : null
      case 'detained': return isAtRisk(event, history) ? 'a child at risk was arrested' : null
      case 'self-harm-incident': return 'a child came to harm, or tried to, in custody'
      default: return null
    }
  },
  doneBy: (event) => event.kind === 'supervisor-review' && isInspectorOrAbove(textOf(event, 'rank') ?? textOf(event, 'by')) !== false,
})

/** Renewed when more than the limit has gone since the first bail; where the first is not on record, its number tells. */
function isRebailBeyondLimit(event: PolicyEvent, history: History): boolean {
  const earlier = history.events.filter((one) => one.kind === 'bail-set' && isAfter(event, one))
  const count = numberIn(event, 'count') ?? earlier.length + 1
  if (count < 2) return false
  const first = earlier[0]
  return first === undefined || dueAfter(first.at, durationOf(history.packAt(first), 'bail.limit')).dueAt.getTime() < event.at.getTime()
}

/** Failed visits at home since the offender was last seen there, this one among them. */
function isRepeatedFailure(event: PolicyEvent, history: History): boolean {
  if (!failed(event)) return false
  const visits = history.events.filter((one) => one.kind === 'rso-visit' && !isAfter(one, event))
  const since = visits.slice(visits.findLastIndex((one) => answerOf(one, 'seen') === true && isAtHome(one)) + 1)
  return since.filter(failed).length >= numberOf(history.packAt(event), 'rso.failed-visits')
}
const isAtHome = (visit: PolicyEvent): boolean => textOf(visit, 'place') !== 'station'
const failed = (visit: PolicyEvent): boolean => answerOf(visit, 'seen') === false && isAtHome(visit)

/** Missing, at risk of exploitation, or with a risk that other records told of. */
function isAtRisk(event: PolicyEvent, history: History): boolean {
  const before = history.events.filter((one) => isAfter(event, one))
  const missing = before.findLastIndex((one) => one.kind === 'missing-reported') > before.findLastIndex((one) => one.kind === 'child-returned')
  const category = before.filter((one) => one.kind === 'cse-category-set').map((one) => numberIn(one, 'category')).findLast((value) => value !== null) ?? 0
  return missing || category >= 1 || hasExploitationFlag(event, history) || listOf(event, 'prior_risk').length > 0
}
