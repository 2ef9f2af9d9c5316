import { isDeepStrictEqual } from 'node:util'
import type { History } from '@/lib/policy/rule'
import { dutyRule } from '@/lib/policy/rules'
import { findState, stateAt, type StateValue } from '@/lib/policy/states'
import type { CaseHistory, Demand, HistoryEvent } from './history'
import { raisedAt, raisedFrom, type Row } from './ledger'
import { readOffset, writeOffset } from './offset'
import { subjectsOf, type Played } from './play'
import { isServed } from './served'
import type { Submitted } from './submit'
import { ALERT_WORDS, REFUSAL_WORDS } from './words'

export type Verdict = 'held' | 'missed' | 'not-supported'

export interface Result {
  readonly index: number
  readonly kind: Demand['kind']
  readonly rule: string
  readonly at: string
  readonly verdict: Verdict
  /** What was there, in words. */
  readonly seen: string
}

export interface Unexpected {
  readonly kind: 'alert' | 'refuse'
  readonly rule: string
  readonly at: string
  readonly on: string | null
}

/** What the product holds when a history has been played. */
export interface Evidence {
  readonly history: CaseHistory
  readonly played: Played
  readonly rows: readonly Row[]
  /** Each person's history as the policy reads it, up to the end. */
  readonly persons: ReadonlyMap<string, History>
  /** The event of the history behind an entry of the chronology. */
  readonly eventOf: (entryId: string | null) => HistoryEvent | null
}

const MINUTE = 60_000
const NOT_TAKEN = 'event-not-taken'

/** Every demand of the history, answered from the ledger as at its instant. */
export function judge(evidence: Evidence): Result[] {
  return evidence.history.demands.map((demand) => {
    const common = { index: demand.index, kind: demand.kind, rule: demand.rule, at: demand.t }
    if (!isServed(demand)) return { ...common, verdict: 'not-supported' as const, seen: 'the product has no such rule yet' }
    const { held, seen } = answer(demand, evidence)
    const untaken = untakenFor(demand, evidence)
    if (untaken !== undefined) return { ...common, verdict: 'missed' as const, seen: `${untaken.event.id} could not be taken (${untaken.notTaken ?? ''}); without it: ${seen}` }
    return { ...common, verdict: held ? 'held' as const : 'missed' as const, seen }
  })
}

/**
 * The first event that a demand depends on and the product could not take: its own, or an earlier one about the same people.
 * What is answered without it is the answer to another history: a silence above all.
 */
function untakenFor(demand: Demand, evidence: Evidence): Submitted | undefined {
  const { history, played } = evidence
  const about = new Set([...peopleOf(demand, evidence), ...(demand.notFor === null ? [] : [played.people.byRef.get(demand.notFor)])])
  return played.submitted.find(({ event, notTaken }) => notTaken !== null
    && (event.id === demand.on || (event.at <= demand.at && subjectsOf(history, played.people, event).some((id) => about.has(id)))))
}

interface Answer { readonly held: boolean; readonly seen: string }

function answer(demand: Demand, evidence: Evidence): Answer {
  switch (demand.kind) {
    case 'alert': return alert(demand, evidence)
    case 'quiet': return quiet(demand, evidence)
    case 'task': return task(demand, evidence)
    case 'state': return state(demand, evidence)
    case 'refuse': return refusal(demand, evidence)
  }
}

function alert(demand: Demand, evidence: Evidence): Answer {
  const rows = rowsFor(demand, evidence)
  // A first clock is the one that runs out now, not a warning of it that stands since before.
  const raised = rows.filter((row) => isRaisedFor(row, demand.at))
  const open = (demand.first ? raised.find((row) => (raisedFrom(row)?.getTime() ?? 0) >= demand.at.getTime()) : undefined) ?? raised[0]
  if (open === undefined) return { held: false, seen: rows.length === 0 ? 'no such duty was ever open' : rows.map((row) => told(row, evidence)).join('; ') }
  const wrongly = othersOf(demand, evidence, (row) => row.alert === demand.rule && isRaisedFor(row, demand.at))
  if (wrongly !== null) return wrongly
  if (demand.first) {
    const earlier = evidence.rows.find((row) => row.alert === demand.rule && (raisedFrom(row)?.getTime() ?? Infinity) < demand.at.getTime() && !isWarningOf(row, open))
    if (earlier !== undefined) return { held: false, seen: `raised before: ${told(earlier, evidence)}` }
  }
  return { held: true, seen: told(open, evidence) }
}

