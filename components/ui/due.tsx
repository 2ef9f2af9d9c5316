import type { ReactNode } from 'react'

/** How time is told, as lib/wording/time-left makes it. */
export interface DueWords {
  readonly words: string
  readonly detail: string
  readonly tone: 'late' | 'soon' | 'calm'
  /** 0 … 1 of the time given, or null where the start is not known. */
  readonly used: number | null
  readonly dateTime: string
}

/** Time left in words, the date with its label, and how much of the time is gone. `note` follows the date: "red, 4 hours". */
export function Due({ left, note, bar = true }: { readonly left: DueWords; readonly note?: ReactNode; readonly bar?: boolean }) {
  return (
    <>
      <span className={left.tone === 'calm' ? 'due' : `due ${left.tone}`}>{left.words}</span>
      <span className="sub"><time dateTime={left.dateTime}>{left.detail}</time>{note ? <>, {note}</> : null}</span>
      {bar && left.used !== null ? (
        <svg className={left.tone === 'calm' ? 'used' : `used ${left.tone}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width={Math.max(2, Math.round(left.used * 100))} height="4" />
        </svg>
      ) : null}
    </>
  )
}
