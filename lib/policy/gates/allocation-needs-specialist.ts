import { concernOf } from '../concerns'
import { answerOf, textOf, type PolicyEvent } from '../events'
import { closesMatter } from '../matter'
import { isKeptByCait, relationshipOf } from '../suspects'
import type { Gate } from './gate'

/** Teams that specialise in offenders with access to children. */
const SPECIALISTS = /cait|child abuse|sapphire|sexual.exploitation|sexual.offences|soeca|predatory|jigsaw|paladin|specialist|social care|csc/i
/** Not specialists, whatever else is in the name: "borough CSE officer", "non-specialist team". */
const NOT_SPECIALISTS = /non[- ]?specialist|not specialist/i
/** Violence in the family has specialists of its own. */
const COMMUNITY_SAFETY = /community safety|\bcsu\b|domestic/i

/**
 * iioc-aggravating: where the suspect has access to children, their own family included, the case goes to specialists
 * (HMIC 2016 L3083–3122).
 */
export const allocationNeedsSpecialist: Gate = {
  id: 'allocation-needs-specialist',
  clause: 'iioc-aggravating',
  kinds: ['case-allocated'],
  refuses(event, history) {
    const team = textOf(event, 'team')
    if (team === null || (SPECIALISTS.test(team) && !NOT_SPECIALISTS.test(team))) return null
    const closed = history.events.findLastIndex((earlier) => closesMatter(earlier, history))
    const matter = history.events.slice(closed + 1)
    const violence = matter.every((earlier) => [null, 'domestic-abuse'].includes(concernOf(earlier)))
    if (!matter.some(givesAccess) && answerOf(event, 'access_to_children') !== true) return null
    if (violence && COMMUNITY_SAFETY.test(team)) return null
    return {
      field: 'team', says: 'The suspect has access to children: this goes to specialists, not to ' + team + '.',
      wayForward: 'Allocate it to the child abuse investigation team or another specialist team.',
    }
  },
}

/** Lives with a child, is said to have access, or is family, carer or professional to one. */
function givesAccess(event: PolicyEvent): boolean {
  const household = event.detail['household_children'] ?? event.detail['children_in_household']
  return concernOf(event) === 'household-child' || answerOf(event, 'access_to_children') === true || isKeptByCait(relationshipOf(event))
    || answerOf(event, 'child_within_reach') === true || (Array.isArray(household) && household.length > 0)
}
