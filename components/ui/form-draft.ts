/**
 * What came back with a form that was not accepted: everything typed, the problems beside their fields, and what policy refused.
 * The page reads it by `?draft=` and hands it to each field; a first visit has none.
 */
export interface FormDraft {
  /** The stored draft's id, sent back as the hidden `draft` so that a second try replaces it. */
  readonly id?: string
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FieldProblem[]
  readonly refusals: readonly PolicyRefusal[]
}

/** `field` is the name of the field, or '' for the whole form. `message` is a sentence without its full stop. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** One rule that refuses: what it says in plain words, the clause it rests on, and what would be accepted instead. */
export interface PolicyRefusal {
  readonly rule: string
  readonly clause: string
  readonly says: string
  readonly wayForward: string
}

type MaybeDraft = FormDraft | null | undefined

/** The text typed into `name`, else what the page starts from. A field named in the draft and left empty stays empty. */
export function valueOf(draft: MaybeDraft, name: string, start = ''): string {
  const typed = draft?.values[name]
  if (typed === undefined) return start
  return typeof typed === 'string' ? typed : (typed[0] ?? '')
}

/** Every value chosen under `name`. A draft that lacks the name means that nothing was ticked: browsers send no empty boxes. */
export function valuesOf(draft: MaybeDraft, name: string, start: readonly string[] = []): readonly string[] {
  if (!draft) return start
  const typed = draft.values[name]
  if (typed === undefined) return []
  return typeof typed === 'string' ? [typed] : typed
}

export function problemOf(draft: MaybeDraft, name: string): string | undefined {
  return draft?.problems.find((problem) => problem.field === name)?.message
}

/** The element id of a field, from its name: the error summary links to it. `scope` tells the forms of one page apart. */
export const fieldId = (name: string, scope?: string): string => `f-${scope === undefined ? '' : `${scope}-`}${name.replace(/[^A-Za-z0-9_-]/g, '-')}`
