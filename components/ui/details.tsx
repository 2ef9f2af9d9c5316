import type { ReactNode } from 'react'

/** More, for those who ask. Opens without a script. */
export function Details({ summary, children, open }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }) {
  return <details open={open}><summary>{summary}</summary><div className="in">{children}</div></details>
}
