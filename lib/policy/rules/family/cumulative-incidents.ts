import { dueAfter } from '../../calendar/duration'
import { concernOf } from '../../concerns'
import { endsForThresholdNotMet } from '../../decisions'
import { isAfter, numberOf as numberIn, textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf, numberOf } from '../../packs'
import type { History, NoticeRule } from '../../rule'
import { earlierCount } from '../../known-before'

const TELL: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'pac-submitted']
const CONSIDERED_BY: readonly EventKind[] = ['strategy-discussion-held', 'supervisor-review', 'conference-held']

/** cumulative-incidents: domestic incidents in a family count together (HMIC 2016 L2478–2494). */
export const cumulativeIncidents: NoticeRule = {
  form: 'notice',
  id: 'family/cumulative-incidents',
  alert: 'cumulative-incidents',
  title: 'Domestic incidents add up',
  plain: 'The third domestic incident in a family within twelve months is raised, those known from before included: each by itself may look small, together they are what the child lives with.',
  meets: 'The incidents looked at together: a strategy discussion, a conference or a supervisor’s review.',
  clause: 'cumulative-incidents',
  owedBy: 'mash',
  raises(event, history) {
    if (!isIncident(event, history)) return null
    const count = incidentsBy(event, history)
    return count >= numberOf(history.packAt(event), 'cumulative-incidents') ? { because: [`it is incident ${count} in twelve months`] } : null
  },
  remedies: (event, raisedBy, history) => CONSIDERED_BY.includes(event.kind) || endsForThresholdNotMet(event, raisedBy, history),
}

/** Counted with this one: on record within the window, those known from before without a date, or the number the entry itself gives. */
export function incidentsBy(event: PolicyEvent, history: History): number {
  const window = durationOf(history.packAt(event), 'cumulative-incidents.window')
  const recent = history.events.filter((earlier) => isAfter(event, earlier) && isIncident(earlier, history)
    && dueAfter(earlier.at, window).dueAt.getTime() > event.at.getTime())
  return Math.max(recent.length + 1 + earlierCount(history, 'domestic_incidents', event), numberIn(event, 'incident_number') ?? 0)
}

/**
 * A domestic incident told for the first time: numbered, or a report of domestic abuse. What police or social care pass on, and
 * the referral that takes up a contact, tell of no further one.
 */
function isIncident(event: PolicyEvent, history: History): boolean {
  if (!TELL.includes(event.kind)) return false
  const number = numberIn(event, 'incident_number')
  if (number !== null) return !history.events.some((earlier) => isAfter(event, earlier) && numberIn(earlier, 'incident_number') === number)
  if (concernOf(event) !== 'domestic-abuse') return false
  if (event.kind === 'contact-received') return true
  return event.kind === 'referral-made' && textOf(event, 'contact_id') === null && !/^(police|csc)$/i.test(textOf(event, 'from') ?? '')
}