/** Does the one announce the other: the same start, an earlier stage of the same alert? */
function isWarningOf(row: Row, of: Row): boolean {
  const rule = dutyRule(row.rule)
  return row.startedBy === of.startedBy && rule?.form === 'clock' && rule.forewarns !== undefined && row.dueAt < of.dueAt
}

/** Open one minute after `at`, or raised in that minute by an act too late. */
function isRaisedFor(row: Row, at: Date): boolean {
  const until = new Date(at.getTime() + MINUTE)
  const from = raisedFrom(row)
  return raisedAt(row, until) || (from !== null && from >= at && from <= until)
}

function quiet(demand: Demand, evidence: Evidence): Answer {
  const open = rowsFor(demand, evidence).filter((row) => raisedAt(row, demand.at))
  return open.length === 0 ? { held: true, seen: 'nothing was open' } : { held: false, seen: open.map((row) => told(row, evidence)).join('; ') }
}

function task(demand: Demand, evidence: Evidence): Answer {
  const isThere = (row: Row): boolean => row.task === demand.rule && row.createdAt <= demand.at
  const there = evidence.rows.find((row) => isThere(row) && isAbout(row, demand, evidence))
  if (there === undefined) return { held: false, seen: 'no such task was there' }
  return othersOf(demand, evidence, isThere) ?? { held: true, seen: told(there, evidence) }
}

function state(demand: Demand, evidence: Evidence): Answer {
  const computed = findState(demand.rule)
  const values = peopleOf(demand, evidence).flatMap((id) => {
    const person = evidence.persons.get(id)
    return person === undefined || computed === null ? [] : [stateAt(computed, person, demand.at)]
  })
  const isAsked = (value: StateValue): boolean => equals(value, demand.equals, evidence.history)
  // For several children a true state of one is enough; a state that must not be so must be so of none.
  const held = demand.equals === false ? values.every((value) => value === false) : values.some(isAsked)
  return { held: held && values.length > 0, seen: `it was ${[...new Set(values.map((value) => (value instanceof Date ? offsetOf(value, evidence.history) : JSON.stringify(value))))].join(' and ')}` }
}

/** An instant is written as an offset: PT73H and P3DT1H are the same. */
function equals(value: StateValue, asked: unknown, history: CaseHistory): boolean {
  if (!(value instanceof Date)) return isDeepStrictEqual(value, asked)
  const offset = typeof asked === 'string' ? readOffset(asked) : null
  return offset !== null && value.getTime() === history.t0.getTime() + offset
}

function refusal(demand: Demand, evidence: Evidence): Answer {
  const submitted = evidence.played.submitted.find((one) => (demand.on === null ? one.event.at.getTime() === demand.at.getTime() : one.event.id === demand.on)
    && one.refusals.some((refused) => refused.rule === demand.rule))
  if (submitted !== undefined) return { held: true, seen: submitted.refusals.map((refused) => refused.says).join(' ') }
  const same = evidence.played.submitted.find((one) => one.event.id === demand.on)
  return { held: false, seen: same === undefined ? 'no such event' : same.refusals.length === 0 ? 'it was accepted' : `it was refused by ${same.refusals.map((refused) => refused.rule).join(', ')}` }
}

const rowsFor = (demand: Demand, evidence: Evidence): Row[] =>
  evidence.rows.filter((row) => row.alert === demand.rule && (demand.basis === null || row.basis === demand.basis) && isAbout(row, demand, evidence))

