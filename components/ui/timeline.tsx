import type { ReactNode } from 'react'

export interface TimelineItem {
  readonly key: string
  readonly heading: ReactNode
  /** When, by whom, from where: said with middle dots. */
  readonly meta: ReactNode
  /** ISO instant, for machines. */
  readonly at?: string
  readonly words?: ReactNode
  readonly tone?: 'red' | 'amber' | 'plum' | 'green' | 'grey'
  /** Replaced by a later correction: stays readable, struck through, and says so. */
  readonly corrected?: boolean
}

/** A chronology, newest first unless the page says otherwise. */
export function Timeline({ items, label, empty = 'Nothing is on record yet.' }: { readonly items: readonly TimelineItem[]; readonly label: string; readonly empty?: ReactNode }) {
  if (items.length === 0) return <p className="none">{empty}</p>
  return (
    <ol className="time" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={item.tone}>
          <div className={item.corrected ? 'h struck' : 'h'}>{item.heading}{item.corrected ? <span className="sr-only"> (corrected later)</span> : null}</div>
          <div className="m">{item.at ? <time dateTime={item.at}>{item.meta}</time> : item.meta}</div>
          {item.words ? <div className="words">{item.words}</div> : null}
        </li>
      ))}
    </ol>
  )
}
