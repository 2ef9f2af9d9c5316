import { isEventKind } from '@/lib/policy/events'
import { DEMAND_KINDS, type CaseHistory, type ChildBefore, type Demand, type DemandKind, type HistoryEvent } from './history'
import { readOffset } from './offset'
import { ALERT_WORDS, EVENT_WORDS, REFUSAL_WORDS, STATE_WORDS, TASK_WORDS } from './words'

/** Monday 16 May 2016, 09:00 in London. */
const STANDARD_T0 = '2016-05-16T09:00:00+01:00'

/** The file is not a case history; each line of the message names the place. */
export class NotAHistory extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'NotAHistory'
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Reads the text of one file. `name` stands for a missing id; `moved` says where another t0 is wanted. @throws NotAHistory naming every place that is wrong. */
export function readHistory(text: string, name: string, moved: (t0: Date) => Date = (t0) => t0): CaseHistory {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new NotAHistory([`not JSON: ${error instanceof Error ? error.message : String(error)}`])
  }
  if (!isFields(parsed)) throw new NotAHistory(['not a case history: one object is expected'])
  const faults: string[] = []
  const t0 = moved(startOf(parsed['t0'], faults))
  const timeline = listAt(parsed, 'timeline', faults)
  const demands = parsed['system_must'] === undefined || parsed['system_must'] === null ? [] : listAt(parsed, 'system_must', faults)
  const events = timeline.flatMap((item, index) => eventOf(item, `timeline[${index}]`, index, t0, faults))
  const history: CaseHistory = {
    id: textOf(parsed, 'id') ?? name,
    area: textOf(parsed, 'area') ?? '',
    summary: textOf(parsed, 'summary') ?? '',
    failure: textOf(parsed, 'failure'),
    goodPractice: parsed['good_practice'] === true,
    quietUntil: instantAt(parsed, 'quiet_until', '', t0, faults, false),
    t0,
    children: childrenOf(parsed['facts']),
    // A stable sort: events of one instant keep the order of the file.
    events: [...events].sort((a, b) => a.at.getTime() - b.at.getTime()),
    demands: demands.flatMap((item, index) => demandOf(item, index, t0, faults)),
  }
  if (faults.length > 0) throw new NotAHistory(faults)
  return history
}

function startOf(given: unknown, faults: string[]): Date {
  if (given === undefined || given === null) return new Date(STANDARD_T0)
  const at = typeof given === 'string' && /T.*(Z|[+-]\d\d:?\d\d)$/.test(given) ? new Date(given) : new Date(Number.NaN)
  if (!Number.isNaN(at.getTime())) return at
  faults.push(`t0: ${show(given)} is no instant with an offset, such as "${STANDARD_T0}"`)
  return new Date(STANDARD_T0)
}

function eventOf(item: unknown, place: string, index: number, t0: Date, faults: string[]): HistoryEvent[] {
  if (!isFields(item)) return fault(faults, `${place}: an object is expected`)
  const at = instantAt(item, 't', place, t0, faults, true)
  const kind = textOf(item, 'event')
  if (kind === null) return fault(faults, `${place}.event: missing`)
  if (!EVENT_WORDS.has(kind) || !isEventKind(kind)) return fault(faults, `${place}.event: "${kind}" is no event of case histories`)
  if (at === null) return []
  const detail = isFields(item['detail']) ? item['detail'] : {}
  return [{ id: textOf(item, 'id') ?? `event-${index + 1}`, kind, t: textOf(item, 't') ?? '', at, detail, children: namedChildren(detail['child'] ?? item['child']) }]
}

