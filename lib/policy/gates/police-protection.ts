import { dueAfter } from '../calendar/duration'
import { textOf } from '../events'
import { durationOf } from '../packs'
import type { Gate } from './gate'

/** s46-72h: no child is kept in police protection beyond 72 hours; a fresh taking needs fresh grounds and an inspector. */
export const policeProtectionOver72h: Gate = {
  id: 'police-protection-over-72h',
  clause: 's46-72h',
  kinds: ['police-protection'],
  refuses(event, history) {
    if (textOf(event, 'change') !== 'extended') return null
    const taken = history.events.findLast((earlier) => earlier.kind === 'police-protection' && textOf(earlier, 'change') === 'taken')
    if (taken === undefined) return null
    const limit = dueAfter(taken.at, durationOf(history.packAt(taken), 'police-protection.max')).dueAt
    if (event.at.getTime() <= limit.getTime()) return null
    return {
      says: 'Police protection cannot be kept beyond 72 hours from when it was taken.',
      wayForward: 'End it, or apply for an emergency protection order. Taking it again needs fresh grounds and an inspector.',
    }
  },
}
