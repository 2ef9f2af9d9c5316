import { dutiesOf, isOpen, type Duty } from './duties'
import type { ChildFacts, PolicyEvent } from './events'
import { toTellAgain } from './identity'
import type { DutyRule, History } from './rule'

/** What joining one record to another changes of what is owed, worked out before it is done. */
export interface JoinChanges {
  /** Open on the record that would go: they end there. */
  readonly end: readonly Duty[]
  /** Owed on the record that stays from then on, counted from when they first began. */
  readonly begin: readonly Duty[]
  /** Open on the record that stays now, and met, ended or replaced by what the other holds. */
  readonly settle: readonly Duty[]
}

/** The kept record's events with the other's beside them, each at the moment it happened, as the joining would tell them. */
export function joinedEvents(kept: readonly PolicyEvent[], gone: readonly PolicyEvent[], now: Date): PolicyEvent[] {
  const told = toTellAgain(gone).map((event) => ({ ...event, id: `again:${event.id}`, recordedAt: now }))
  return [...kept, ...told].sort((a, b) => a.at.getTime() - b.at.getTime() || a.recordedAt.getTime() - b.recordedAt.getTime()).map((event, order) => ({ ...event, order }))
}

/** Pure: the same rules that will make the ledger, asked of the history as it would be. `child`: the kept record's facts with what it takes over of the other. */
export function joinChanges(kept: History, gone: History, rules: readonly DutyRule[], child: ChildFacts = kept.child): JoinChanges {
  const flags = [...new Set([...kept.child.flags, ...gone.child.flags])]
  const joined: History = { ...kept, child: { ...child, flags }, events: joinedEvents(kept.events, gone.events, kept.now) }
  const [before, after] = [dutiesOf(kept, rules).filter(isOpen), dutiesOf(joined, rules).filter(isOpen)]
  const keys = (duties: readonly Duty[]): Set<string> => new Set(duties.map((duty) => duty.key))
  const [had, has] = [keys(before), keys(after)]
  return { end: dutiesOf(gone, rules).filter(isOpen), begin: after.filter((duty) => !had.has(duty.key)), settle: before.filter((duty) => !has.has(duty.key)) }
}
