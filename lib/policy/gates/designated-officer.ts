import { textOf } from '../events'
import type { Gate } from './gate'

/** s46-designated: the officer who took the child does not inquire into it as well (Children Act 1989 s46(3)(e)). */
export const designatedOfficerIsAnother: Gate = {
  id: 'designated-officer-same-person',
  clause: 's46-designated',
  kinds: ['police-protection'],
  refuses(event, history) {
    const designated = textOf(event, 'designated_officer')
    if (designated === null) return null
    const taking = textOf(event, 'change') === 'taken' ? event
      : history.events.findLast((earlier) => earlier.kind === 'police-protection' && textOf(earlier, 'change') === 'taken')
    const taker = taking === undefined ? null : textOf(taking, 'taken_by') ?? textOf(taking, 'by')
    if (taker === null || taker.trim().toLowerCase() !== designated.trim().toLowerCase()) return null
    return {
      field: 'designatedOfficer', says: 'The designated officer is another person than the officer who took the child.',
      wayForward: 'Name the designated officer: usually the duty inspector.',
    }
  },
}
