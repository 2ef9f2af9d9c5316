import { BeyondHolidayData, dueAfter, overdue, type Counted, type Due } from './calendar/duration'
import { sameReferral } from './decisions'
import { closesMatter } from './matter'
import type { DurationParameter, Pack } from './packs'
import { isAfter, type PolicyEvent } from './events'
import type { ClockStart, DutyRule, History, NoticeRule, TimescaleRule } from './rule'

/** One duty owed to one child, as the policy demands it from the history. The ledger of deadlines mirrors these. */
export interface Duty {
  /** Stable across recomputation: rule, starting event, item. */
  readonly key: string
  readonly rule: DutyRule
  readonly startedBy: PolicyEvent
  readonly startsAt: Date
  readonly dueAt: Date
  /** What it stands on: the clause of the value that dated it (red or green, not always amber). */
  readonly clause: string
  readonly dayEnd: boolean
  readonly days: readonly Counted[]
  readonly because: readonly string[]
  readonly parameter: DurationParameter | null
  /** The pack it was dated by and keeps. */
  readonly pack: Pack
  readonly item: string | null
  readonly met: PolicyEvent | null
  readonly ended: { readonly by: PolicyEvent; readonly why: string } | null
  /** The earlier clock of the same rule that this one replaced because it falls due sooner, by key. */
  readonly shortens: string | null
  /** The key of the clock that replaced this one. */
  readonly shortenedBy: string | null
}

interface Running {
  duty: Duty
  clock: ClockStart
}

/**
 * Everything owed to one child, from the whole history, in the order the clocks opened.
 * Pure: the same history, pack and `now` give the same duties whatever was computed before.
 */
export function dutiesOf(history: History, rules: readonly DutyRule[]): Duty[] {
  return rules.flatMap((rule) => (rule.form === 'clock' ? clocksOf(rule, history) : noticesOf(rule, history)))
}

function clocksOf(rule: TimescaleRule, history: History): Duty[] {
  const all: Running[] = []
  // Starts that a sooner clock of the same rule stood in for: if that clock ends unmet they are owed again.
  let waiting: ClockStart[] = []
  for (const event of history.events) {
    // Stops first: only events after a start stop its clock, so an event never stops the clock it starts.
    waiting = waiting.filter((start) => !annuls(event, start.by) && rule.stops(event, start, history) === null)
    for (const running of all) {
      if (!isOpen(running.duty)) continue
      const stop = annulment(event, running.duty) ?? rule.stops(event, running.clock, history)
      if (stop === null) continue
      running.duty = stop.how === 'met'
        ? { ...running.duty, met: event }
        : { ...running.duty, ended: { by: event, why: stop.why } }
      const [same, others] = [waiting.filter((start) => sameItem(start, running.clock)), waiting.filter((start) => !sameItem(start, running.clock))]
      waiting = stop.how === 'met' ? others : [...others, ...takeUp(rule, same, all, history)]
    }
    for (const start of startsAt(rule, event, history)) {
      const opened = open(rule, start, history)
      const current = rule.opens === 'once' ? all.find((running) => isOpen(running.duty) && sameItem(running.clock, start)) : undefined
      if (current === undefined) {
        if (rule.opens === 'once' && isAnswered(rule, start, history)) continue
        all.push({ duty: opened, clock: start })
        continue
      }
      const restates = start.restates === true && sameReferral(start.by, current.clock.by)
      if (start.restates === true) waiting = waiting.filter((other) => other.by.referralId !== start.by.referralId)
      // New facts shorten and never lengthen (sd-recompute): the former due time stays visible on the replaced clock.
      if (opened.dueAt.getTime() >= current.duty.dueAt.getTime() && (!restates || overdue(current.duty, event.at))) {
        if (!restates) waiting.push(start)
        continue
      }
      if (!restates) waiting.push(current.clock)
      current.duty = { ...current.duty, shortenedBy: opened.key }
      all.push({ duty: { ...opened, shortens: current.duty.key }, clock: start })
    }
  }
  return all.map((running) => running.duty)
}

function startsAt(rule: TimescaleRule, event: PolicyEvent, history: History): readonly ClockStart[] {
  const started = rule.starts(event, history)
  if (started === null) return []
  return 'by' in started ? [started] : started
}

/** Clocks of one rule about the same thing: the same suspect, the same linked child, or the child as such. */
const sameItem = (a: ClockStart, b: ClockStart): boolean => (a.item ?? null) === (b.item ?? null)

/**
 * A clock ended unmet, and other facts had asked for one too: the soonest of them runs, from its own start. Without this a
 * decision on one referral would leave another about the same child without a clock. Gives the starts that still wait.
 */
