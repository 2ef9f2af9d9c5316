import type { ActionLine } from '@/lib/actions/view'
import type { ChildView } from '@/lib/deadlines/view'
import type { MailState } from '@/lib/platform/mail/state'
import type { TimeLeft } from '@/lib/wording/time-left'

export interface ClauseView {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly source: string
  readonly edition: string
}

export interface CopyView {
  readonly participantId: string
  readonly name: string
  readonly agency: string
  /** 'Received Tue 17 May, 09:10'; null while open. */
  readonly received: string | null
  readonly mail: (MailState & { readonly id: string }) | null
  readonly hasAccount: boolean
}

export interface VerdictView {
  readonly state: 'quorate' | 'not-quorate' | 'not-known'
  /** Who was missing, in words. */
  readonly missing: readonly string[]
  readonly pack: string
  readonly clause: ClauseView
}

export interface ParticipantView {
  readonly part: string
  readonly agency: string
  readonly name: string
  /** What they brought; null where nothing is on record or the words do not open to this reader. */
  readonly brought: string | null
}

export interface PositionView {
  readonly id: string
  readonly agency: string
  readonly agrees: boolean
  readonly says: string | null
  readonly by: string
  readonly when: string
  /** A later position of the same agency stands. */
  readonly replaced: boolean
}

/** Clocks of one kind and one due time that the meeting did not meet or that it started, and for which of its children. */
export interface RunningClock {
  readonly id: string
  readonly words: string
  readonly children: readonly { readonly dutyId: string; readonly name: string }[]
  readonly left: TimeLeft
  readonly notice: boolean
}

export interface MeetingWords {
  readonly informationShared: string | null
  readonly riskAnalysis: string | null
  readonly decisionReason: string | null
  readonly medical: string | null
  readonly interviewPlan: string | null
  readonly otherChildren: string | null
}

export interface MeetingView {
  readonly id: string
  readonly path: string
  readonly kind: string
  readonly borough: string
  readonly boroughCode: string
  readonly referral: { readonly id: string; readonly reference: string } | null
  readonly mode: string
  readonly held: string
  readonly heldAt: string
  readonly recorded: string
  readonly chair: string | null
  readonly children: readonly ChildView[]
  /** 'Ottoline Brackwater and Casper Brackwater'; for somebody who only took part, '2 children named at it'. */
  readonly about: string
  /** Null for somebody who took part, until the record was sent to them. */
  readonly record: {
    readonly participants: readonly ParticipantView[]
    readonly verdict: VerdictView
    readonly decision: string | null
    readonly enquiry: string | null
    readonly policeOfficer: string | null
    /** Null where the words do not open to this reader. */
    readonly words: MeetingWords | null
    /** What the record still lacks, in words; nothing is said of it to those who only took part. */
    readonly lacking: readonly string[]
    /** Which fields can still be filled in. */
    readonly open: readonly ('chair' | 'informationShared' | 'riskAnalysis' | 'decision')[]
    readonly actions: readonly ActionLine[]
    readonly clocks: readonly RunningClock[]
    readonly positions: readonly PositionView[]
    readonly recordClause: ClauseView
  } | null
  readonly circulated: string | null
  /** The reference that its mails carry. */
  readonly reference: string
  /** To whom the record went and who has confirmed it; empty to those who only took part. */
  readonly copies: readonly CopyView[]
  /** This reader's own copy that is still to be confirmed, by participant. */
  readonly myCopy: string | null
  readonly mailIsSet: boolean
  /** The agency whose position this reader may give, or null. */
  readonly speaksFor: string | null
  readonly may: { readonly circulate: boolean; readonly chase: boolean; readonly setAction: boolean; readonly again: boolean; readonly fillIn: boolean }
}
