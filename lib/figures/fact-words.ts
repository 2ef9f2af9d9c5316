import { WORK_WORDS } from '@/lib/wording/exploitation'
import { say } from '@/lib/wording/say'

const HEARD = { contributed: 'Heard, every agency there with its research', absent: 'Heard, an agency absent', 'no-research': 'Heard, research missing', 'not-known': 'Heard' }
const REFUSED = {
  'absent-classification-under-13': 'Absent refused: under 13', 'absent-classification-cse-flag': 'Absent refused: risk of exploitation', 'absent-classification-known-risk': 'Absent refused: a risk is known',
  'absent-after-24-hours': 'Absent refused: gone for 24 hours', 'absent-class-ended': 'Absent refused: there is no such class any more', 'downgrade-needs-inspector': 'Absent refused: only an inspector makes a missing child absent', 'missing-risk-below-medium': 'Grade below medium refused', 'risk-rationale-rejected': 'Grade refused: the reason is none',
}

/** What one counted entry was, in a line. */
export function factWords(kind: string, word: string | null): string {
  switch (kind) {
    case 'missing-reported': return 'Reported away'
    case 'episode-classified': return word === 'absent' ? 'Classed absent' : 'Classed missing'
    case 'act-refused': return say(REFUSED, word, 'Refused by policy')
    case 'child-returned': return 'Back'
    case 'cse-category-set': return `Category ${word ?? 'not known'}`
    case 'meeting-held': return say(HEARD, word, 'Heard')
    default: return say(WORK_WORDS, word, 'Exploitation work')
  }
}
