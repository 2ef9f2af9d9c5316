import type { ItemKind, MinuteField } from '../kind'

export interface AttendeeView {
  readonly id: string
  readonly part: string
  readonly agency: string
  readonly name: string
  readonly rank: string | null
  readonly present: boolean
  readonly canCommit: boolean | null
}

/** An unfinished action of an earlier meeting of the series. */
export interface EarlierView {
  readonly id: string
  readonly what: string
  /** Its words do not open to this reader. */
  readonly hidden: boolean
  readonly about: string
  readonly owner: string
  readonly agency: string
  /** 'Fri 20 May 2016', with its label beside it. */
  readonly due: string
  readonly late: boolean
  /** 'Done', 'Carried', 'Not due yet'; null while it waits to be taken up. */
  readonly taken: string | null
  /** May be shown to everybody in the room. */
  readonly wall: boolean
}

/** One line of the agenda. */
export interface ItemLine {
  readonly id: string
  readonly number: number
  readonly kind: ItemKind
  readonly name: string
  readonly masked: boolean
  readonly closed: boolean
  /** 'High risk'; null while open. */
  readonly risk: string | null
  readonly decision: string | null
}

export interface FieldView {
  readonly field: MinuteField
  readonly words: string
  readonly text: string
  readonly version: number
  /** 'Ada Byron, 10:14'; null where nothing stands. */
  readonly last: string | null
  /** It has to say something before the item is closed. */
  readonly needed: boolean
}

export interface ResearchView {
  readonly agency: string
  /** What was found; null where nothing is known. */
  readonly says: string | null
  readonly by: string
}

export interface OptionView {
  readonly option: string
  readonly words: string
  readonly fits: boolean
  /** The record itself calls for it. */
  readonly certain: boolean
  readonly why: string
  readonly used: boolean | null
  readonly said: string
}

export interface AgreedView {
  readonly id: string
  readonly what: string
  readonly owner: string
  readonly agency: string
  readonly due: string
  readonly about: string | null
}

export interface ItemView extends ItemLine {
  /** The person's page; null where this reader has none. */
  readonly href: string | null
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  readonly flags: readonly string[]
  /** Whether anything written about it opens to this reader. */
  readonly opens: boolean
  readonly why: string | null
  /** The discussion that the listing stands on, in words; null for an item that needs none. */
  readonly strategy: string | null
  /** Why it is listed without one: in plain sight. */
  readonly override: string | null
  readonly shared: readonly string[]
  readonly research: readonly ResearchView[]
  readonly noResearch: readonly string[]
  readonly fields: readonly FieldView[]
  readonly options: readonly OptionView[]
  readonly actions: readonly AgreedView[]
  /** 'Closed 10:22 by Ada Byron'. */
  readonly closedWords: string | null
}

export interface GroupView {
  readonly kind: ItemKind
  readonly title: string
  readonly lines: readonly ItemLine[]
}

export interface RoomView {
  readonly id: string
  readonly meeting: 'MASE' | 'MAP'
  readonly title: string
  /** Its page outside the room: preparation before, record after. */
  readonly page: string
  readonly borough: string
  readonly reference: string
  readonly when: string
  readonly state: 'to-come' | 'open' | 'ended' | 'off'
  readonly opened: string | null
  readonly chair: string | null
  /** The chair is not whom the rule asks for, or may not be. */
  readonly chairWarning: { readonly says: string; readonly clause: string } | null
  readonly chairSays: string
  readonly mayRun: boolean
  readonly people: readonly AttendeeView[]
  /** Parts that the procedures ask for and nobody is here for. */
  readonly notThere: readonly string[]
  /** Agencies that brought nothing on items that are shared with them, with how many. */
  readonly noResearch: readonly { readonly agency: string; readonly items: number }[]
  readonly earlier: readonly EarlierView[]
  readonly waiting: number
  readonly agenda: readonly GroupView[]
  readonly item: ItemView | null
  /** The next open item after the one shown. */
  readonly next: string | null
  /** Whom an action about a place or a theme can protect. */
  readonly protects: readonly { readonly value: string; readonly label: string }[]
  readonly closesBy: string
  /** What the page stood at when it was made: who is there, what is closed, agreed and considered. */
  readonly mark: string
  readonly at: string
}

/** What has changed in a room since a moment: what a screen asks for every other second. */
export interface RoomChanges {
  readonly state: RoomView['state']
  readonly mark: string
  /** From when to ask the next time. */
  readonly at: string
  readonly fields: readonly {
    readonly item: string
    readonly field: MinuteField
    readonly version: number
    /** The version it was typed upon: older than the one before it, two wrote at the same time. */
    readonly base: number
    readonly text: string
    readonly by: string
    readonly mine: boolean
    /** Written a few seconds ago: somebody is writing there. */
    readonly now: boolean
  }[]
}
