import type { History } from '../rule'

/** What is so about one person at `history.now`, computed from the record and stored nowhere. Null: not known, or not so at all. */
export type StateValue = string | number | boolean | Date | null

/** One computed state. Pure: the history holds every event up to `now` and none after it. */
export interface State {
  /** The name by which histories and screens ask for it. */
  readonly field: string
  readonly title: string
  readonly clause: string
  read(history: History): StateValue
}

/** The history as it was at that moment: later events are left out, so that a state can be read as at any past instant. */
export const asAt = (history: History, at: Date): History =>
  ({ ...history, events: history.events.filter((event) => event.at.getTime() <= at.getTime()), now: at })
