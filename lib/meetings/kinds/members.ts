import type { Agency } from '@/lib/access/roles'
import { listOf, type PolicyEvent } from '@/lib/policy/events'
import type { Quorum } from '@/lib/policy/quorum'
import type { Member } from '../kind'

/** Which agency sends each part that a MAP or a MASE asks for. */
export const AGENCY_OF_MEMBER: Readonly<Record<string, Agency>> = {
  'borough-police': 'police', 'missing-persons-unit': 'police', 'sexual-exploitation-team': 'police', 'sapphire': 'police',
  'csc': 'csc', 'child-protection-manager': 'csc', 'social-worker': 'csc', 'health': 'health', 'camhs': 'health', 'education': 'education',
  'youth-offending': 'youth-offending', 'housing': 'housing', 'voluntary': 'voluntary', 'probation': 'probation', 'referrer': 'other', 'parent': 'other', 'child': 'other',
}

export const membersOf = (parts: readonly string[]): readonly Member[] => parts.map((part) => ({ part, agency: AGENCY_OF_MEMBER[part] ?? 'other' }))

/** Which of those asked for took no part. Nobody on record: not known, and held against nobody. */
export function attendanceOf(meeting: PolicyEvent, members: readonly Member[]): Quorum {
  if (!Array.isArray(meeting.detail['participants'])) return { quorate: null, missing: [], twoAgencyCall: false }
  // By the part they were asked for: who referred is counted as the referrer, whatever agency that is.
  const took = Array.isArray(meeting.detail['present']) ? meeting.detail['present'].flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'part' in one && typeof one.part === 'string' ? [one.part] : [])) : []
  const present = [...listOf(meeting, 'participants'), ...took]
  const missing = members.map((member) => member.part).filter((part) => !present.includes(part) && !['parent', 'child'].includes(part))
  return { quorate: missing.length === 0, missing, twoAgencyCall: false }
}
