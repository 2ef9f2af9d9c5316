import { answerOf, isAfter, listOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

const STARTS: readonly EventKind[] = [
  'contact-received', 'information-received', 'child-seen', 'child-returned', 'missing-reported', 'referral-made', 'meeting-held', 'referral-facts-added', 'household-joined',
]

/** linked-child: a sibling, an unborn child, a peer or a child suspect named in the facts; each has a clock of its own (HMIC 2016 L3204–3209). */
export const linkedChild: TimescaleRule = {
  form: 'clock',
  id: 'risk/linked-child',
  alert: 'linked-child-unassessed',
  breach: true,
  title: 'The other child assessed',
  plain: 'Another child who is named in the facts, a sibling, an unborn child, a friend, or a child who is the suspect, is assessed within 24 hours, each for itself and whatever the borough.',
  meets: 'That child seen, referred to children’s social care, or covered by a check of other children.',
  clause: 'linked-child',
  owedBy: 'police',
  task: 'assess-linked-child',
  opens: 'once',
  parameters: ['linked-child'],
  starts(event, history) {
    if (!STARTS.includes(event.kind)) return null
    const duration = durationOf(history.packAt(event), 'linked-child')
    return [...new Set(linkedTo(event))].map((child) => ({
      by: event, from: event.at, duration, parameter: 'linked-child' as const, item: child, because: [event.kind === 'household-joined' ? 'another child lives in the same household now' : 'another child is named in the facts'],
    }))
  },
  stops(event, clock) {
    const assessed = event.kind === 'wider-risk-check' || event.kind === 'information-actioned' ? namedIn(event)
      : (event.kind === 'referral-made' || event.kind === 'child-seen') && answerOf(event, 'linked') === true ? namedIn(event) : null
    if (assessed === null) return null
    // What is done about an item by its name answers only the child whom it names; any other act without a name answers all.
    if (event.kind === 'information-actioned' && assessed.length === 0) return null
    return assessed.length === 0 || clock.item === undefined || assessed.includes(clock.item) ? { how: 'met' } : null
  },
  stillAnswered: (event, assessed) => isAfter(event, assessed) && !['new_person', 'new_offence', 'new_risk'].some((key) => answerOf(event, key) === true),
}

/** Whom an entry names beside the child: references to people, or words for them (an unborn child has no record yet). */
function linkedTo(event: PolicyEvent): readonly string[] {
  const words = textOf(event, 'linked_children')
  return words === null ? listOf(event, 'linked_children') : [words]
}

/** Whom an assessment names; empty where it names none. */
function namedIn(event: PolicyEvent): readonly string[] {
  const one = textOf(event, 'linked_child')
  return one === null ? linkedTo(event) : [one]
}
