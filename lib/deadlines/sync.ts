import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { clause } from '@/lib/policy/clauses'
import { durationWords } from '@/lib/policy/calendar/duration'
import { dutiesOf, type Duty } from '@/lib/policy/duties'
import { textOf } from '@/lib/policy/events'
import { DUTY_RULES } from '@/lib/policy/rules'
import type { Pack } from '@/lib/policy/packs'
import type { DutyRule } from '@/lib/policy/rule'
import { policyHistories, type OwedHistory } from './histories'

/** A row of the ledger, as the synchronisation reads it. */
interface LedgerRow {
  id: string
  key: string
  started_by: string
  due_at: Date
  met_at: Date | null
  met_by: string | null
  ended_at: Date | null
  ended_by: string | null
  superseded_at: Date | null
  assigned_to: string | null
  assigned_team: string | null
}

type Change = { op: string; [key: string]: unknown }

/**
 * Makes the ledger of these children say what the policy says, in the act's own transaction. Rows are opened, met,
 * ended or superseded; none is edited.
 */
export async function syncDeadlines(tx: Tx, childIds: readonly string[], now: Date, rules: readonly DutyRule[] = DUTY_RULES): Promise<void> {
  const ids = [...new Set(childIds)].sort()
  if (ids.length === 0) return
  const [histories, ledger] = await Promise.all([policyHistories(tx, ids, now), tx.$queryRaw<(LedgerRow & { child_id: string })[]>`
    SELECT id, key, child_id, started_by, due_at, met_at, met_by, ended_at, ended_by, superseded_at, assigned_to, assigned_team FROM policy_deadlines(${ids}::uuid[])`])
  const changes: Change[] = []
  for (const [childId, history] of histories) {
    const own = ledger.filter((row) => row.child_id === childId)
    const rows = own.filter((row) => row.superseded_at === null)
    const past = new Set(own.filter((row) => row.superseded_at !== null).map((row) => row.key))
    changes.push(...changesFor(childId, dutiesOf(history, rules), rows, past, history, now, rules))
  }
  if (changes.length > 0) await tx.$executeRaw`SELECT write_deadlines(${JSON.stringify(changes)}::jsonb)`
}

function changesFor(
  childId: string, duties: readonly Duty[], rows: readonly LedgerRow[], past: ReadonlySet<string>, history: OwedHistory, now: Date, rules: readonly DutyRule[],
): Change[] {
  const changes: Change[] = []
  const recordedAt = now.toISOString()
  const ids = new Map<string, string>()
  for (const duty of duties) {
    const row = rows.find((existing) => existing.key === duty.key)
    if (row === undefined) {
      // Its replacement stands in the ledger already: without this line every later act would open and replace it again.
      if (duty.shortenedBy !== null && past.has(duty.key)) continue
      const id = randomUUID()
      ids.set(duty.key, id)
      // Whoever had the clock that this one replaces has this one; an agreed action is its owner's from the start.
      const former = rows.find((existing) => existing.key === duty.shortens)
      changes.push({ op: 'open', row: {
        ...openRow(id, childId, duty, history, recordedAt), assigned_to: former?.assigned_to ?? textOf(duty.startedBy, 'owner_account'), assigned_team: former?.assigned_team ?? null,
      } })
      changes.push(...settle(id, duty, ids, rows, recordedAt, { met_at: null, ended_at: null }))
      continue
    }
    ids.set(duty.key, row.id)
    // A borough that tightened its policy shortens what is open; what was met or ended keeps the time it was judged by.
    const shortened = row.met_at === null && row.ended_at === null && duty.dueAt.getTime() < row.due_at.getTime()
    const again = reopened(row, duty) || settledByAnother(row, history)
    if (again || shortened) {
      // What stood is superseded and stays visible; the duty as it is now known gets a row of its own.
      const id = randomUUID()
      ids.set(duty.key, id)
      changes.push({ op: 'supersede', id: row.id, by: id, why: again ? 'corrected' : 'recomputed', recordedAt })
      changes.push({ op: 'open', row: { ...openRow(id, childId, duty, history, recordedAt), assigned_to: row.assigned_to, assigned_team: row.assigned_team } })
      changes.push(...settle(id, duty, ids, rows, recordedAt, { met_at: null, ended_at: null }))
    } else {
      changes.push(...settle(row.id, duty, ids, rows, recordedAt, row))
    }
  }
  const whileJoined = new Set(history.parted === null ? [] : dutiesOf({ ...history, events: history.parted.asJoined }, rules).map((duty) => duty.key))
  for (const row of rows) {
    if (duties.some((duty) => duty.key === row.key)) continue
    // Owed here only while two records were joined: met or not, it counts here no more.
    if (whileJoined.has(row.key)) {
      changes.push({ op: 'supersede', id: row.id, by: null, why: 'parted', recordedAt })
      continue
    }
    if (row.met_at === null && row.ended_at === null) {
      changes.push({ op: 'end', id: row.id, at: recordedAt, by: null, why: 'start-corrected', recordedAt })
    }
  }
  // A clock shortened by a later one is superseded by its row, once every row has an id.
  for (const duty of duties) {
    if (duty.shortenedBy === null) continue
    const [id, by] = [ids.get(duty.key), ids.get(duty.shortenedBy)]
    if (id !== undefined && by !== undefined) changes.push({ op: 'supersede', id, by, why: 'shortened', recordedAt })
  }
  return changes
}

