import { isAfter, listOf, type EventKind, type PolicyEvent } from '../../events'
import type { History } from '../../rule'
import { hasSuspect, namesAnotherSuspect } from '../../suspects'
import { widerRisk } from '../risk/wider'
import { taskRule } from '../task'

const TELL: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'child-returned', 'missing-reported', 'intelligence-checked', 'safe-and-well-check']
/** Indicators that speak of an adult. */
const ADULT: readonly string[] = ['online-contact-adult', 'older-adult-contact', 'found-with-adults', 'sexual-activity-adult']

/**
 * inv-other-children: a suspect whose name nobody knows yet has other children within reach too (HMIC 2016 L2968–2999). The
 * clock of wider-risk starts when the suspect is known; this asks for the check from the first word of one.
 */
export const checkWiderRisk = taskRule({
  id: 'tasks/check-wider-risk', task: 'check-wider-risk', alert: 'wider-risk-to-check', title: 'Other children thought of',
  plain: 'Where the facts tell of a suspect or of an adult in contact with the child, other children within that person’s reach are thought of from the start, before the person has a name.',
  meets: 'A check of other children and contacts.', clause: 'inv-other-children', owedBy: 'police', parameter: 'task.check-wider-risk', opens: 'once', endsWithConcern: true,
  calledForBy(event, history) {
    // Where the suspect is known the clock of wider-risk asks for the same: one task, not two.
    if (!TELL.includes(event.kind) || widerRisk.starts(event, history) !== null || isAsked(event, history)) return null
    if (hasSuspect(event)) return 'there is a suspect'
    return listOf(event, 'indicators').some((indicator) => ADULT.includes(indicator)) ? 'the child is in contact with an adult' : null
  },
  doneBy: (event, calledForBy, history) => event.kind === 'wider-risk-check' || (widerRisk.starts(event, history) !== null && isAfter(event, calledForBy)),
  stillAnswered: (event, _checked, history) => !namesAnotherSuspect(event, history),
})

/** The clock of wider-risk runs already. */
function isAsked(event: PolicyEvent, history: History): boolean {
  const before = history.events.filter((earlier) => isAfter(event, earlier))
  const asked = before.findLastIndex((earlier) => widerRisk.starts(earlier, history) !== null)
  return asked >= 0 && !namesAnotherSuspect(event, history) && !before.slice(asked + 1).some((earlier) => earlier.kind === 'case-closed')
}
