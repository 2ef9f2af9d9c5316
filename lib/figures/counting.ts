import type { Period } from './moments'
import type { Frame, RecordedFigure } from './view'

/** In place of figures that could not be counted while the page waited: what was asked, and what is known of it. Never a number that is not whole. */
export interface CountingView extends Frame {
  /** `asked`: the worker is counting, and it will be there; `too-long`: nothing keeps it, and it must be asked more narrowly. */
  readonly counting: 'asked' | 'too-long'
  readonly title: string
  /** What the page says of it. */
  readonly words: CountingWords
  /** Stretches of the same question that are counted already. */
  readonly ready: readonly Period[]
  readonly recorded: readonly RecordedFigure[]
}

export interface CountingWords { readonly title: string; readonly says: string }

export const countingWords = ({ counting, title, where, stretch }: Pick<CountingView, 'counting' | 'title' | 'where' | 'stretch'>): CountingWords => (counting === 'asked'
  ? { title: 'These figures are being counted', says: `${title}. ${where}. ${stretch}. There is too much on record to count it while you wait: it is being counted now, which takes some minutes. Open this page again then. No number is shown before the count is whole.` }
  : { title: 'This is too much to put together while you wait', says: `${title}. ${where}. ${stretch}. Ask for one borough, one month or a shorter stretch. No part of it is shown as if it were all.` })
