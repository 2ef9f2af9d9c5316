import { textOf } from '../events'
import type { Gate } from './gate'

/** flag-cse-remove: a flag stays until partners have been asked (HMIC 2016 L2009–2026: 600 removed without it). */
export const flagRemoval: Gate = {
  id: 'flag-removal-without-partner-check',
  clause: 'flag-cse-remove',
  kinds: ['flag-changed'],
  refuses(event) {
    if (textOf(event, 'change') !== 'removed') return null
    const checked = event.detail['partners_checked']
    const asked = checked === undefined || checked === null || checked === true || (Array.isArray(checked) && checked.length > 0)
    if (asked) return null
    return {
      field: 'partners_checked', says: 'The flag cannot be removed before partners have been asked.',
      wayForward: 'Ask at least children’s social care and health, then remove it with their answers and a supervisor’s reason.',
    }
  },
}