const reopened = (row: LedgerRow, duty: Duty): boolean =>
  (row.met_at !== null && duty.met === null) || (row.ended_at !== null && duty.ended === null && duty.met === null)
  || (row.ended_at !== null && duty.met !== null)

/** Met or ended by an entry of another person, from whom the record has been parted: settled again by what stands without it. */
const settledByAnother = (row: LedgerRow, history: OwedHistory): boolean =>
  history.parted !== null && ((row.met_by !== null && history.parted.out.has(row.met_by)) || (row.ended_by !== null && history.parted.out.has(row.ended_by)))

function settle(
  id: string, duty: Duty, ids: ReadonlyMap<string, string>, rows: readonly LedgerRow[], recordedAt: string,
  row: { met_at: Date | null; ended_at: Date | null },
): Change[] {
  if (duty.met !== null && row.met_at === null && row.ended_at === null) {
    return [{ op: 'meet', id, at: duty.met.at.toISOString(), by: duty.met.id, recordedAt }]
  }
  if (duty.ended !== null && row.ended_at === null && row.met_at === null) {
    return [{ op: 'end', id, at: duty.ended.by.at.toISOString(), by: duty.ended.by.id, why: duty.ended.why, recordedAt }]
  }
  return []
}

function openRow(id: string, childId: string, duty: Duty, history: OwedHistory, recordedAt: string): Record<string, unknown> {
  const { rule, pack } = duty
  return {
    id, key: duty.key, rule: rule.id, alert: rule.alert, basis: rule.form === 'clock' ? rule.basis ?? null : null, form: rule.form,
    task: rule.task ?? null, child_id: childId, borough: history.owedIn(duty.startedBy), referral_id: duty.startedBy.referralId, item_id: duty.item, owed_by: rule.owedBy,
    started_by: duty.startedBy.id, starts_at: duty.startsAt.toISOString(), due_at: duty.dueAt.toISOString(), day_end: duty.dayEnd,
    pack: pack.id, pack_version: pack.version, clause: duty.clause, created_at: recordedAt, escalation_level: 0,
    explanation: explanationOf(duty, pack),
  }
}

/** What the "why is this due then?" page shows, fixed when the clock opened: a later pack must not rewrite it. */
function explanationOf(duty: Duty, pack: Pack): Record<string, unknown> {
  const cited = clause(duty.clause)
  const parameter = duty.parameter === null ? null : pack.parameters[duty.parameter]
  return {
    title: duty.rule.title, plain: duty.rule.plain, meets: duty.rule.meets, because: duty.because, days: duty.days,
    startedByKind: duty.startedBy.kind, parameter: duty.parameter,
    duration: parameter === null ? null : durationWords(parameter.value),
    clause: { id: cited.id, title: cited.title, text: cited.text, source: cited.source, edition: cited.edition, certainty: cited.certainty },
    parameterCertainty: parameter?.certainty ?? null, packTitle: pack.title,
  }
}
