import { concernOf } from '../../concerns'
import { listOf, textOf, type EventKind } from '../../events'
import { contactActionParameter } from '../../due/choosers'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

const ACTS_ON: readonly EventKind[] = [
  'child-seen', 'family-contacted', 'suspect-action', 'police-protection', 'case-allocated', 'risk-assessed',
  'strategy-discussion-held', 'cse-category-set', 'missing-risk-graded', 'intelligence-checked', 'warrant-executed', 'rso-visit',
  'enquiry-visit', 'safeguard-put-in-place', 'pac-submitted', 'referral-made', 'crime-recorded', 'referral-decided', 'passed-to-csc',
]

/** Is this an act that shows that somebody took up what was waiting? */
export const actsOnWaiting = (kind: EventKind): boolean => kind === 'information-actioned' || ACTS_ON.includes(kind)

/** contact-action: a contact or information waiting with nothing done about it (HMIC 2016 L2132–2137: fourteen hours in an inbox). */
export const contactUnactioned: TimescaleRule = {
  form: 'clock',
  id: 'contact/unactioned',
  alert: 'contact-unactioned',
  breach: true,
  title: 'Contact or information acted on',
  plain: 'Somebody acts on a contact or on new information: within an hour when it is urgent, otherwise within 24 hours.',
  meets: 'An act about this child and concern, or the item marked as acted on.',
  clause: 'contact-action',
  owedBy: 'mash',
  opens: 'each',
  parameters: ['contact-action', 'contact-action.urgent'],
  starts(event, history) {
    if (event.kind !== 'contact-received' && event.kind !== 'information-received') return null
    const parameter = contactActionParameter({ urgency: textOf(event, 'urgency') })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter,
      because: [parameter === 'contact-action.urgent' ? 'it is urgent' : 'it is not marked urgent'], item: event.id,
    }
  },
  stops(event, clock) {
    if (event.kind === 'information-actioned') {
      const of = listOf(event, 'of')
      const named = of.length > 0 ? of : [textOf(event, 'of')].filter((item) => item !== null)
      if (named.length > 0) return named.some((item) => item === clock.by.id || item === clock.by.detail['ref']) ? { how: 'met' } : null
    } else if (!ACTS_ON.includes(event.kind)) return null
    const [acted, waiting] = [concernOf(event), concernOf(clock.by)]
    return acted === null || waiting === null || acted === waiting ? { how: 'met' } : null
  },
}
