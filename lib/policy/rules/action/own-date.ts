import { answerOf, instantOf, textOf } from '../../events'
import type { TimescaleRule } from '../../rule'

/** action-overdue: an agreed action or a supervisor's direction is done by its own date (HMIC 2016 L2541–2556). */
export const actionOwnDate: TimescaleRule = {
  form: 'clock',
  id: 'action/own-date',
  alert: 'action-overdue',
  breach: true,
  title: 'Agreed action',
  plain: 'An action that was agreed is done by the date agreed for it, or carried with a reason.',
  meets: 'The action marked as done, with what shows it.',
  clause: 'action-overdue',
  owedBy: 'action-owner',
  opens: 'each',
  parameters: [],
  starts(event) {
    if (event.kind !== 'action-set') return null
    const dueAt = instantOf(event, 'due')
    const item = textOf(event, 'action_id') ?? textOf(event, 'action') ?? event.id
    if (dueAt === null) return null
    return {
      by: event, from: event.at, duration: { unit: 'given' }, dueAt, dayEnd: answerOf(event, 'due_day_end') === true, parameter: null,
      // What was agreed is read where the words are: a duty's explanation is read where the child is restricted, too.
      because: ['an action was agreed, with a date of its own'], item,
    }
  },
  stops(event, clock) {
    // A carried action is not done: its date stays as it was, late where it was late, and the new date is a clock of its own.
    const carriedFrom = textOf(event, 'carried_from')
    if (event.kind === 'action-set' && carriedFrom !== null && carriedFrom === textOf(clock.by, 'action_id')) return { how: 'ended', why: 'carried' }
    if (event.kind !== 'action-completed') return null
    const [doneId, setId] = [textOf(event, 'action_id'), textOf(clock.by, 'action_id')]
    const same = doneId !== null && setId !== null ? doneId === setId : textOf(event, 'action') === textOf(clock.by, 'action')
    return same ? { how: 'met' } : null
  },
}
