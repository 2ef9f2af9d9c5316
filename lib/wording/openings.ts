import { say } from './say'

/** Why a record outside one's own reach is opened. Closed: a purpose in free words cannot be counted or questioned. */
export const OPENING_PURPOSES = {
  'referred-here': 'The child, a sibling or somebody of the household was referred here',
  'moving-here': 'The child is moving, placed or found here',
  'missing': 'A missing child is being looked for',
  'discussion': 'A strategy discussion, conference or meeting',
  'person-of-concern': 'The same person of concern',
  'safety-tonight': 'Somebody may be in danger now',
  'supervision': 'Supervision, or a complaint',
  'audit': 'Audit or inspection',
} as const satisfies Record<string, string>

export const purposeWords = (purpose: string): string => say(OPENING_PURPOSES, purpose)
