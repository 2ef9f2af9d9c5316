import type { ActionLine } from '@/lib/actions/view'
import type { InvitationView } from '../calls/view'
import type { ItemKind } from '../kind'
import type { ClauseView } from '../view'

/** What an agency brought about an item, or that it has not. */
export interface BroughtView {
  readonly agency: string
  readonly words: string
  readonly state: 'known' | 'nothing' | 'missing'
  /** What was found; null where nothing is known, or the words do not open yet. */
  readonly says: string | null
  readonly when: string | null
  readonly late: boolean
}

export interface ItemView {
  readonly id: string
  readonly kind: ItemKind
  readonly name: string
  readonly href: string | null
  readonly age: string | null
  readonly masked: boolean
  readonly why: string | null
  readonly source: string
  /** 'Strategy discussion held 12 May'; null for what needs none. */
  readonly behind: { readonly there: boolean; readonly words: string; readonly override: string | null } | null
  readonly sharedWith: readonly string[]
  readonly sharedWords: string
  readonly brought: readonly BroughtView[]
  readonly closed: string | null
  readonly risk: string | null
  /** The words of the minutes; empty while they do not open to this reader. */
  readonly minutes: readonly { readonly label: string; readonly text: string }[]
  readonly considered: readonly { readonly words: string; readonly used: boolean; readonly why: string }[]
  readonly carried: boolean
  readonly first: boolean
  readonly last: boolean
}

export interface GroupView {
  readonly kind: ItemKind
  readonly title: string
  readonly items: readonly ItemView[]
}

/** An agency that owes research, and on how many items. */
export interface OwedResearch {
  readonly agency: string
  readonly words: string
  readonly missing: number
  readonly of: number
  readonly asked: boolean
}

export interface EscalationView {
  readonly id: string
  readonly agency: string
  readonly when: string
  readonly by: string
  readonly reason: string
  readonly answer: string | null
  readonly answered: string | null
}

export interface RecordView {
  readonly held: string
  readonly chair: string
  readonly verdict: { readonly ok: boolean | null; readonly says: string | null; readonly clause: ClauseView }
  readonly exception: { readonly reason: string; readonly by: string; readonly when: string } | null
  readonly signedOff: { readonly by: string; readonly when: string } | null
  readonly issued: string | null
  readonly present: readonly { readonly name: string; readonly part: string; readonly agency: string; readonly commits: string | null }[]
  readonly absent: readonly string[]
  readonly running: readonly { readonly agency: string; readonly words: string; readonly raised: boolean }[]
  readonly escalations: readonly EscalationView[]
  readonly copies: readonly { readonly id: string; readonly name: string; readonly agency: string; readonly received: string | null; readonly hasAccount: boolean }[]
  readonly mine: 'open' | 'received' | null
  readonly plan: readonly { readonly label: string; readonly text: string }[]
  /** When the next MAP of the child is due, and whether one is called. */
  readonly next: { readonly words: string; readonly href: string; readonly called: boolean } | null
  readonly actions: readonly ActionLine[]
}

export interface AgendaView {
  readonly id: string
  readonly kind: 'map' | 'mase'
  readonly meeting: 'MAP' | 'MASE'
  readonly title: string
  readonly heading: string
  readonly reference: string
  readonly borough: string
  readonly boroughCode: string
  readonly state: 'to-come' | 'open' | 'ended' | 'off'
  readonly when: string
  readonly meetsAt: string
  readonly past: boolean
  readonly mode: string
  readonly modeCode: string
  readonly place: string | null
  readonly lead: string | null
  readonly off: string | null
  readonly chairSays: string
  readonly chairClause: ClauseView
  /** Whether this reader prepares or works on it; else an agency that is asked. */
  readonly works: boolean
  readonly invitations: readonly InvitationView[]
  readonly notAsked: readonly { readonly part: string; readonly reason: string }[]
  /** Whom the procedures ask for and who is neither asked nor excused: for the form. */
  readonly toAsk: readonly { readonly part: string; readonly agency: string; readonly title: string; readonly name: string }[]
  readonly colleagues: readonly string[]
  readonly researchDue: string
  readonly researchLate: boolean
  readonly owed: readonly OwedResearch[]
  readonly earlier: readonly ActionLine[]
  readonly groups: readonly GroupView[]
  readonly agencies: readonly { readonly value: string; readonly label: string }[]
  readonly record: RecordView | null
  readonly mailIsSet: boolean
  readonly may: { readonly run: boolean; readonly list: boolean; readonly signOff: boolean; readonly except: boolean; readonly board: boolean; readonly issue: boolean; readonly research: boolean }
}

/** One line of the list of meetings. */
export interface MeetingLine {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly borough: string
  readonly about: string
  readonly state: string
  readonly tone: 'red' | 'amber' | 'green' | 'grey'
  readonly late: boolean
  readonly mine: string | null
}

export interface MeetingsView {
  /** How many of each list are shown; one more stands in it where there are more. */
  readonly most: number
  readonly session: readonly MeetingLine[]
  readonly toCome: readonly MeetingLine[]
  readonly unfinished: readonly MeetingLine[]
  readonly missed: readonly MeetingLine[]
  readonly absences: readonly { readonly id: string; readonly agency: string; readonly words: string; readonly borough: string; readonly meeting: string; readonly raised: boolean }[]
  readonly works: boolean
  readonly mayList: boolean
}

export interface ListFormView {
  readonly page: string
  readonly about: { readonly kind: ItemKind; readonly id: string; readonly name: string; readonly age: string | null } | null
  readonly behind: { readonly there: boolean; readonly words: string } | null
  readonly meetings: readonly { readonly value: string; readonly label: string }[]
  readonly boroughs: readonly { readonly value: string; readonly label: string }[]
  /** Where it stands on an agenda already. */
  readonly listed: readonly { readonly href: string; readonly words: string }[]
  readonly agencies: readonly { readonly value: string; readonly label: string }[]
  readonly clause: ClauseView
  readonly calledHref: string | null
}

export interface ResearchItem {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly born: string | null
  readonly why: string | null
  readonly answers: readonly { readonly words: string; readonly when: string }[]
}

export interface ResearchView {
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly when: string
  readonly due: string
  readonly late: boolean
  readonly state: 'open' | 'closed'
  readonly agencies: readonly { readonly agency: string; readonly words: string; readonly items: readonly ResearchItem[]; readonly hidden: number }[]
}

/** The MAPs of one child. */
export interface PersonMaps {
  readonly to: readonly MeetingLine[]
  readonly past: readonly MeetingLine[]
  readonly listed: readonly { readonly href: string; readonly words: string; readonly state: string }[]
  readonly behind: { readonly there: boolean; readonly words: string }
  readonly due: string | null
  readonly may: boolean
  readonly clause: ClauseView
}
