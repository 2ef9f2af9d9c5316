import { clause } from '@/lib/policy/clauses'
import { dutyWords, taskWords } from '@/lib/wording/duties'
import { eventHeading } from '@/lib/wording/events'
import { dateWords, instantWords } from '@/lib/wording/london-words'
import { lastDay } from '@/lib/wording/time-left'
import type { CaseHistory, Demand, HistoryEvent } from './history'
import { raisedFrom, type Row } from './ledger'
import { offsetOf, type Result } from './judge'
import type { Replay } from './replay'

/** One line of what the product did: plain data, for the terminal and for the page. */
export interface ProductLine {
  readonly what: 'started' | 'raised' | 'met' | 'ended' | 'replaced' | 'refused' | 'demand'
  readonly words: string
  /** A demand's answer. */
  readonly verdict?: Result['verdict']
  /** When what was started falls due: an instant, or the end of a day. */
  readonly due?: string
  readonly clause?: { readonly id: string; readonly title: string; readonly source: string }
}

export interface CaseLine {
  readonly id: string
  readonly words: string
  /** The rest of what the history says of it. */
  readonly detail: readonly string[]
}

/** Everything of one instant: the case on one side, the product on the other. */
export interface Moment {
  readonly at: string
  readonly offset: string
  readonly case: readonly CaseLine[]
  readonly product: readonly ProductLine[]
}

export interface Story {
  readonly id: string
  readonly area: string
  readonly summary: string
  readonly failure: string | null
  readonly goodPractice: boolean
  readonly t0: string
  readonly quietUntil: string | null
  readonly moments: readonly Moment[]
  readonly held: number
  readonly missed: number
  readonly notSupported: number
  readonly unexpected: readonly string[]
}

/** The case told in time order with what the product demanded, refused and raised beside it. */
export function storyOf(replay: Replay): Story {
  const { history, results } = replay
  const moments = new Map<number, { case: CaseLine[]; product: ProductLine[] }>()
  const momentAt = (at: Date) => {
    const moment = moments.get(at.getTime()) ?? { case: [], product: [] }
    moments.set(at.getTime(), moment)
    return moment
  }
  for (const event of history.events) momentAt(event.at).case.push(caseLine(event))
  for (const one of replay.evidence.played.submitted) {
    for (const refused of one.refusals) momentAt(one.event.at).product.push({ what: 'refused', words: `Refused: ${refused.says}`, clause: cited(refused.clause) })
    if (one.notTaken !== null) momentAt(one.event.at).product.push({ what: 'refused', words: `Not taken: ${one.notTaken}` })
  }
  for (const [at, line] of ledgerLines(replay)) momentAt(at).product.push(line)
  for (const result of results) {
    const demand = history.demands[result.index]
    if (demand !== undefined) momentAt(demand.at).product.push(demandLine(demand, result))
  }
  const count = (verdict: Result['verdict']): number => results.filter((result) => result.verdict === verdict).length
  return {
    id: history.id, area: history.area, summary: history.summary, failure: history.failure, goodPractice: history.goodPractice,
    t0: history.t0.toISOString(), quietUntil: history.quietUntil?.toISOString() ?? null,
    moments: [...moments].sort(([a], [b]) => a - b).map(([at, moment]) => ({ at: new Date(at).toISOString(), offset: offsetOf(new Date(at), history), ...moment })),
    held: count('held'), missed: count('missed'), notSupported: count('not-supported'),
    unexpected: replay.unexpected.map((one) => `${one.rule} at ${one.at}`),
  }
}

function caseLine(event: HistoryEvent): CaseLine {
  const words = eventHeading(event.kind, event.detail)
  const detail = Object.entries(event.detail).flatMap(([key, value]) => {
    const said = Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
    return value === null || value === '' || words.includes(said) ? [] : [`${key.replaceAll('_', ' ')}: ${said === '' ? 'none' : said}`]
  })
  return { id: event.id, words, detail }
}

function ledgerLines({ evidence, history }: Replay): [Date, ProductLine][] {
  const several = evidence.played.people.byRef.size > 1
  const refs = new Map([...evidence.played.people.byRef].map(([ref, id]) => [id, ref]))
  return evidence.rows.flatMap((row): [Date, ProductLine][] => {
    const name = `${dutyWords(row.alert, row.basis)}${several ? ` (${refs.get(row.childId) ?? ''})` : ''}`
    const lines: [Date, ProductLine][] = []
    if (row.form === 'clock') {
      lines.push([row.createdAt, {
        what: 'started', words: `${name}${row.task === null ? '' : `; task: ${taskWords(row.task)}`}`, due: dueWords(row), clause: cited(row.clause),
      }])
    }
    const raised = raisedFrom(row)
    const end = lastOf(history)
    // What would be raised only after the case and its demands are told would make the story endless.
    if (raised !== null && raised <= end) lines.push([raised, { what: 'raised', words: row.form === 'clock' ? `${name}, overdue` : name, clause: cited(row.clause) }])
    if (row.metRecordedAt !== null) lines.push([row.metRecordedAt, { what: 'met', words: `${name}${raised !== null && row.form === 'clock' ? ', late' : ''}` }])
    else if (row.endedRecordedAt !== null) lines.push([row.endedRecordedAt, { what: 'ended', words: name }])
    else if (row.supersededAt !== null) lines.push([row.supersededAt, { what: 'replaced', words: `${name}, replaced by an earlier time` }])
    return lines
  })
}

const lastOf = (history: CaseHistory): Date => new Date(Math.max(
  history.t0.getTime(), ...history.events.map((event) => event.at.getTime()), ...history.demands.map((demand) => demand.at.getTime()), history.quietUntil?.getTime() ?? 0,
))

const DEMAND_WORDS: Record<Demand['kind'], string> = {
  alert: 'must be raised', refuse: 'must be refused', task: 'must be set as a task', state: 'must be', quiet: 'must be quiet',
}

function demandLine(demand: Demand, result: Result): ProductLine {
  const name = demand.kind === 'task' ? taskWords(demand.rule) : demand.kind === 'state' ? demand.rule : dutyWords(demand.rule, demand.basis)
  const words = `${name} ${DEMAND_WORDS[demand.kind]}${demand.kind === 'state' ? ` ${JSON.stringify(demand.equals)}` : ''}`
  return { what: 'demand', verdict: result.verdict, words: result.verdict === 'held' ? words : `${words} (${result.seen})` }
}

const dueWords = (row: Row): string => (row.dayEnd ? `by the end of ${dateWords(lastDay(row.dueAt))}` : instantWords(row.dueAt))

function cited(id: string): { id: string; title: string; source: string } {
  const { title, source } = clause(id)
  return { id, title, source }
}

