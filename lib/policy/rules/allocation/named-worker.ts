import { concernOf } from '../../concerns'
import { endedByDecision } from '../../decisions'
import { textOf, type EventKind } from '../../events'
import { allocationParameter } from '../../due/choosers'
import { durationOf } from '../../packs'
import { bringsNew, stillStands } from '../once'
import type { TimescaleRule } from '../../rule'

const STARTS: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'strategy-discussion-held', 'referral-facts-added']

/** inv-allocate: a named officer or worker has the case (HMIC 2016 L1014–1021: seventeen days; L1931–1942: four). */
export const namedWorker: TimescaleRule = {
  form: 'clock',
  id: 'allocation/named-worker',
  alert: 'allocation-overdue',
  breach: true,
  title: 'Allocated to a named worker',
  plain: 'A child about whom there is a concern has a named worker: within 24 hours when it is urgent or grave, otherwise by the end of the next working day.',
  meets: 'The case allocated to a named worker of a team.',
  clause: 'allocation',
  owedBy: 'mash',
  opens: 'once',
  parameters: ['allocation', 'allocation.urgent'],
  starts(event, history) {
    const concern = concernOf(event)
    if (!STARTS.includes(event.kind) || concern === null || concern === 'offender-risk') return null
    const parameter = allocationParameter({ urgency: textOf(event, 'urgency'), concern })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter,
      because: [`the concern is ${concern.replaceAll('-', ' ')}`, parameter === 'allocation.urgent' ? 'it is urgent or grave' : 'it is not marked urgent'],
    }
  },
  stops(event, clock, history) {
    if (event.kind === 'case-allocated') return { how: 'met' }
    return endedByDecision(event, clock.by, history)
  },
  // Who had the case long ago does not have the concern of today.
  stillAnswered: (event, allocated, history) => !bringsNew(event, history) && stillStands(event, allocated, history),
}