const isAbout = (row: Row, demand: Demand, evidence: Evidence): boolean => peopleOf(demand, evidence).includes(row.childId)

/** Whom a demand is about: the child it names, else those its event is about, else everyone of the history. */
function peopleOf(demand: Demand, { history, played }: Evidence): string[] {
  if (demand.child !== null) return [played.people.byRef.get(demand.child)].filter((id) => id !== undefined)
  const event = history.events.find((one) => one.id === demand.on)
  return event === undefined ? [...played.people.byRef.values()] : subjectsOf(history, played.people, event)
}

/** `not_for` names a child for whom it must not be so. */
function othersOf(demand: Demand, evidence: Evidence, isSo: (row: Row) => boolean): Answer | null {
  const other = demand.notFor === null ? undefined : evidence.played.people.byRef.get(demand.notFor)
  const wrong = evidence.rows.find((row) => row.childId === other && isSo(row))
  return wrong === undefined ? null : { held: false, seen: `it was there for ${demand.notFor ?? ''} too` }
}

/**
 * Up to and including `quiet_until` no alert and no refusal that histories can name may appear in a record of good work. An
 * event that could not be taken is told as a refusal: the silence after it says nothing.
 */
export function unexpectedOf(evidence: Evidence): Unexpected[] {
  const { history, rows, played } = evidence
  if (!history.goodPractice) return []
  const until = history.quietUntil ?? new Date(Math.max(history.t0.getTime(), ...history.events.map((event) => event.at.getTime()), ...history.demands.map((demand) => demand.at.getTime())))
  const alerts = rows.flatMap((row): (Unexpected & { from: Date })[] => {
    const from = ALERT_WORDS.has(row.alert) ? raisedFrom(row) : null
    if (from === null || from > until) return []
    // An elapsed clock is in time at its very due instant: then nothing is raised yet.
    if (from.getTime() === until.getTime() && row.form === 'clock' && !row.dayEnd) return []
    return [{ kind: 'alert', rule: row.alert, at: offsetOf(from, history), on: evidence.eventOf(row.startedBy)?.id ?? null, from }]
  })
  const refusals = played.submitted.filter((one) => one.event.at <= until).flatMap((one) => one.refusals
    .filter((refused) => REFUSAL_WORDS.has(refused.rule))
    .map((refused): Unexpected => ({ kind: 'refuse', rule: refused.rule, at: one.event.t, on: one.event.id }))
    .concat(one.notTaken === null ? [] : [{ kind: 'refuse', rule: NOT_TAKEN, at: one.event.t, on: one.event.id }]))
  return [...alerts.sort((a, b) => a.from.getTime() - b.from.getTime()).map(({ kind, rule, at, on }) => ({ kind, rule, at, on })), ...refusals]
}

export const offsetOf = (at: Date, history: CaseHistory): string => writeOffset(at.getTime() - history.t0.getTime())

/** One duty in words: since when, until when, and how it ended. */
function told(row: Row, evidence: Evidence): string {
  const { history } = evidence
  const name = row.basis === null ? row.alert : `${row.alert} (${row.basis})`
  const start = evidence.eventOf(row.startedBy)
  const since = `from ${offsetOf(row.startsAt, history)}${start === null ? '' : ` by ${start.id}`}`
  const due = row.form === 'notice' ? '' : `, due ${offsetOf(row.dueAt, history)}`
  if (row.supersededAt !== null) return `${name} ${since}${due}, replaced at ${offsetOf(row.supersededAt, history)}`
  if (row.metAt !== null) return `${name} ${since}${due}, met at ${offsetOf(row.metAt, history)}${by(evidence.eventOf(row.metBy))}`
  if (row.endedAt !== null) return `${name} ${since}${due}, ended at ${offsetOf(row.endedAt, history)}${by(evidence.eventOf(row.endedBy))}`
  return `${name} ${since}${due}, never met`
}

const by = (event: HistoryEvent | null): string => (event === null ? '' : ` by ${event.id}`)
