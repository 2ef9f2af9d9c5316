import { textOf } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { endsProtection, isTaken } from './stage'

/** s46-designated: another officer than the one who took the child inquires into the case (Children Act 1989 s46(3)(e)). */
export const designatedOfficer: TimescaleRule = {
  form: 'clock',
  id: 'police-protection/designated-officer',
  alert: 'designated-officer-missing',
  breach: false,
  title: 'Designated officer named',
  plain: 'As soon as a child is taken into police protection a designated officer, who is not the officer who took the child, inquires into the case. The hour is a default.',
  meets: 'The designated officer named on the record, or police protection ended.',
  clause: 's46-designated',
  owedBy: 'police',
  opens: 'each',
  parameters: ['police-protection.designated-officer'],
  starts(event, history) {
    if (!isTaken(event) || textOf(event, 'designated_officer') !== null) return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'police-protection.designated-officer'), parameter: 'police-protection.designated-officer',
      item: event.id, because: ['police protection was taken and no designated officer is named'],
    }
  },
  stops(event) {
    if (endsProtection(event)) return { how: 'ended', why: 'protection-ended' }
    return event.kind === 'police-protection' && textOf(event, 'designated_officer') !== null ? { how: 'met' } : null
  },
}
