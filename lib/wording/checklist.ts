import type { PacPart } from '@/lib/policy/rules/merlin/parts'
import { say } from './say'

/** The parts of a police checklist, as its form asks for them. */
export const PAC_PART_WORDS = {
  'their-reference': 'Merlin reference', officer: 'Reporting officer', supervisor: 'Supervisor who has seen it', rating: 'Rating', concern: 'Main concern',
  name: 'Child’s name', born: 'Child’s date of birth or age', address: 'Child’s address', parent: 'Parent or carer', 'child-said': 'What the child said',
} as const satisfies Record<PacPart, string>

export const pacPartWords = (part: string): string => say(PAC_PART_WORDS, part)
