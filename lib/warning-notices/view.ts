/** Somebody as a list shows them: a restricted person is there and has no name. */
export interface Shown {
  readonly id: string
  readonly name: string
  readonly masked: boolean
  readonly age: string
}

/** A notice as it is known to exist; its words only where the record opens. */
export interface NoticeLine {
  readonly id: string
  readonly adult: Shown
  readonly child: Shown
  readonly ground: string
  readonly where: string
  readonly served: string
  /** 'ends by itself on 20 May 2018', 'ended on …', 'its day is not known'. */
  readonly ends: string
  readonly stands: boolean
  readonly breaches: number
  readonly words: NoticeWords | null
}

export interface NoticeWords {
  readonly by: string
  readonly place: string
  readonly conditions: string
  readonly endedWhy: string | null
  readonly breaches: readonly { readonly key: string; readonly when: string; readonly what: string; readonly done: string }[]
}

/** What serving starts from: the child as the record tells now, and what a notice could rest on. */
export interface ServeView {
  readonly adult: Shown
  readonly child: Shown & { readonly born: string; readonly care: string }
  readonly grounds: readonly { readonly value: string; readonly label: string; readonly closed: string | null }[]
  readonly standing: NoticeLine | null
}
