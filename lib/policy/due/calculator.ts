/**
 * The policy calculator: one question, one answer, both JSON. Pure: it reads no clock, for the start is part of the question.
 * The contract is that of `npm run -s due` in DESIGN section 9.
 */
import { dueAfter, durationWords, type Due, type Duration } from '../calendar/duration'
import { readInstant } from '../calendar/instant'
import { endOfLondonDay, readPlainDate } from '../calendar/london'
import { clause } from '../clauses'
import { packInForce, packNamed, type DurationParameter, type Pack } from '../packs'
import { calculable, CALCULABLE, clauseOfValue, type Calculable } from './calculable'
import type { DecidingFacts } from './choosers'
import { readFacts } from './facts'

/** When it is due and why. `due` in UTC; `skipped` the weekend days and holidays that the count passed over, in order. */
export interface DueAnswer {
  readonly id?: unknown
  readonly rule: string
  readonly due: string
  readonly clause: string
  readonly certainty: string
  readonly pack: string
  readonly packVersion: string
  readonly parameter: DurationParameter
  readonly duration: string
  /** True: met strictly before `due` is in time. False: at the instant itself still is. */
  readonly dayEnd: boolean
  readonly skipped: readonly string[]
}

export interface DueError { readonly id?: unknown; readonly error: string }

/** What is wrong with a question. */
class Unanswerable extends Error {}

/** The answer to one line, as one line of JSON. Never throws. */
export function answerLine(line: string): string {
  let question: unknown
  try {
    question = JSON.parse(line)
  } catch {
    return JSON.stringify({ error: line.trim() === '' ? 'The line is empty' : 'The line is not JSON' })
  }
  return JSON.stringify(answer(question))
}

/** The answer to one question. Never throws: what cannot be answered is an answer too. */
export function answer(question: unknown): DueAnswer | DueError {
  if (typeof question !== 'object' || question === null || Array.isArray(question)) return { error: 'A question is a JSON object' }
  const asked = question as Readonly<Record<string, unknown>>
  const id = Object.hasOwn(asked, 'id') ? { id: asked['id'] } : {}
  try {
    return { ...id, ...dueFor(asked) }
  } catch (error) {
    // Every refusal is a value here: one bad line must not end the answers to those after it.
    return { ...id, error: error instanceof Error ? error.message : 'It cannot be answered' }
  }
}

/** Every timescale of the pack, one line each, as `-- --list` prints them. */
export function listLines(pack: Pack): string[] {
  return CALCULABLE.map((c) => {
    const [ordinary, ...others] = c.parameters
    if (ordinary === undefined) throw new Error(`${c.rule} takes no value`)
    const told = tell(c, ordinary, pack)
    return JSON.stringify({
      rule: c.rule, title: clause(told.clause).title, ...told, source: clause(told.clause).source, edition: clause(told.clause).edition,
      pack: pack.id, packVersion: pack.version, facts: c.facts, ...(others.length > 0 ? { alternatives: others.map((p) => tell(c, p, pack)) } : {}),
    })
  })
}

function dueFor(asked: Readonly<Record<string, unknown>>): Omit<DueAnswer, 'id'> {
  const rule = textIn(asked, 'rule')
  if (rule === null) throw new Unanswerable('"rule" is missing')
  const c = calculable(rule)
  if (c === null) throw new Unanswerable(`No rule is named "${rule}"; the option --list prints them`)
  const start = instantIn(asked, 'starts')
  const packName = textIn(asked, 'pack')
  const pack = packName === null ? packInForce(start) : packNamed(packName)
  const read = readFacts(asked, c.facts)
  if ('problem' in read) throw new Unanswerable(read.problem)
  const parameter = c.choose(read.facts)
  if (parameter === null) throw new Unanswerable(`"${rule}" needs ${c.facts.map((f) => `"${f}"`).join(' and ')}`)
  const duration = pack.parameters[parameter].value
  const due = duration.unit === 'given' ? ownDate(asked) : dueAfter(start, duration)
  return {
    rule,
    due: due.dueAt.toISOString(),
    clause: clauseOfValue(c, parameter, read.facts, pack),
    certainty: pack.parameters[parameter].certainty,
    pack: pack.id,
    packVersion: pack.version,
    parameter,
    duration: durationWords(duration),
    dayEnd: due.dayEnd,
    skipped: skippedDays(due),
  }
}

/** The days passed over. The day of the start is no skipped day, even on a weekend: it is day 0. */
function skippedDays(due: Due): string[] {
  return due.days.filter((day) => !day.counted && day.why !== 'day 0').map((day) => day.date)
}

/** An action's own date: an instant with its offset, or a day, which ends at its closing midnight. */
function ownDate(asked: Readonly<Record<string, unknown>>): Due {
  const text = textIn(asked, 'due')
  if (text === null) throw new Unanswerable('"due" is missing: an action is due by its own date')
  const day = readPlainDate(text)
  if (day !== null) return { dueAt: endOfLondonDay(day), dayEnd: true, days: [] }
  return { dueAt: instantIn(asked, 'due'), dayEnd: false, days: [] }
}

function instantIn(asked: Readonly<Record<string, unknown>>, key: string): Date {
  const text = textIn(asked, key)
  if (text === null) throw new Unanswerable(`"${key}" is missing`)
  const read = readInstant(text)
  if ('problem' in read) throw new Unanswerable(`"${key}" ${read.problem}`)
  return read.at
}

/** The text under the key, null when absent or null. */
function textIn(asked: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(asked, key) ? asked[key] : null
  if (value === null) return null
  if (typeof value !== 'string') throw new Unanswerable(`"${key}" is not a text`)
  return value
}

const NO_FACTS: DecidingFacts = {}

function tell(c: Calculable, parameter: DurationParameter, pack: Pack): { parameter: DurationParameter; clause: string; duration: string; value: Duration; certainty: string } {
  const { value, certainty } = pack.parameters[parameter]
  return { parameter, clause: clauseOfValue(c, parameter, NO_FACTS, pack), duration: durationWords(value), value, certainty }
}
