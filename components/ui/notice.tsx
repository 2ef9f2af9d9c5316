import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone?: 'blue' | 'green' | 'amber' | 'red'
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** What was just done: read out when the page opens. */
  readonly spoken?: boolean
}

/** Something to know about this page: what was done, what stands in the way. */
export function Notice({ tone = 'blue', title, children, spoken }: NoticeProps) {
  return (
    <div className={tone === 'blue' ? 'notice' : `notice ${tone}`} role={spoken ? 'status' : undefined}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  )
}

/** Something to know about the whole service: a strip under the header. */
export function Banner({ tone, children }: { readonly tone: 'plum' | 'amber'; readonly children: ReactNode }) {
  return <p className={`band ${tone}`}>{children}</p>
}
