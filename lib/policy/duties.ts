import { dueAfter, type Counted } from './calendar/duration';
import { closesMatter } from './matter';
import type { DurationParameter } from './packs';
import type { PolicyEvent } from './events';
import type { ClockStart, DutyRule, History, NoticeRule, TimescaleRule } from './rule';

/** One duty owed to one child, as the policy demands it from the history. The ledger of deadlines mirrors these. */
export interface Duty {
  /** Stable across recomputation: rule, starting event, item. */
  readonly key: string;
  readonly rule: DutyRule;
  readonly startedBy: PolicyEvent;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly dayEnd: boolean;
  readonly days: readonly Counted[];
  readonly because: readonly string[];
  readonly parameter: DurationParameter | null;
  readonly item: string | null;
  readonly met: PolicyEvent | null;
  readonly ended: { readonly by: PolicyEvent; readonly why: string } | null;
  /** The earlier clock of the same rule that this one replaced because it falls due sooner, by key. */
  readonly shortens: string | null;
  /** The key of the clock that replaced this one. */
  readonly shortenedBy: string | null;
}

interface Running {
  duty: Duty;
  clock: ClockStart;
}

/**
 * Everything owed to one child, from the whole history, in the order the clocks opened.
 * Pure: the same history, pack and `now` give the same duties whatever was computed before.
 * Throws BeyondHolidayData when a counted day lies outside the holiday data.
 */
export function dutiesOf(history: History, rules: readonly DutyRule[]): Duty[] {
  return rules.flatMap((rule) => (rule.form === 'clock' ? clocksOf(rule, history) : noticesOf(rule, history)));
}

function clocksOf(rule: TimescaleRule, history: History): Duty[] {
  const all: Running[] = [];
  for (const event of history.events) {
    // Stops first: only events after a start stop its clock, so an event never stops the clock it starts.
    for (const running of all) {
      if (!isOpen(running.duty)) continue;
      const stop = annulment(event, running.duty) ?? rule.stops(event, running.clock, history);
      if (stop === null) continue;
      running.duty = stop.how === 'met'
        ? { ...running.duty, met: event }
        : { ...running.duty, ended: { by: event, why: stop.why } };
    }
    const start = rule.starts(event, history);
    if (start === null) continue;
    const opened = open(rule, start);
    const current = rule.opens === 'once' ? all.find((running) => isOpen(running.duty)) : undefined;
    if (current === undefined) {
      if (rule.opens === 'once' && isAnswered(rule, start, history)) continue;
      all.push({ duty: opened, clock: start });
      continue;
    }
    // New facts shorten and never lengthen (sd-recompute): the former due time stays visible on the replaced clock.
    if (start.restates !== true && opened.dueAt.getTime() >= current.duty.dueAt.getTime()) continue;
    current.duty = { ...current.duty, shortenedBy: opened.key };
    all.push({ duty: { ...opened, shortens: current.duty.key }, clock: start });
  }
  return all.map((running) => running.duty);
}

/**
 * "Once": no clock starts where its stop already stands, even one that stood before any clock opened (a discussion held
 * before the referral was written down), unless the matter was closed since or the rule says the new fact is new.
 */
function isAnswered(rule: TimescaleRule, start: ClockStart, history: History): boolean {
  const earlier = history.events.filter((event) => isAfter(start.by, event));
  const standing = earlier.findLast((event) => rule.stops(event, start, history)?.how === 'met');
  if (standing === undefined) return false;
  if (earlier.some((event) => closesMatter(event) && isAfter(event, standing))) return false;
  return rule.stillAnswered?.(start.by, standing, history) ?? true;
}

export const isAfter = (later: PolicyEvent, earlier: PolicyEvent): boolean =>
  later.at.getTime() > earlier.at.getTime() || (later.at.getTime() === earlier.at.getTime() && later.order > earlier.order);

export const isOpen = (duty: Duty): boolean => duty.met === null && duty.ended === null && duty.shortenedBy === null;

function open(rule: TimescaleRule, start: ClockStart): Duty {
  const due = start.dueAt === undefined
    ? dueAfter(start.from, start.duration)
    : { dueAt: start.dueAt, dayEnd: false, days: [] };
  return {
    key: keyOf(rule, start.by, start.item ?? null), rule, startedBy: start.by, startsAt: start.from, dueAt: due.dueAt,
    dayEnd: due.dayEnd, days: due.days, because: start.because, parameter: start.parameter, item: start.item ?? null,
    met: null, ended: null, shortens: null, shortenedBy: null,
  };
}

function noticesOf(rule: NoticeRule, history: History): Duty[] {
  const duties: Duty[] = [];
  for (const event of history.events) {
    for (const [index, duty] of duties.entries()) {
      if (!isOpen(duty)) continue;
      const annulled = annulment(event, duty);
      if (annulled !== null) duties[index] = { ...duty, ended: { by: event, why: annulled.why } };
      else if (rule.remedies(event, duty.startedBy, history)) duties[index] = { ...duty, met: event };
    }
    const raised = rule.raises(event, history);
    if (raised === null) continue;
    duties.push({
      key: keyOf(rule, event, null), rule, startedBy: event, startsAt: event.at, dueAt: event.at, dayEnd: false, days: [],
      because: raised.because, parameter: null, item: null, met: null, ended: null, shortens: null, shortenedBy: null,
    });
  }
  return duties;
}

/** A start entered in error is annulled by a supervisor with a reason: it stays visible and leaves the figures (sd-recompute). */
function annulment(event: PolicyEvent, duty: Duty): { how: 'ended'; why: string } | null {
  if (event.kind !== 'duty-annulled' || event.detail['of'] !== duty.startedBy.id) return null;
  return { how: 'ended', why: 'annulled' };
}

function keyOf(rule: DutyRule, by: PolicyEvent, item: string | null): string {
  return item === null ? `${rule.id}|${by.id}` : `${rule.id}|${by.id}|${item}`;
}
