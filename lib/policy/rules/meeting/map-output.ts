import { answerOf, textOf } from '../../events'
import { isHeld, isOf } from '../../meetings/kind'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** map-output: what a MAP decided is on the record by the next working day (HMIC 2016 L2549–2553; Waltham Forest 2015). */
export const mapOutput: TimescaleRule = {
  form: 'clock',
  id: 'meeting/map-output',
  alert: 'map-output-outstanding',
  breach: false,
  title: 'What the MAP decided on record',
  plain: 'The category that the MAP agreed, its actions with owner and date, other children, the plan of recovery and the notices considered are on record by the end of the next working day.',
  meets: 'The child’s item of the MAP closed, its minutes signed off, or the record brought up to date.',
  clause: 'map-output',
  owedBy: 'csc',
  opens: 'each',
  parameters: ['map.output'],
  starts(event, history) {
    if (!isHeld(event, 'MAP') || answerOf(event, 'decision_recorded') !== false) return null
    return { by: event, from: event.at, duration: durationOf(history.packAt(event), 'map.output'), parameter: 'map.output', because: ['a MAP was held, and what it decided is not on record'] }
  },
  stops(event, clock) {
    const [of, id] = [textOf(event, 'meeting_id'), textOf(clock.by, 'meeting_id')]
    const same = of === null || id === null || of === id
    return same && ((event.kind === 'meeting-item-closed' && isOf(event, 'MAP')) || (event.kind === 'minutes-confirmed' && isOf(event, 'MAP')) || event.kind === 'record-updated') ? { how: 'met' } : null
  },
}
