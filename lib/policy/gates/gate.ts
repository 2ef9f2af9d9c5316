import type { EventKind, PolicyEvent } from '../events'
import type { History, Refusal } from '../rule'

/**
 * *May this be done.* Asked of every entry an act wants to write, before it is written: no act can forget its gate.
 * The history is what stood before the event.
 */
export interface Gate {
  readonly id: string
  readonly clause: string
  readonly kinds: readonly EventKind[]
  /** The clause may be said where these facts stand on another than the gate's own. */
  refuses(event: PolicyEvent, history: History): (Omit<Refusal, 'rule' | 'clause'> & { readonly clause?: string }) | null
}
