import type { Agency } from '@/lib/access/roles'
import { listOf, type PolicyEvent } from '@/lib/policy/events'
import { isMember, mayStayAway, MEMBERS } from '@/lib/policy/meetings/members'
import type { Quorum } from '@/lib/policy/quorum'
import type { Member } from '../kind'

/** Which agency sends a part that a MAP or a MASE asks for; null for a part that neither does. */
export const agencyOfMember = (part: string): Agency | null => (isMember(part) ? MEMBERS[part].sentBy : null)

export const membersOf = (parts: readonly string[]): readonly Member[] => parts.map((part) => ({ part, agency: agencyOfMember(part) ?? 'other' }))

/** Which of those asked for took no part. Nobody on record: not known, and held against nobody. */
export function attendanceOf(meeting: PolicyEvent, members: readonly Member[]): Quorum {
  if (!Array.isArray(meeting.detail['participants'])) return { quorate: null, missing: [], twoAgencyCall: false }
  // By the part they were asked for: who referred is counted as the referrer, whatever agency that is.
  const took = Array.isArray(meeting.detail['present']) ? meeting.detail['present'].flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'part' in one && typeof one.part === 'string' ? [one.part] : [])) : []
  const present = [...listOf(meeting, 'participants'), ...took]
  const missing = members.map((member) => member.part).filter((part) => !present.includes(part) && !mayStayAway(part))
  return { quorate: missing.length === 0, missing, twoAgencyCall: false }
}
