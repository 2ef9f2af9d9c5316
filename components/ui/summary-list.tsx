import type { ReactNode } from 'react'

export interface SummaryRow {
  readonly term: ReactNode
  readonly value: ReactNode
  readonly action?: { readonly href: string; readonly words: string; readonly about: string }
}

/** What is known, term and value; "not known" must be written out by the page, never left empty. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="list">
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action ? <dd className="change"><a href={row.action.href}>{row.action.words}<span className="sr-only"> {row.action.about}</span></a></dd> : null}
        </div>
      ))}
    </dl>
  )
}
