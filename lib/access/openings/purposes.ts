import { say } from '@/lib/wording/say'

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

export type OpeningPurpose = keyof typeof OPENING_PURPOSES
export const PURPOSES = Object.keys(OPENING_PURPOSES) as [OpeningPurpose, ...OpeningPurpose[]]
export const purposeWords = (purpose: string): string => say(OPENING_PURPOSES, purpose)

/** How long a record stays open, in hours. */
export const REASON_HOURS = 8
export const BREAK_GLASS_HOURS = 3
export const hoursLater = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000)
