import { dueAfter } from '../calendar/duration'
import { isAfter } from '../events'
import { durationOf } from '../packs'
import { endsProtection, isTaken } from '../rules/police-protection/stage'
import type { State } from './state'

/** When the power that stands runs out, or ran out unended; null while none stands. */
export const policeProtectionExpires: State = {
  field: 'police-protection.expires',
  title: 'Police protection ends at',
  clause: 's46-72h',
  read(history) {
    const taken = history.events.findLast(isTaken)
    if (taken === undefined || history.events.some((event) => endsProtection(event) && isAfter(event, taken))) return null
    return dueAfter(taken.at, durationOf(history.packAt(taken), 'police-protection.max')).dueAt
  },
}