function demandOf(item: unknown, index: number, t0: Date, faults: string[]): Demand[] {
  const place = `system_must[${index}]`
  if (!isFields(item)) return fault(faults, `${place}: an object is expected`)
  const at = instantAt(item, 'at', place, t0, faults, true)
  const kind = textOf(item, 'kind')
  if (kind === null) return fault(faults, `${place}.kind: missing`)
  if (!isDemandKind(kind)) return fault(faults, `${place}.kind: "${kind}" is none of ${DEMAND_KINDS.join(', ')}`)
  const key = kind === 'state' && item['field'] !== undefined ? 'field' : 'rule'
  const rule = textOf(item, key)
  if (rule === null) return fault(faults, `${place}.${kind === 'state' ? 'field' : 'rule'}: missing`)
  if (!wordsOf(kind).has(rule)) return fault(faults, `${place}.${key}: "${rule}" is no ${kind === 'state' ? 'state' : kind === 'task' ? 'task' : kind === 'refuse' ? 'refusal' : 'alert'} of case histories`)
  if (at === null) return []
  return [{
    index, kind, rule, t: textOf(item, 'at') ?? '', at, on: textOf(item, 'on'), basis: textOf(item, 'basis'), equals: item['equals'],
    first: item['first'] === true, child: textOf(item, 'child'), notFor: textOf(item, 'not_for'), because: textOf(item, 'because'),
  }]
}

function wordsOf(kind: DemandKind): ReadonlySet<string> {
  switch (kind) {
    case 'alert': case 'quiet': return ALERT_WORDS
    case 'refuse': return REFUSAL_WORDS
    case 'task': return TASK_WORDS
    case 'state': return STATE_WORDS
  }
}

function childrenOf(facts: unknown): ChildBefore[] {
  if (!isFields(facts) || !Array.isArray(facts['children'])) return []
  return facts['children'].flatMap((item: unknown, index) => {
    if (!isFields(item)) return []
    const age = item['age']
    return [{
      ref: textOf(item, 'ref') ?? `child-${index + 1}`,
      age: typeof age === 'number' && Number.isFinite(age) && age >= 0 ? Math.floor(age) : null,
      ageDisputed: item['age_disputed'] === true,
      lookedAfter: typeof item['looked_after'] === 'boolean' ? item['looked_after'] : null,
      planCategory: textOf(item, 'protection_plan'),
      flags: wordsAt(item, 'flags'),
      indicators: wordsAt(item, 'indicators'),
      health: wordsAt(item, 'health'),
      sex: textOf(item, 'sex'),
      note: textOf(item, 'note'),
      earlier: {
        missing: countAt(item, 'prior_missing') ?? countAt(item, 'prior_missing_at_least'), absent: countAt(item, 'prior_absent'),
        domesticIncidents: countAt(item, 'prior_incidents_at_least') ?? countAt(item, 'prior_incidents'),
      },
    }]
  })
}

function wordsAt(item: Fields, key: string): string[] {
  const value = item[key]
  return (Array.isArray(value) ? value : [value]).filter((word): word is string => typeof word === 'string' && word !== '')
}

function countAt(item: Fields, key: string): number | null {
  const value = item[key]
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}

function namedChildren(value: unknown): string[] | null {
  const named = (Array.isArray(value) ? value : [value]).filter((ref): ref is string => typeof ref === 'string' && ref !== '')
  return named.length === 0 ? null : [...new Set(named)]
}

function instantAt(item: Fields, key: string, place: string, t0: Date, faults: string[], needed: boolean): Date | null {
  const value = item[key]
  const where = place === '' ? key : `${place}.${key}`
  if (value === undefined || value === null) {
    if (needed) faults.push(`${where}: missing`)
    return null
  }
  const offset = typeof value === 'string' ? readOffset(value) : null
  if (offset !== null) return new Date(t0.getTime() + offset)
  faults.push(`${where}: ${show(value)} is no offset from t0, such as "P1DT2H"`)
  return null
}

function listAt(item: Fields, key: string, faults: string[]): unknown[] {
  const value = item[key]
  if (Array.isArray(value)) return value
  faults.push(`${key}: ${value === undefined ? 'missing: this is no case history' : 'a list is expected'}`)
  return []
}

function fault(faults: string[], line: string): [] {
  faults.push(line)
  return []
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isDemandKind = (word: string): word is DemandKind => (DEMAND_KINDS as readonly string[]).includes(word)
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value)

function textOf(item: Fields, key: string): string | null {
  const value = item[key]
  return typeof value === 'string' && value !== '' ? value : null
}
