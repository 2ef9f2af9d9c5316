import { concernOf, isThresholdConcern } from '../../concerns'
import { textOf } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/**
 * merlin-pac: police who are told of a child with a concern put a pre-assessment checklist on Merlin (HMIC 2016 L1223,
 * L2468–2472, L3985). The sources say prompt; the 24 hours are our default.
 */
export const pacSubmitted: TimescaleRule = {
  form: 'clock',
  id: 'police/merlin-pac',
  alert: 'pac-not-submitted',
  breach: true,
  title: 'Merlin checklist submitted',
  plain: 'Police who are told of a child with a concern for well-being or safety submit a checklist on Merlin, within 24 hours.',
  meets: 'The checklist submitted. Where it is incomplete, that is raised by itself.',
  clause: 'merlin-pac',
  owedBy: 'police',
  opens: 'once',
  parameters: ['merlin-pac'],
  starts(event, history) {
    if (event.kind !== 'contact-received' || textOf(event, 'to') !== 'police' || !isThresholdConcern(concernOf(event))) return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'merlin-pac'), parameter: 'merlin-pac',
      because: ['police were told of the child', 'the concern reaches the threshold'],
    }
  },
  stops: (event) => (event.kind === 'pac-submitted' ? { how: 'met' } : null),
  // Each time the child comes to notice is reported: an earlier checklist could not say what happened since.
  stillAnswered: () => false,
}
