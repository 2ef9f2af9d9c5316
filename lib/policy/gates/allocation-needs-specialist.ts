import { concernOf } from '../concerns'
import { answerOf, textOf } from '../events'
import { closesMatter } from '../matter'
import type { Gate } from './gate'

/** Teams that specialise in offenders with access to children. */
const SPECIALISTS = /cait|child abuse|sapphire|sexual.exploitation|sexual.offences|soeca|predatory|jigsaw|paladin|specialist|social care|csc/i

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
    if (team === null || SPECIALISTS.test(team)) return null
    const closed = history.events.findLastIndex((earlier) => closesMatter(earlier, history))
    const access = history.events.slice(closed + 1).some((earlier) =>
      concernOf(earlier) === 'household-child' || answerOf(earlier, 'access_to_children') === true)
    if (!access) return null
    return {
      field: 'team', says: 'The suspect has access to children: this goes to specialists, not to ' + team + '.',
      wayForward: 'Allocate it to the child abuse investigation team or another specialist team.',
    }
  },
}
