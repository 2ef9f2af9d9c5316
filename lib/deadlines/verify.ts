import 'server-only'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { dutiesOf, isOpen, type Duty } from '@/lib/policy/duties'
import { DUTY_RULES } from '@/lib/policy/rules'
import type { PolicyEvent } from '@/lib/policy/events'
import type { DutyRule } from '@/lib/policy/rule'
import { policyHistories, type OwedHistory } from './histories'
import { TIMED_WORK } from './watch'

/** A row of the ledger of duties that the chronology does not explain, or a duty it makes that no row stands for. */
export interface Unexplained {
  readonly childId: string
  readonly deadlineId: string | null
  readonly rule: string
  readonly says: string
}

export interface Compared {
  readonly children: number
  readonly duties: number
  /** Children whose history lacks words redacted under authority: what they were owed cannot be made again. */
  readonly notCompared: number
  readonly unexplained: readonly Unexplained[]
}

interface Row {
  id: string
  key: string
  rule: string
  alert: string
  child_id: string
  borough: string
  referral_id: string | null
  started_by: string
  starts_at: Date
  due_at: Date
  day_end: boolean
  created_at: Date
  met_at: Date | null
  met_by: string | null
  met_recorded_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  ended_why: string | null
  ended_recorded_at: Date | null
  superseded_at: Date | null
}

const BATCH = 100
const SETTINGS = { 'app.account': TIMED_WORK, 'app.record_boroughs': '*', 'app.narrative_boroughs': '' } as const

/**
 * Makes what is owed to every child again from the chronology and compares the ledger with it: a due time moved, a duty
 * said to be met, hidden, invented or removed by the database's owner shows, because the chronology it would have to
 * follow from is chained and sealed. Each row is measured by what was recorded when it was written, so that an entry
 * recorded late accuses nobody. Reads only, a hundred children a time, each hundred from one moment of the database.
 */
export async function verifyDeadlines(now: Date, rules: readonly DutyRule[] = DUTY_RULES): Promise<Compared> {
  let [children, duties, notCompared] = [0, 0, 0]
  const unexplained: Unexplained[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const done = await withTransaction(SETTINGS, (tx) => compareFrom(tx, after, now, rules), { isolationLevel: 'RepeatableRead', timeout: 120_000 })
    if (done.last === null) return { children, duties, notCompared, unexplained }
    children += done.children
    duties += done.duties
    notCompared += done.notCompared
    unexplained.push(...done.unexplained)
    after = done.last
  }
}

async function compareFrom(tx: Tx, after: string, now: Date, rules: readonly DutyRule[]): Promise<Compared & { last: string | null }> {
  const people = await tx.$queryRaw<{ id: string; redacted: boolean }[]>`SELECT id, redacted FROM duty_bearing(${after}::uuid, ${BATCH}::int)`
  const ids = people.filter((person) => !person.redacted).map((person) => person.id)
  const histories = await policyHistories(tx, ids, now)
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<Row[]>`
    SELECT id, key, rule, alert, child_id, borough, referral_id, started_by, starts_at, due_at, day_end, created_at, met_at, met_by, met_recorded_at,
      ended_at, ended_by, ended_why, ended_recorded_at, superseded_at FROM policy_deadlines(${ids}::uuid[])`
  const unexplained: Unexplained[] = []
  for (const childId of ids) {
    const own = rows.filter((row) => row.child_id === childId)
    const history = histories.get(childId)
    const found = history === undefined
      ? own.map((row) => ({ childId, deadlineId: row.id, rule: row.rule, says: 'it is owed to nobody that is known' }))
      : await compareChild(tx, childId, history, own, rules)
    unexplained.push(...found)
  }
  return { children: ids.length, duties: rows.length, notCompared: people.length - ids.length, unexplained, last: people.at(-1)?.id ?? null }
}

async function compareChild(tx: Tx, childId: string, history: OwedHistory, rows: readonly Row[], rules: readonly DutyRule[]): Promise<Unexplained[]> {
  const past = pastOf(tx, childId, history.events, rules)
  const found = await differences(childId, dutiesOf(history, rules), history, rows, past)
  if (found.length === 0) return found
  // The ledger was last made to agree when the last entry was recorded; an age that passed a limit since then is no alteration.
  return past.last === null ? found : differences(childId, await past.asAt(past.last), history, rows, past)
}

