import type { TimeLeft } from '@/lib/wording/time-left'
import type { EpisodeClass } from '@/lib/wording/missing'
import type { MissingChild, PlanGlance } from './board-view'

/** One missing or absent episode, as it is read and worked by everybody who looks for the child. Plain data, chosen field by field. */

export interface EpisodeDuty {
  readonly id: string
  readonly words: string
  readonly owedBy: string
  readonly left: TimeLeft
  readonly because: readonly string[]
  readonly clause: string
  /** The form that answers it: the last part of its address; null where it is answered elsewhere. */
  readonly answer: string | null
}

export interface EpisodeNotice { readonly id: string; readonly words: string; readonly because: readonly string[]; readonly clause: string; readonly raised: string }

export interface LogLine {
  readonly id: string
  readonly heading: string
  readonly at: string
  readonly when: string
  readonly recorded: string | null
  readonly by: string
  readonly tone: 'red' | 'plum' | 'amber' | 'green' | undefined
  readonly words: readonly { readonly label: string; readonly text: string }[]
}

export interface ClassChoice { readonly value: string; readonly label: string; readonly state: 'open' | 'needs-reason' | 'closed'; readonly by: readonly { readonly says: string; readonly clause: string }[] }

export interface EpisodeView {
  readonly id: string
  readonly personId: string
  readonly reference: string
  readonly borough: string
  readonly rules: string
  readonly child: MissingChild
  /** The record of the child opens to the reader: the name leads there. */
  readonly recordOpens: boolean
  /** The record is restricted and shut to the reader: what it holds is not told, which is another thing than that it holds nothing. */
  readonly restricted: boolean
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  readonly state: 'out' | 'back' | 'closed'
  readonly class: EpisodeClass
  readonly classSince: string
  readonly classBecause: string
  readonly classClause: string | null
  /** 'Missing by itself at 14:02 tomorrow', while absent. */
  readonly until: string | null
  readonly grade: string | null
  readonly gradeWords: string
  readonly gradedWhen: string | null
  readonly proposed: { readonly grade: string; readonly words: string; readonly because: readonly string[] } | null
  readonly tooLow: boolean
  readonly floor: string | null
  readonly away: string
  readonly reported: readonly { readonly term: string; readonly value: string }[]
  readonly duties: readonly EpisodeDuty[]
  readonly notices: readonly EpisodeNotice[]
  readonly conflicts: readonly { readonly question: string; readonly yes: readonly string[]; readonly no: readonly string[] }[]
  readonly news: readonly { readonly id: string; readonly words: string; readonly when: string; readonly said: string | null; readonly left: TimeLeft }[]
  readonly enquiries: readonly { readonly line: string; readonly words: string; readonly done: string | null }[]
  /** Newest first. */
  readonly log: readonly LogLine[]
  /** Only the headings open to the reader. */
  readonly headingsOnly: boolean
  readonly plan: PlanGlance | null
  readonly heldBy: string
  readonly offer: { readonly id: string; readonly to: string; readonly by: string; readonly when: string; readonly note: string | null; readonly own: boolean; readonly mayAccept: boolean } | null
  readonly handOverTo: { readonly side: string; readonly words: string } | null
  readonly questions: readonly { readonly id: string; readonly asks: string; readonly said: string | null }[]
  readonly classes: readonly ClassChoice[]
  readonly grades: readonly ClassChoice[]
  readonly interval: { readonly least: number; readonly most: number; readonly agreed: number | null }
  readonly caller: { readonly name: string | null; readonly phone: string | null; readonly kind: string }
  readonly authorities: { readonly local: string | null; readonly responsible: string | null; readonly lookedAfter: boolean }
  readonly back: { readonly when: string; readonly how: string | null; readonly seen: string | null } | null
  readonly closingRefused: readonly { readonly rule: string; readonly says: string; readonly wayForward: string; readonly clause: string }[]
  /** `sighting`: a unit elsewhere that has seen the child writes that down, and nothing else. */
  readonly may: { readonly work: boolean; readonly tell: boolean; readonly sighting: boolean }
  readonly mark: string
  readonly turnsAt: string | null
}
