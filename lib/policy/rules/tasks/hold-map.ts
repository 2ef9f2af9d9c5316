import { endedByDecision } from '../../decisions'
import { isAfter, type PolicyEvent } from '../../events'
import { exploitationConcern } from '../../exploitation/concern'
import { isScreenedOut } from '../../exploitation/category'
import { closesMatter } from '../../matter'
import { isHeld } from '../../meetings/kind'
import { durationOf } from '../../packs'
import type { History, TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { answersAgain } from '../once'

/** map-purpose: the lead agency convenes the child's own meeting after the strategy discussion (HMIC 2016 L2514–2516, L2571–2572; ten working days are a default). */
export const holdMap: TimescaleRule = {
  form: 'clock',
  id: 'tasks/hold-map',
  alert: 'map-outstanding',
  breach: false,
  title: 'The child’s own MAP held',
  plain: 'A child of whom an exploitation concern is recorded has a multi-agency plan of its own: the lead agency, most often social care, convenes a MAP within ten working days of the strategy discussion, and of the concern where none was held.',
  meets: 'A MAP held about the child.',
  clause: 'map-purpose',
  owedBy: 'csc',
  task: 'hold-map',
  opens: 'once',
  parameters: ['map.convene'],
  starts(event, history) {
    if (isGrown(event, history)) return null
    const common = { by: event, from: event.at, duration: durationOf(history.packAt(event), 'map.convene'), parameter: 'map.convene' as const }
    // The discussion restates the time that the concern began, in either direction.
    if (event.kind === 'strategy-discussion-held') return isConcernOpen(event, history) ? { ...common, because: ['a strategy discussion was held about exploitation'], restates: true } : null
    const because = exploitationConcern(event)
    return because === null ? null : { ...common, because: [because] }
  },
  stops(event, clock, history) {
    if (isHeld(event, 'MAP')) return { how: 'met' }
    return isScreenedOut(event, history) ? { how: 'ended', why: 'screened-out' } : endedByDecision(event, clock.by, history)
  },
  stillAnswered: answersAgain,
}

/** A concern of exploitation was recorded before the discussion, and nothing closed the matter or held a MAP since. */
function isConcernOpen(discussion: PolicyEvent, history: History): boolean {
  const before = history.events.filter((event) => isAfter(discussion, event))
  const matter = before.slice(before.findLastIndex((event) => closesMatter(event, history) || isScreenedOut(event, history)) + 1)
  return matter.some((event) => exploitationConcern(event) !== null) && !matter.some((event) => isHeld(event, 'MAP'))
}
