import { textOf, type PolicyEvent } from '../../events'
import { knownAt } from '../../missing/as-known'
import { onlyRejectedReason } from '../../missing/phrases'
import { gradeOf, isGradedBelow, proposedFor } from '../../missing/risk-proposed'
import type { NoticeRule } from '../../rule'
import { isInspectorOrAbove } from '../../who'
import { isGrown } from '../grown'

/** mis-high-indicators: a grade below what the facts propose stays open until an inspector's reason (HMIC 2016 L2138–2152: medium for four days). */
export const gradeTooLow: NoticeRule = {
  form: 'notice',
  id: 'missing/grade-too-low',
  alert: 'risk-grade-too-low',
  title: 'Grade below what the facts propose',
  plain: 'The grade that was recorded is lower than the facts on record propose. It stands, it is shown as too low, and it stays open until an inspector has recorded why, or the grade is raised.',
  meets: 'An inspector’s recorded reason, or a grade that is not below the proposal.',
  clause: 'mis-high-indicators',
  owedBy: 'missing-unit',
  raises(event, history) {
    if (gradeOf(event) === null || isGrown(event, history) || !isGradedBelow(event, history)) return null
    const { grade, because } = proposedFor(knownAt(event, history))
    return { because: [`the facts propose ${grade}`, ...because] }
  },
  remedies: (event, raisedBy, history) => (gradeOf(event) !== null && !isGradedBelow(event, history)) || (isInspectorsReason(event) && raisedBy.id !== event.id),
}

/** An inspector or above reviewed it and gave a reason. Who it was not known, or no reason said at all: not held against the review. */
export function isInspectorsReason(event: PolicyEvent): boolean {
  if (event.kind !== 'supervisor-review' || isInspectorOrAbove(textOf(event, 'rank') ?? textOf(event, 'by')) === false) return false
  const said = ['reason', 'rationale', 'direction', 'result'].map((key) => event.detail[key]).filter((one) => one !== undefined)
  return said.length === 0 || said.some((one) => typeof one === 'string' && one !== '' && onlyRejectedReason(one) === null)
}
