import type { ReactNode } from 'react'

/** What is one tap away on a phone, and simply there on a wider screen and on paper. Needs no script. */
export function Fold({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) {
  return <details className="fold"><summary>{summary}</summary><div className="in">{children}</div></details>
}
