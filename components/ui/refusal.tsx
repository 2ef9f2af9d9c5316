import type { FormDraft, PolicyRefusal } from './form-draft'

interface RefusalProps {
  readonly draft?: FormDraft | null
  readonly refusals?: readonly PolicyRefusal[]
  readonly title?: string
  /** Where a clause can be read, from its rule. */
  readonly clauseHref?: (refusal: PolicyRefusal) => string
}

/** What policy does not allow: every rule that refuses, in plain words, its clause, and what would be accepted instead. */
export function Refusal({ draft, refusals = draft?.refusals ?? [], title = 'Policy does not allow this', clauseHref }: RefusalProps) {
  if (refusals.length === 0) return null
  return (
    <section className="refusal" id={draft && draft.problems.length > 0 ? undefined : 'problems'} role="alert" tabIndex={-1} data-focus="" data-refused={refusals.map((refusal) => refusal.rule).join(' ')}>
      <h2>{title}</h2>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.rule}>
            <p><b>{refusal.says}</b></p>
            <p className="way">{refusal.wayForward}</p>
            <p className="clause">{clauseHref ? <a href={clauseHref(refusal)}>{refusal.clause}</a> : refusal.clause}</p>
          </li>
        ))}
      </ul>
      <p className="sub">Nothing was changed. The attempt is on the record. What you typed is below.</p>
    </section>
  )
}
