import { answerOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { hasKnownSuspect, mayBeSameSuspect, namedSuspects, namesAnotherSuspect } from '../../suspects'

const NAMED_BY: readonly EventKind[] = ['contact-received', 'information-received', 'child-returned']
const ACTIONS: readonly string[] = ['identified', 'arrested', 'spoken-to']

/** wider-risk, inv-other-children: who else is within the suspect's reach (HMIC 2016 L2962–2967, L3113–3122). */
export const widerRisk: TimescaleRule = {
  form: 'clock',
  id: 'risk/wider',
  alert: 'wider-risk-unassessed',
  breach: true,
  title: 'Other children within the suspect’s reach',
  plain: 'Once a suspect is known, the other children within reach are looked for and assessed within seven days: at home, in the family, at work, online.',
  meets: 'A check of other children and contacts of that suspect.',
  clause: 'wider-risk',
  owedBy: 'police',
  task: 'check-wider-risk',
  opens: 'once',
  parameters: ['wider-risk'],
  starts(event, history) {
    if (!knowsSuspect(event)) return null
    const named = namedSuspects(event)
    const common = {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'wider-risk'), parameter: 'wider-risk' as const,
      because: [event.kind === 'suspect-action' ? `the suspect was ${(textOf(event, 'action') ?? '').replaceAll('-', ' ')}` : 'the suspect is known'],
    }
    return named.length === 0 ? common : named.map((suspect) => ({ ...common, item: suspect }))
  },
  stops(event, clock) {
    return event.kind === 'wider-risk-check' && mayBeSameSuspect(namedSuspects(event), clock.item === undefined ? [] : [clock.item]) ? { how: 'met' } : null
  },
  stillAnswered: (event, _checked, history) => !['new_person', 'new_offence', 'new_place'].some((key) => answerOf(event, key) === true) && !namesAnotherSuspect(event, history),
}

const knowsSuspect = (event: PolicyEvent): boolean => (NAMED_BY.includes(event.kind) ? hasKnownSuspect(event)
  : event.kind === 'suspect-action' && ACTIONS.includes(textOf(event, 'action') ?? ''))
