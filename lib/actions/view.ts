import type { ChildView } from '@/lib/deadlines/view'
import type { TimeLeft } from '@/lib/wording/time-left'

export type ActionState = 'late' | 'open' | 'done' | 'done-late' | 'carried'

export interface ActionLine {
  readonly id: string
  readonly what: string
  readonly child: ChildView
  /** How many further children it is about. */
  readonly others: number
  readonly owner: string
  readonly agency: string
  readonly mine: boolean
  readonly state: ActionState
  readonly left: TimeLeft
  /** 'Done 09:10 yesterday, in time: visit note 4'; null while open. */
  readonly stateWords: string | null
  /** 'Carried twice; first due by the end of Wed 18 May'; null where it never was. */
  readonly carried: string | null
  /** The meeting it comes from. */
  readonly from: { readonly href: string; readonly words: string } | null
  readonly borough: string
  /** May this reader finish or carry it now? */
  readonly mayFinish: boolean
}

export type Whose = 'mine' | 'agency' | 'borough'

export interface ActionList {
  readonly whose: Whose
  readonly ended: boolean
  /** What it is filtered by, and whether this reader may look for people at all. */
  readonly q: string | null
  readonly searches: boolean
  readonly rows: readonly ActionLine[]
  /** Open ones in this list, and how many of them are late: counted up to 100. */
  readonly open: number
  readonly late: number
  readonly more: boolean
  /** The lists this reader has. */
  readonly lists: readonly { readonly whose: Whose; readonly words: string }[]
  readonly next: string | null
}

export interface ActionPage {
  readonly line: ActionLine
  readonly setWords: string
  readonly evidence: string | null
  /** The dates it had before, oldest first. */
  readonly before: readonly { readonly due: string; readonly why: string; readonly when: string }[]
  readonly follows: { readonly id: string; readonly due: string } | null
}
