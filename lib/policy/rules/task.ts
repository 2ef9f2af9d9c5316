import { endedByDecision } from '../decisions'
import type { PolicyEvent } from '../events'
import { durationOf, type DurationParameter } from '../packs'
import type { History, OwedBy, TimescaleRule } from '../rule'

/** Work that an event calls for, and that has no time in the procedures. */
export interface Task {
  readonly id: string
  readonly task: string
  /** The name under which it stands in a queue when its default time is gone. */
  readonly alert: string
  readonly title: string
  readonly plain: string
  readonly meets: string
  readonly clause: string
  readonly owedBy: OwedBy
  readonly parameter: DurationParameter
  /** `once`: while it stands open, or was done since, nothing opens it again. `each`: every event asks for its own. */
  readonly opens: 'once' | 'each'
  /** Called for by a concern: a decision that its threshold is not met ends the task (ref-outcomes). */
  readonly endsWithConcern?: boolean
  /** Why the event calls for it, in words; null when it does not. */
  calledForBy(event: PolicyEvent, history: History): string | null
  doneBy(event: PolicyEvent, calledForBy: PolicyEvent, history: History): boolean
  /** What else makes it needless, in a word; null where the event does not. */
  endedBy?(event: PolicyEvent, calledForBy: PolicyEvent, history: History): string | null
  stillAnswered?: TimescaleRule['stillAnswered']
}

/**
 * A task is a clock like any other, whose time is a default of the pack and no breach of the procedures: so it has an owner, is
 * in the one queue, climbs the one ladder, and is closed by the act that does it. Every task without a clock is made here.
 */
export function taskRule(task: Task): TimescaleRule {
  const { id, alert, title, plain, meets, clause, owedBy, parameter, opens } = task
  return {
    form: 'clock', id, alert, breach: false, title, plain, meets, clause, owedBy, task: task.task, opens, parameters: [parameter],
    starts(event, history) {
      const because = task.calledForBy(event, history)
      if (because === null) return null
      return {
        by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, clause, because: [because],
        ...(opens === 'each' ? { item: event.id } : {}),
      }
    },
    stops(event, clock, history) {
      if (task.doneBy(event, clock.by, history)) return { how: 'met' }
      const ended = task.endedBy?.(event, clock.by, history) ?? null
      if (ended !== null) return { how: 'ended', why: ended }
      return task.endsWithConcern === true ? endedByDecision(event, clock.by, history) : null
    },
    ...(task.stillAnswered === undefined ? {} : { stillAnswered: task.stillAnswered }),
  }
}
