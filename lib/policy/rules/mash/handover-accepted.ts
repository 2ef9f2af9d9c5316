import { sameReferral } from '../../decisions'
import { isAfter } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

const PARAMETER = 'handover.accept'

/** handover: what a shift leaves is somebody's by name, or it climbs. A second offer of what nobody took does not start the hour again. */
export const handoverAccepted: TimescaleRule = {
  form: 'clock',
  id: 'mash/handover-accepted',
  alert: 'handover-not-accepted',
  breach: true,
  title: 'Hand-over accepted by name',
  plain: 'What a shift hands over, the emergency duty team in the morning too, is accepted by a named person of the next within an hour. What nobody accepts stays late on the outgoing shift’s list and climbs.',
  meets: 'Somebody accepts or claims it; or a decision.',
  clause: 'handover',
  owedBy: 'mash',
  opens: 'each',
  parameters: [PARAMETER],
  starts(event, history) {
    if (event.kind !== 'handover-offered') return null
    const last = history.events.findLast((earlier) => isAfter(event, earlier) && sameReferral(earlier, event) && ['handover-offered', 'handover-accepted', 'referral-claimed'].includes(earlier.kind))
    if (last?.kind === 'handover-offered') return null
    return { by: event, from: event.at, duration: durationOf(history.packAt(event), PARAMETER), parameter: PARAMETER, because: ['a shift ended with it open'] }
  },
  stops(event, clock) {
    if (!sameReferral(event, clock.by)) return null
    return ['handover-accepted', 'referral-claimed', 'referral-decided'].includes(event.kind) ? { how: 'met' } : null
  },
}
