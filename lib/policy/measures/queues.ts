import { textOf, type PolicyEvent } from '../events'
import { numberOf, type Pack } from '../packs'
import { figureOf } from './recorded'

export interface OverLimit {
  readonly metric: string
  readonly because: string
  readonly clause: string
}

interface Queue {
  readonly metric: RegExp
  readonly clause: string
  /** Why it is over its limit, in words; null where it is not, or where what is recorded does not tell. */
  over(event: PolicyEvent, value: number, pack: Pack): string | null
  /** What it may hold, in words, where that is one number and what is recorded can be held against it. */
  limit?(event: PolicyEvent, value: number, pack: Pack): string | null
}

/** Working time of the slowest rating, in days of the calendar: what has waited longer is past its time whatever it was rated. */
const SLOWEST_DAYS = 5
const PER: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 }

/** How long the oldest has waited, in days: '15 days', 'over a month'. Null where it is not said. */
export function oldestDays(event: PolicyEvent): number | null {
  const said = textOf(event, 'oldest')?.toLowerCase() ?? null
  if (said === null) return figureOf(event, 'oldest') ?? figureOf(event, 'oldest_days')
  const found = /(\d+(?:\.\d+)?|an?|one|two|three|four|six)?\s*(day|week|month|year)/.exec(said)
  if (found === null) return null
  const words: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 }
  const many = found[1] === undefined ? 1 : words[found[1]] ?? Number(found[1])
  return many * (PER[found[2] ?? 'day'] ?? 1)
}

const intakeOf = (event: PolicyEvent): number | null => figureOf(event, 'mean_daily_intake') ?? figureOf(event, 'daily_intake') ?? figureOf(event, 'intake')

const caseloadOf = (event: PolicyEvent, pack: Pack): number => Math.min(numberOf(pack, 'rso.caseload'), figureOf(event, 'target') ?? Number.POSITIVE_INFINITY)

/** Plans for one worker; null where how many carry them is not said. */
function plansEach(event: PolicyEvent, value: number): number | null {
  const staff = figureOf(event, 'staff')
  return staff !== null && staff > 0 ? value / staff : /per|each/.test(textOf(event, 'metric') ?? '') ? value : null
}

/** queue.mash, rso.caseload, queue.plans, queue.rso-visits, queue.bellona: what a queue, a caseload or a stock may hold. */
const QUEUES: readonly Queue[] = [
  {
    metric: /bellona/, clause: 'kpi-bellona',
    over(event, value) {
      const inflow = figureOf(event, 'inflow')
      const target = figureOf(event, 'target') ?? 50
      return inflow !== null && value < target && inflow > target ? `${value} handled and ${inflow} new in the time` : null
    },
  },
  {
    metric: /offenders.*(per|each)|rso.*(caseload|per|manager)|caseload/, clause: 'rso.caseload',
    over: (event, value, pack) => (value > caseloadOf(event, pack) ? `${value} offenders for one manager, over ${caseloadOf(event, pack)}` : null),
    limit: (event, _value, pack) => String(caseloadOf(event, pack)),
  },
  {
    metric: /visit/, clause: 'queue.rso-visits',
    over: (_event, value, pack) => (value > numberOf(pack, 'queue.rso-visits') ? `${value} ${value === 1 ? 'visit is' : 'visits are'} overdue` : null),
    limit: (_event, _value, pack) => String(numberOf(pack, 'queue.rso-visits')),
  },
  {
    metric: /^(child-)?protection-plans|plans.*(per|each|worker|staff)/, clause: 'queue.plans',
    over(event, value, pack) {
      const each = plansEach(event, value)
      const limit = numberOf(pack, 'queue.plans')
      return each !== null && each > limit ? `${Math.round(each)} plans for one worker, over ${limit}` : null
    },
    limit: (event, value, pack) => (plansEach(event, value) === null ? null : `${numberOf(pack, 'queue.plans')} for one worker`),
  },
  {
    metric: /queue|backlog|waiting|mash/, clause: 'queue.mash',
    over(event, value, pack) {
      const oldest = oldestDays(event)
      if (value > 0 && oldest !== null && oldest > SLOWEST_DAYS) return `the oldest of ${value} has waited ${Math.round(oldest)} days`
      const overdue = figureOf(event, 'overdue')
      if (overdue !== null && overdue > 0) return `${overdue} of ${value} are past their time`
      const limit = numberOf(pack, 'queue.mash') * (intakeOf(event) ?? numberOf(pack, 'queue.mash-intake'))
      return value > limit ? `${value} wait, over ${limit}` : null
    },
  },
]

/** What a recorded figure says of a queue, a caseload or a stock that is over its limit; null where it is not one, or within. */
export function overLimit(event: PolicyEvent, pack: Pack): OverLimit | null {
  const metric = textOf(event, 'metric')
  const value = figureOf(event)
  if (event.kind !== 'measurement' || metric === null || value === null) return null
  const queue = QUEUES.find((one) => one.metric.test(metric.toLowerCase()))
  const because = queue?.over(event, value, pack) ?? null
  return queue === undefined || because === null ? null : { metric, because, clause: queue.clause }
}

/** What a recorded queue, caseload or stock may hold, in words: '0', '50 for one worker'; null where that is no one number, or what is recorded does not tell. */
export function limitWords(event: PolicyEvent, pack: Pack): string | null {
  const [metric, value] = [textOf(event, 'metric'), figureOf(event)]
  if (metric === null || value === null) return null
  return QUEUES.find((one) => one.metric.test(metric.toLowerCase()))?.limit?.(event, value, pack) ?? null
}

/** A figure of something that waits or is carried is judged by its limit, and by no target beside it; of image cases handled both are said. */
export const isQueue = (metric: string): boolean => QUEUES.some((queue) => queue.metric.test(metric.toLowerCase()) && queue.clause !== 'kpi-bellona')
