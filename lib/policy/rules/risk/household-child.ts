import { concernOf } from '../../concerns'
import { isAfter, listOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { bringsNew } from '../once'

const STARTS: readonly EventKind[] = ['contact-received', 'information-received', 'intelligence-checked']

/** household-child: the child with whom a suspect or offender lives, or to whom there is access (HMIC 2016 L3108–3122). */
export const householdChild: TimescaleRule = {
  form: 'clock',
  id: 'risk/household-child',
  alert: 'household-child-unassessed',
  breach: true,
  title: 'Child in the suspect’s household assessed',
  plain: 'A child with whom a suspect or an offender lives, or to whom there is access, is assessed within 24 hours, children of the family included.',
  meets: 'The child seen, assessed with a reason, referred to children’s social care, discussed, or covered by a check of the suspect’s other children.',
  clause: 'household-child',
  owedBy: 'police',
  task: 'assess-linked-child',
  opens: 'once',
  parameters: ['household-child'],
  starts(event, history) {
    if (!(STARTS.includes(event.kind) && concernOf(event) === 'household-child') && !isMovedIn(event) || isGrown(event, history)) return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'household-child'), parameter: 'household-child',
      because: [isMovedIn(event) ? 'a person of concern lives in the same household' : 'a suspect or an offender has access to the child'],
    }
  },
  stops(event, _clock, history) {
    // Assessed as somebody's other child, by name and with a reason.
    if (event.kind === 'information-actioned') return textOf(event, 'linked_child') === history.child.id ? { how: 'met' } : null
    if (event.kind === 'referral-made') return /csc|social|local authority/i.test(textOf(event, 'to') ?? '') ? { how: 'met' } : null
    return ['child-seen', 'strategy-discussion-held', 'wider-risk-check', 'passed-to-csc'].includes(event.kind) ? { how: 'met' } : null
  },
  // What was done before anybody knew of the access answers nothing of it.
  stillAnswered: (event, assessed, history) => !bringsNew(event, history)
    && history.events.some((earlier) => concernOf(earlier) === 'household-child' && !isAfter(earlier, assessed)),
}

/** An address or a tie put the child and a person of concern under one roof: seen at once, and a person looks before anything more follows. */
const isMovedIn = (event: PolicyEvent): boolean => event.kind === 'household-joined' && listOf(event, 'concern_ids').length > 0
