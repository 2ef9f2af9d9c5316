import 'server-only'
import { withTransaction } from '@/lib/platform/db'
import { wallSettings } from '@/lib/access/visibility'
import { overdue } from '@/lib/policy/calendar/duration'
import type { Stage } from './stage'

/** A duty as the ledger of deadlines holds it. */
export interface Row {
  readonly id: string
  readonly rule: string
  readonly alert: string
  readonly basis: string | null
  readonly form: string
  readonly task: string | null
  readonly childId: string
  readonly startedBy: string
  readonly startsAt: Date
  readonly dueAt: Date
  readonly dayEnd: boolean
  readonly clause: string
  readonly createdAt: Date
  readonly metAt: Date | null
  readonly metRecordedAt: Date | null
  readonly metBy: string | null
  readonly endedAt: Date | null
  readonly endedRecordedAt: Date | null
  readonly endedBy: string | null
  readonly endedWhy: string | null
  readonly supersededAt: Date | null
  readonly explanation: unknown
}

/** Every row these people ever had, superseded ones included: from them the ledger can be read as at any moment. */
export function readLedger(stage: Stage, personIds: readonly string[]): Promise<Row[]> {
  return withTransaction(wallSettings(stage.actor('auditor')), (tx) => tx.deadline.findMany({
    where: { childId: { in: [...personIds] } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  }))
}

/** Was the duty known, unmet and not replaced at `at`, everything of that instant done? */
export function openAt(row: Row, at: Date): boolean {
  return row.createdAt <= at && !(row.metRecordedAt !== null && row.metRecordedAt <= at)
    && !(row.endedRecordedAt !== null && row.endedRecordedAt <= at) && !(row.supersededAt !== null && row.supersededAt <= at)
}

/** Is its alert open at `at`? What is noticed is open at once; a clock when it has run out. */
export const raisedAt = (row: Row, at: Date): boolean =>
  openAt(row, at) && (row.form === 'notice' || overdue({ dueAt: row.dueAt, dayEnd: row.dayEnd }, at))

/**
 * The instant from which its alert was open, or null when it never was. An act exactly at a day's end is late by nothing:
 * it raises the alert and closes it again. An elapsed clock met at its due instant is in time.
 */
export function raisedFrom(row: Row): Date | null {
  if (row.form === 'notice') return row.createdAt
  // Due before it was known (a late recording): raised when it became known.
  const from = row.createdAt > row.dueAt ? row.createdAt : row.dueAt
  const gone = [row.metRecordedAt, row.endedRecordedAt, row.supersededAt].filter((at): at is Date => at !== null)
  const first = gone.length === 0 ? null : new Date(Math.min(...gone.map((at) => at.getTime())))
  if (first === null) return from
  return row.dayEnd ? (first >= from ? from : null) : (first > from ? from : null)
}
