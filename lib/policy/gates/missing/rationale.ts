import { textOf, type PolicyEvent } from '../../events'
import { classSetBy } from '../../missing/class'
import { onlyRejectedReason } from '../../missing/phrases'
import { gradeOf } from '../../missing/risk-proposed'
import type { Gate } from '../gate'

const HIGHEST = 'high'

/** mis-repeat-not-lower: streetwise, able to look after herself, not out of character are no reason by themselves (HMIC 2016 L2105–2108). */
export const riskRationaleRejected: Gate = {
  id: 'risk-rationale-rejected',
  clause: 'mis-repeat-not-lower',
  kinds: ['missing-risk-graded', 'episode-classified'],
  refuses(event) {
    if (!lowers(event)) return null
    const said = onlyRejectedReason(textOf(event, 'rationale')) ?? onlyRejectedReason(textOf(event, 'reason'))
    // A field of its own that states facts is a reason, whatever stands in the other.
    if (said === null || [textOf(event, 'rationale'), textOf(event, 'reason')].some((reason) => reason !== null && onlyRejectedReason(reason) === null)) return null
    return {
      field: textOf(event, 'rationale') === null ? 'reason' : 'rationale', says: `This is no reason by itself: “${said}”.`,
      wayForward: 'Say what is known: where the child is believed to be, with whom, who has spoken to the child and when, what was checked. That it happened before raises the risk.',
    }
  },
}

/** Below the highest grade, or absent: what must rest on facts. */
function lowers(event: PolicyEvent): boolean {
  if (event.kind === 'episode-classified') return classSetBy(event) === 'absent'
  const level = gradeOf(event)
  return level !== null && level !== HIGHEST
}
