import type { MeetingKind } from '../kind'
import { strategyDiscussion } from './strategy-discussion'

export const MEETING_KINDS: readonly MeetingKind[] = [strategyDiscussion]

/** The declaration of that kind. Throws where there is none: a meeting of no kind has no quorum and no record. */
export function meetingKind(id: string): MeetingKind {
  const kind = MEETING_KINDS.find((known) => known.id === id)
  if (kind === undefined) throw new Error(`No kind of meeting "${id}"`)
  return kind
}
