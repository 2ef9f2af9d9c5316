import type { EventKind, PolicyEvent } from '@/lib/policy/events'
import type { Quorum } from '@/lib/policy/quorum'
import type { History } from '@/lib/policy/rule'

/** What a record of a meeting holds, as the question "is it complete?" sees it. */
export interface MeetingRecord {
  readonly chair: string | null
  readonly informationShared: string | null
  readonly riskAnalysis: string | null
  readonly decision: string | null
  readonly actions: number
}

export interface MustRecord {
  /** What is missing, for "Still to be recorded: …". */
  readonly words: string
  isThere(record: MeetingRecord): boolean
}

/**
 * One kind of meeting, as a declaration: the mechanism (rows, entries, positions, circulation, pages) is the same for all.
 * A new kind is a file in kinds/ and its line in kinds/index.ts.
 */
export interface MeetingKind {
  readonly id: string
  readonly title: string
  /** The page of one such meeting. */
  readonly path: string
  readonly modes: Readonly<Record<string, string>>
  /** The event of the chronology that says that it was held. */
  readonly entry: EventKind
  /** Who has to take part, asked of each child's history under the pack in force. */
  readonly quorum: { readonly clause: string; of(meeting: PolicyEvent, history: History): Quorum; parts(meeting: PolicyEvent, history: History): readonly string[] }
  /** Who may chair, in words; a rank where the rule asks for one. */
  readonly chair: { readonly says: string; readonly clause: string }
  /** The codes of its decisions, with their words. */
  readonly decisions: Readonly<Record<string, string>>
  /** Decisions after which no action need follow. */
  readonly endsWithoutActions: readonly string[]
  readonly record: { readonly clause: string; readonly must: readonly MustRecord[] }
  /** What follows from its having been held, in words, for the page that asks for it. */
  readonly feeds: readonly string[]
}

/** What the record still lacks, in words. An incomplete record is taken all the same: a refused record is a lost one. */
export const lacking = (kind: MeetingKind, record: MeetingRecord): string[] =>
  kind.record.must.filter((must) => !must.isThere(record)).map((must) => must.words)

/** A plan is a decision, and who does what by when unless the decision asks for nothing. */
export const hasPlan = (kind: MeetingKind, record: Pick<MeetingRecord, 'decision' | 'actions'>): boolean =>
  record.decision !== null && (record.actions > 0 || kind.endsWithoutActions.includes(record.decision))
