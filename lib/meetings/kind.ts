import type { ActName } from '@/lib/access/permissions'
import type { Agency } from '@/lib/access/roles'
import type { EventKind, PolicyEvent } from '@/lib/policy/events'
import type { Pack } from '@/lib/policy/packs'
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
  /** How long it is kept free for in a calendar, in minutes. */
  readonly lasts: number
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
  /** Of a meeting that goes through an agenda, prepared beforehand and held from one screen (MAP, MASE); null for one that is only recorded. */
  readonly agenda: Agenda | null
}

/** What an item can be about. A victim is a child; an offender is a person who poses a risk. */
export type ItemKind = 'victim' | 'offender' | 'location' | 'theme'
/** The fields of an item into which the meeting's minutes are written. */
export const MINUTE_FIELDS = ['analysis', 'risk', 'decision', 'mitigation', 'notes'] as const
export type MinuteField = (typeof MINUTE_FIELDS)[number]

/** Somebody whom the rule asks to the meeting: the part, the agency that sends it. */
export interface Member {
  readonly part: string
  readonly agency: Agency
}

export interface Agenda {
  /** The word of the chronology and of the procedures: 'MASE', 'MAP'. */
  readonly meeting: 'MASE' | 'MAP'
  /** Each borough has one every month without anybody calling it; or one is called for a child. */
  readonly rhythm: 'monthly' | 'called'
  readonly members: { readonly clause: string; of(pack: Pack): readonly Member[] }
  readonly items: readonly ItemKind[]
  /** What an item must say before it is closed. */
  readonly closes: { readonly clause: string; readonly fields: readonly Exclude<MinuteField, 'notes'>[] }
  /** Each agency looks in its own records beforehand. */
  readonly research: { readonly clause: string } | null
  /** Unfinished actions of the meeting before are taken up first (mase-actions). */
  readonly earlierActions: { readonly clause: string } | null
  readonly rights: { readonly list: ActName; readonly run: ActName; readonly signOff: ActName }
  /** Whose next meeting takes over what this one decided. */
  readonly outputsTo: string | null
}

/** What the record still lacks, in words. An incomplete record is taken all the same: a refused record is a lost one. */
export const lacking = (kind: MeetingKind, record: MeetingRecord): string[] =>
  kind.record.must.filter((must) => !must.isThere(record)).map((must) => must.words)

/** A plan is a decision, and who does what by when unless the decision asks for nothing. */
export const hasPlan = (kind: MeetingKind, record: Pick<MeetingRecord, 'decision' | 'actions'>): boolean =>
  record.decision !== null && (record.actions > 0 || kind.endsWithoutActions.includes(record.decision))