function takeUp(rule: TimescaleRule, starts: readonly ClockStart[], all: Running[], history: History): ClockStart[] {
  const soonest = starts.map((clock) => ({ clock, duty: open(rule, clock, history) }))
    .reduce<Running | null>((first, next) => (first === null || next.duty.dueAt.getTime() < first.duty.dueAt.getTime() ? next : first), null)
  if (soonest === null) return []
  const replaced = all.find((running) => running.duty.key === soonest.duty.key)
  if (replaced === undefined) all.push(soonest)
  else replaced.duty = { ...replaced.duty, shortenedBy: null }
  for (const running of all) if (running.duty.shortens === soonest.duty.key) running.duty = { ...running.duty, shortens: null }
  return starts.filter((start) => start !== soonest.clock)
}

/**
 * "Once": no clock starts where its stop already stands, even one that stood before any clock opened (a discussion held
 * before the referral was written down), unless the matter was closed since or the rule says the new fact is new.
 */
function isAnswered(rule: TimescaleRule, start: ClockStart, history: History): boolean {
  const earlier = history.events.filter((event) => isAfter(start.by, event))
  const standing = earlier.findLast((event) => rule.stops(event, start, history)?.how === 'met')
  if (standing === undefined) return false
  // The stop itself may have closed the matter (a decision that the threshold is not met).
  if (earlier.some((event) => !isAfter(standing, event) && closesMatter(event, history))) return false
  return rule.stillAnswered?.(start.by, standing, history) ?? true
}

export const isOpen = (duty: Duty): boolean => duty.met === null && duty.ended === null && duty.shortenedBy === null

function open(rule: TimescaleRule, start: ClockStart, history: History): Duty {
  const due = dueOf(start)
  const pack = history.packAt(start.keepsPackOf ?? start.by)
  return {
    key: keyOf(rule, start.by, start.item ?? null), rule, startedBy: start.by, startsAt: start.from, dueAt: due.dueAt,
    clause: start.clause ?? (start.parameter === null ? rule.clause : pack.parameters[start.parameter].clause),
    dayEnd: due.dayEnd, days: due.days, because: due.uncounted ? [...start.because, UNCOUNTED] : start.because, parameter: start.parameter, pack, item: start.item ?? null,
    met: null, ended: null, shortens: null, shortenedBy: null,
  }
}

const UNCOUNTED = 'its working days lie outside the bank holidays held here, so they are not counted: it is due at once'

/**
 * Working days outside the holiday data are never guessed, and never keep a child off the record either: such a clock is due
 * at its start, which is never too late, and says so. Thrown instead, every later act about that child would fail.
 */
function dueOf(start: ClockStart): Due & { readonly uncounted: boolean } {
  if (start.dueAt !== undefined) return { dueAt: start.dueAt, dayEnd: start.dayEnd ?? false, days: [], uncounted: false }
  try {
    return { ...dueAfter(start.from, start.duration), uncounted: false }
  } catch (error) {
    if (!(error instanceof BeyondHolidayData)) throw error
    return { dueAt: start.from, dayEnd: false, days: [], uncounted: true }
  }
}

function noticesOf(rule: NoticeRule, history: History): Duty[] {
  const duties: Duty[] = []
  for (const event of history.events) {
    for (const [index, duty] of duties.entries()) {
      if (!isOpen(duty)) continue
      const annulled = annulment(event, duty)
      if (annulled !== null) duties[index] = { ...duty, ended: { by: event, why: annulled.why } }
      else if (rule.remedies(event, duty.startedBy, history)) duties[index] = { ...duty, met: event }
    }
    const raised = rule.raises(event, history)
    if (raised === null) continue
    duties.push({
      key: keyOf(rule, event, null), rule, startedBy: event, startsAt: event.at, dueAt: event.at, clause: raised.clause ?? rule.clause, dayEnd: false, days: [],
      because: raised.because, parameter: null, pack: history.packAt(event), item: null, met: null, ended: null, shortens: null, shortenedBy: null,
    })
  }
  return duties
}

/**
 * A start entered in error is annulled by a supervisor with a reason: it stays visible and leaves the figures (sd-recompute). A record
 * found to be of somebody known owes nothing any more: the same starts run on the known record, from their own moments.
 */
function annulment(event: PolicyEvent, duty: Duty): { how: 'ended'; why: string } | null {
  return annuls(event, duty.startedBy) ? { how: 'ended', why: event.kind === 'person-matched' ? 'matched' : 'annulled' } : null
}

const annuls = (event: PolicyEvent, start: PolicyEvent): boolean =>
  event.kind === 'person-matched' || (event.kind === 'duty-annulled' && event.detail['of'] === start.id)

function keyOf(rule: DutyRule, by: PolicyEvent, item: string | null): string {
  return item === null ? `${rule.id}|${by.id}` : `${rule.id}|${by.id}|${item}`
}
