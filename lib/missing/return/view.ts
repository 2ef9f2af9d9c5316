import type { TimeLeft } from '@/lib/wording/time-left'

/** Words put on record about one step, with who and when. */
export interface ReturnStep {
  readonly id: string
  readonly heading: string
  readonly when: string
  readonly words: readonly { readonly label: string; readonly text: string }[]
}

export interface ReturnView {
  readonly episodeId: string
  readonly personId: string
  readonly reference: string
  readonly child: string
  readonly closed: string | null
  /** Null while the child is out. */
  readonly back: { readonly how: string; readonly when: string; readonly where: string; readonly with: readonly string[]; readonly dead: boolean } | null
  /** When police saw the child and spoke to the child, or null. */
  readonly seen: string | null
  readonly checkLeft: TimeLeft | null
  readonly interview: { readonly words: string; readonly over: boolean; readonly done: boolean }
  readonly interviewLeft: TimeLeft | null
  readonly shared: boolean
  readonly shareLeft: TimeLeft | null
  readonly debriefLeft: TimeLeft | null
  /** The commissioned team that is asked. */
  readonly request: { readonly id: string; readonly team: string; readonly asked: string } | null
  readonly steps: readonly ReturnStep[]
  readonly teams: readonly { readonly value: string; readonly label: string }[]
  readonly referrals: readonly { readonly value: string; readonly label: string }[]
  readonly may: { readonly back: boolean; readonly check: boolean; readonly interview: boolean; readonly debrief: boolean; readonly arrest: boolean }
}
