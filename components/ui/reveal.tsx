import type { ReactNode } from 'react'

/**
 * A question and what only some of its answers ask for: the radios (whose options say `reveals: 'a'`) and a `Revealed` for each.
 * The style sheet hides what no answer calls for, so it works without a script; what was typed there is sent all the same, and a
 * problem that stands there is always seen.
 */
export function Asks({ children }: { readonly children: ReactNode }) {
  return <div className="asks">{children}</div>
}

export function Revealed({ by, children }: { readonly by: 'a' | 'b'; readonly children: ReactNode }) {
  return <div className={`revealed ${by}`}>{children}</div>
}
