import type { ReactNode } from 'react'

interface PagerProps {
  /** What is shown, in words: "Showing 25 of 117, soonest first." */
  readonly children: ReactNode
  readonly previous?: { readonly href: string; readonly words: string }
  readonly next?: { readonly href: string; readonly words: string }
}

/** The end of a list: what is shown, and the neighbouring pages by key, never by number. */
export function Pager({ children, previous, next }: PagerProps) {
  return (
    <div className="foot">
      <span>{children}</span>
      {previous || next ? (
        <nav aria-label="More of this list">
          {previous ? <a rel="prev" href={previous.href}>{previous.words}</a> : null}
          {next ? <a rel="next" href={next.href}>{next.words}</a> : null}
        </nav>
      ) : null}
    </div>
  )
}
