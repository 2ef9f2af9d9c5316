/** One entry as a chronology shows it. Plain data; `words` is empty where only the headings are open. */
export interface EntryLine {
  readonly id: string
  readonly heading: string
  /** When it happened, ISO. */
  readonly at: string
  readonly when: string
  /** 'recorded 21:50 yesterday' where that is later than it happened. */
  readonly recorded: string | null
  readonly by: string
  readonly agency: string
  readonly source: string | null
  readonly referralId: string | null
  readonly tone: 'red' | 'plum' | 'amber' | 'green' | undefined
  readonly words: readonly { readonly label: string; readonly text: string }[]
  /** The words were taken out under recorded authority. */
  readonly redacted: boolean
  readonly others: number
  readonly corrected: boolean
  readonly correction: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Chronology {
  readonly entries: readonly EntryLine[]
  readonly kinds: readonly Choice[]
  readonly agencies: readonly Choice[]
  readonly kind: Choice | null
  readonly agency: Choice | null
  /** Cursor of the page after this one, or null. */
  readonly next: string | null
  readonly total: number
}
