/** Somebody who lives, or lived that day, in the household. */
export interface HomeLine {
  readonly key: string
  /** Null where the record leads nowhere for this reader. */
  readonly id: string | null
  readonly name: string
  readonly age: string
  /** 'At this address', 'Said to live here': with since when. */
  readonly how: string
  readonly since: string
  /** What is known of them now; nothing of a day that is past. */
  readonly marks: readonly { readonly words: string; readonly tone: 'red' | 'amber' | 'plum' }[]
  readonly open: readonly string[]
  readonly ring: string
}

/** Who lives with somebody, now or at the end of a day. */
export interface HomeView {
  /** The day, as it is typed and as it is said; null for now. */
  readonly day: { readonly value: string; readonly words: string } | null
  readonly lines: readonly HomeLine[]
  /** The address is shared by so many that they are not listed: how many, or more. */
  readonly crowd: string | null
  /** There is no address of that day, and nobody is said to live with them. */
  readonly nothing: boolean
}

export interface EndTieView {
  readonly other: { readonly id: string; readonly name: string; readonly age: string }
  readonly ties: readonly { readonly value: string; readonly label: string }[]
}
