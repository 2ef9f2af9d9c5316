import { londonDate, type PlainDate } from '@/lib/policy/calendar/london'
import { addDays, toDayNumber } from '@/lib/policy/calendar/plain-date'
import { dayNear, momentWords } from './london-words'
import { counted } from './lists'
import { spanWords } from './spans'

/** What is told of one due time. `words` stands alone in bold; `detail` is the date, never without its label. */
export interface TimeLeft {
  /** 'Overdue by 1 h 12 min', '38 min left', 'Tomorrow', 'In 3 days'. */
  readonly words: string
  /** 'due 03:05 today', 'by the end of Mon 23 Nov'. */
  readonly detail: string
  readonly tone: 'late' | 'soon' | 'calm'
  /** 0 … 1 of the time given that is gone; null where the start is not known. */
  readonly used: number | null
  /** The due instant, ISO UTC. */
  readonly dateTime: string
}

/** The due time as the ledger of deadlines holds it. */
export interface DueTime {
  readonly dueAt: Date
  /** The due time is the midnight closing a London day: met strictly before it is in time, and it is told as that day's end. */
  readonly dayEnd: boolean
  readonly startsAt?: Date | null
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Part of the time given after which it counts as running out, within the last day. */
const RUNNING_OUT = 0.75

/** How the time to one due instant is told, at `now`. */
export function timeLeft(due: DueTime, now: Date): TimeLeft {
  const rest = due.dueAt.getTime() - now.getTime()
  const late = due.dayEnd ? rest <= 0 : rest < 0
  const used = usedPart(due, now, late)
  return {
    words: late ? `Overdue by ${spanWords(rest)}` : due.dayEnd ? dayEndWords(due.dueAt, now) : restWords(rest),
    detail: due.dayEnd ? `by the end of ${dayEndDetail(due.dueAt, now)}` : `due ${momentWords(due.dueAt, now)}`,
    tone: late ? 'late' : isSoon(due, rest, used, now) ? 'soon' : 'calm',
    used,
    dateTime: due.dueAt.toISOString(),
  }
}

/** The London day that a day-end due time closes. The midnight itself already belongs to the next day. */
export function lastDay(dueAt: Date): PlainDate {
  return londonDate(new Date(dueAt.getTime() - 1))
}

function restWords(rest: number): string {
  if (rest < MINUTE_MS) return rest <= 0 ? 'Due now' : 'Less than a minute left'
  return `${spanWords(rest)} left`
}

function dayEndWords(dueAt: Date, now: Date): string {
  const day = lastDay(dueAt)
  const today = londonDate(now)
  if (day === today) return restWords(dueAt.getTime() - now.getTime())
  if (day === addDays(today, 1)) return 'Tomorrow'
  return `In ${counted(toDayNumber(day) - toDayNumber(today), 'day')}`
}

function dayEndDetail(dueAt: Date, now: Date): string {
  const day = lastDay(dueAt)
  const today = londonDate(now)
  return day === today ? 'today' : dayNear(day, today)
}

function isSoon(due: DueTime, rest: number, used: number | null, now: Date): boolean {
  if (rest <= HOUR_MS) return true
  if (due.dayEnd && lastDay(due.dueAt) === londonDate(now)) return true
  // Three quarters of four weeks gone still leaves a week: only the last day of a long time is short.
  return rest <= DAY_MS && used !== null && used >= RUNNING_OUT
}

function usedPart({ dueAt, startsAt }: DueTime, now: Date, late: boolean): number | null {
  if (late) return 1
  if (!startsAt) return null
  const given = dueAt.getTime() - startsAt.getTime()
  if (given <= 0) return 1
  return Math.min(1, Math.max(0, (now.getTime() - startsAt.getTime()) / given))
}
