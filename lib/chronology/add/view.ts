export interface AddChoice {
  readonly value: string
  readonly label: string
}

/** One question of the form, ready to be drawn. */
export interface AddField {
  readonly name: string
  readonly as: 'radios' | 'select' | 'several' | 'yes-no' | 'words'
  readonly label: string
  readonly hint: string | null
  readonly optional: boolean
  readonly choices: readonly AddChoice[]
}

/** The second step: what happened is chosen, its facts are asked for. */
export interface AddChosen {
  readonly what: string
  readonly words: string
  readonly hint: string | null
  readonly fields: readonly AddField[]
  /** Open referrals of the child; the last says that it belongs to none. Empty: there is none to choose. */
  readonly referrals: readonly AddChoice[]
}

export interface AddKind {
  readonly what: string
  readonly words: string
  readonly hint: string | null
  /** The form of its own, where there is one. */
  readonly href: string | null
}

export interface AddForm {
  readonly groups: readonly { readonly words: string; readonly kinds: readonly AddKind[] }[]
  readonly chosen: AddChosen | null
}
