import { bankHoliday } from './calendar/bank-holidays'
import { dueAfter, type Due } from './calendar/duration'
import { addDays, endOfLondonDay, londonDate, startOfLondonDay, weekday, type PlainDate } from './calendar/london'
import { instantOf, isAfter, textOf, type PolicyEvent } from './events'
import { durationOf } from './packs'
import type { History } from './rule'

/** What an entry says of an emergency protection order. One without the word is an order made: histories say no more. */
const changeOf = (event: PolicyEvent): string | null => (event.kind === 'emergency-protection-order' ? textOf(event, 'change') ?? 'made' : null)

export const isOrderMade = (event: PolicyEvent): boolean => changeOf(event) === 'made'
export const isOrderExtended = (event: PolicyEvent): boolean => changeOf(event) === 'extended'
export const isOrderEnded = (event: PolicyEvent): boolean => ['discharged', 'ended'].includes(changeOf(event) ?? '')

/** Asked for by the designated officer of a police protection: its days count from the first day of that (epo-after-pp). */
const isAfterPoliceProtection = (event: PolicyEvent): boolean => textOf(event, 'route') === 'after-police-protection'

export const orderParameter = (event: PolicyEvent): 'emergency-protection-order' | 'emergency-protection-order.after-police-protection' =>
  (isAfterPoliceProtection(event) ? 'emergency-protection-order.after-police-protection' : 'emergency-protection-order')

/** From when the eight days count. */
export function orderBegins(event: PolicyEvent, history: History): Date {
  if (!isAfterPoliceProtection(event)) return event.at
  return history.events.findLast((earlier) => earlier.kind === 'police-protection' && textOf(earlier, 'change') === 'taken' && !isAfter(earlier, event))?.at ?? event.at
}

/** When the order runs out: the court's own time, else the longest that it may run. */
export function orderRunsOut(event: PolicyEvent, history: History): Pick<Due, 'dueAt' | 'dayEnd'> {
  const until = instantOf(event, 'until')
  return until === null ? longestOrder(event, history) : { dueAt: until, dayEnd: false }
}

/**
 * The longest that a court may make it run: eight days beginning with its first; where the last of them is a Sunday or a
 * bank holiday, noon of the next day that is neither (epo-8d, epo-holiday).
 */
export function longestOrder(event: PolicyEvent, history: History): Pick<Due, 'dueAt' | 'dayEnd'> {
  const due = dueAfter(orderBegins(event, history), durationOf(history.packAt(event), orderParameter(event)))
  const last = londonDate(new Date(due.dueAt.getTime() - 1))
  return isClosed(last) ? { dueAt: noonOf(nextOpen(last)), dayEnd: false } : due
}

/** The longest an extension may run: seven days from when the order would have run out, once (epo-extend). */
export function longestExtension(extension: PolicyEvent, order: PolicyEvent, history: History): Date {
  const { dueAt } = orderRunsOut(order, history)
  const due = dueAfter(dueAt, durationOf(history.packAt(extension), 'emergency-protection-order.extension')).dueAt
  // A court says "until the 14th" of the day itself: the midnight that closes it is within the seven days.
  return new Date(Math.max(due.getTime(), endOfLondonDay(londonDate(new Date(due.getTime() - 1))).getTime()))
}

/** The order that stands when the entry is made: made, and neither discharged nor followed by another. */
export function standingOrder(event: PolicyEvent, history: History): PolicyEvent | null {
  const before = history.events.filter((earlier) => earlier.id !== event.id && !isAfter(earlier, event))
  const made = before.findLast(isOrderMade)
  return made === undefined || before.some((earlier) => isOrderEnded(earlier) && isAfter(earlier, made)) ? null : made
}

const isClosed = (day: PlainDate): boolean => weekday(day) === 0 || bankHoliday(day) !== null || day.endsWith('-12-25')

function nextOpen(day: PlainDate): PlainDate {
  const next = addDays(day, 1)
  return isClosed(next) ? nextOpen(next) : next
}

/** Clocks change at night, so noon stands twelve hours before the midnight that closes the day. */
const noonOf = (day: PlainDate): Date => new Date(startOfLondonDay(addDays(day, 1)).getTime() - 12 * 3_600_000)