interface Past {
  /** What was owed as it was known at `at`: nothing recorded later. */
  readonly asAt: (at: Date) => Promise<readonly Duty[]>
  readonly last: Date | null
}

/** Asked only where a row differs from what is owed now: most children never are. An age is the age at that moment. */
function pastOf(tx: Tx, childId: string, events: readonly PolicyEvent[], rules: readonly DutyRule[]): Past {
  const known = new Map<number, Promise<readonly Duty[]>>()
  const dutiesAt = async (at: Date): Promise<readonly Duty[]> => {
    const history = (await policyHistories(tx, [childId], at)).get(childId)
    return history === undefined ? [] : dutiesOf({ ...history, events: history.events.filter((event) => event.recordedAt <= at) }, rules)
  }
  return {
    last: events.reduce<Date | null>((last, event) => (last === null || event.recordedAt > last ? event.recordedAt : last), null),
    asAt(at) {
      const asked = known.get(at.getTime()) ?? dutiesAt(at)
      known.set(at.getTime(), asked)
      return asked
    },
  }
}

async function differences(childId: string, duties: readonly Duty[], history: OwedHistory, rows: readonly Row[], past: Past): Promise<Unexplained[]> {
  const found: Unexplained[] = []
  for (const row of rows) {
    const says = await whatDiffers(row, duties, history, past)
    if (says !== null) found.push({ childId, deadlineId: row.id, rule: row.rule, says })
  }
  for (const duty of duties) {
    if (duty.shortenedBy !== null || rows.some((row) => row.key === duty.key && row.superseded_at === null)) continue
    found.push({ childId, deadlineId: null, rule: duty.rule.id, says: `due ${duty.dueAt.toISOString()} by the chronology, and no row stands for it` })
  }
  return found
}

async function whatDiffers(row: Row, duties: readonly Duty[], history: OwedHistory, past: Past): Promise<string | null> {
  if (!duties.some((duty) => opens(duty, row, history)) && !(await past.asAt(row.created_at)).some((duty) => opens(duty, row, history))) {
    return `due ${row.due_at.toISOString()} by its row, and the chronology does not say so`
  }
  const asAt = async (at: Date | null): Promise<Duty | undefined> => (at === null ? undefined : (await past.asAt(at)).find((duty) => duty.key === row.key))
  const now = duties.find((duty) => duty.key === row.key)
  if (row.met_at !== null) {
    return isMet(now, row) || isMet(await asAt(row.met_recorded_at), row) ? null : `met at ${row.met_at.toISOString()} by its row, and no entry of that time meets it`
  }
  if (row.ended_at !== null) {
    if (isEnded(now, row) || isEnded(await asAt(row.ended_recorded_at), row)) return null
    const corrected = row.ended_why === 'start-corrected' && row.ended_by === null && (now === undefined || await asAt(row.ended_recorded_at) === undefined)
    return corrected ? null : `ended at ${row.ended_at.toISOString()} by its row, and no entry of that time ends it`
  }
  if (row.superseded_at !== null) return null
  return now !== undefined && isOpen(now) ? null : 'open by its row, and settled by the chronology'
}

const opens = (duty: Duty, row: Row, history: OwedHistory): boolean =>
  duty.key === row.key && duty.rule.id === row.rule && duty.rule.alert === row.alert && duty.startedBy.id === row.started_by && duty.startsAt.getTime() === row.starts_at.getTime()
  && duty.dueAt.getTime() === row.due_at.getTime() && duty.dayEnd === row.day_end && duty.startedBy.referralId === row.referral_id
  // Without a referral it is the child's home that owes it, and that moves.
  && (row.referral_id === null || history.owedIn(duty.startedBy) === row.borough)

const isMet = (duty: Duty | undefined, row: Row): boolean =>
  duty?.met != null && duty.met.id === row.met_by && duty.met.at.getTime() === row.met_at?.getTime()

const isEnded = (duty: Duty | undefined, row: Row): boolean =>
  duty?.ended != null && duty.ended.by.id === row.ended_by && duty.ended.by.at.getTime() === row.ended_at?.getTime() && duty.ended.why === row.ended_why
