import { inTime, overdue } from '@/lib/policy/calendar/duration'
import { dutyRule } from '@/lib/policy/rules'
import { dutyWords } from '@/lib/wording/duties'
import { momentWords } from '@/lib/wording/london-words'
import { basisWords } from '@/lib/wording/outcomes'
import { boroughWords } from '@/lib/wording/boroughs'
import { spanWords } from '@/lib/wording/spans'
import { lastDay, timeLeft } from '@/lib/wording/time-left'
import { dateWords, instantWords } from '@/lib/wording/london-words'
import { owedWords } from './owed-words'
import type { DutyLine, DutyState } from './view'

/** What a list needs of a row of the ledger. */
export interface LineRow {
  readonly id: string
  readonly rule: string
  readonly alert: string
  readonly basis: string | null
  readonly form: string
  readonly borough: string
  readonly owedBy: string
  readonly startsAt: Date
  readonly dueAt: Date
  readonly dayEnd: boolean
  readonly metAt: Date | null
  readonly endedAt: Date | null
  readonly endedWhy: string | null
  readonly supersededAt: Date | null
  readonly supersededWhy: string | null
  readonly assignedTo: string | null
  readonly assignedTeam: string | null
  readonly explanation: unknown
}

export const LINE_FIELDS = {
  id: true, rule: true, alert: true, basis: true, form: true, borough: true, owedBy: true, startsAt: true, dueAt: true, dayEnd: true, metAt: true,
  endedAt: true, endedWhy: true, supersededAt: true, supersededWhy: true, assignedTo: true, assignedTeam: true, explanation: true,
} as const

/** Status is computed from the dated facts and `now`, here and nowhere else. A notice is late from the moment it is raised. */
export function dutyState(row: Pick<LineRow, 'supersededAt' | 'metAt' | 'endedAt' | 'dueAt' | 'dayEnd' | 'form'>, now: Date): DutyState {
  if (row.supersededAt !== null) return 'superseded'
  // A notice has no time of its own: whoever remedied it was not late.
  if (row.metAt !== null) return row.form === 'notice' || inTime(row, row.metAt) ? 'met' : 'met-late'
  if (row.endedAt !== null) return 'ended'
  return row.form === 'notice' || overdue(row, now) ? 'late' : 'open'
}

const ENDED_WORDS: Readonly<Record<string, string>> = {
  'threshold-not-met': 'Ended, the threshold was not met',
  annulled: 'Annulled, started in error',
  matched: 'Ended here: the same person as another record, where it runs on',
  'start-corrected': 'Ended, the entry that started it was corrected',
  carried: 'Carried to a new date',
  withdrawn: 'Ended, the question was withdrawn',
  'matter-closed': 'Ended, the matter was closed',
  'rated-blue': 'Ended, rated blue: no time runs',
  returned: 'Ended, the child is back',
  'classed-missing': 'Ended, the child is classed missing',
  'classed-absent': 'Ended, the child is classed absent',
  'no-emergency': 'Ended, found to be no live emergency',
}
export const endedWords = (why: string | null): string => ENDED_WORDS[why ?? ''] ?? 'Ended'
const SUPERSEDED_WORDS: Readonly<Record<string, string>> = {
  shortened: 'Replaced by an earlier due time, after new facts',
  recomputed: 'Replaced by an earlier due time, after the borough tightened its policy',
  corrected: 'Replaced, after a correction of the record',
  parted: 'Owed here only while two records were joined',
}

/** A changed rating counts again from the receipt, and the new time can be the later one (mash-rag-change). */
const supersededWords = (row: LineRow): string =>
  (row.rule === 'mash/assessment' && row.supersededWhy === 'shortened' ? 'Replaced when the rating changed' : SUPERSEDED_WORDS[row.supersededWhy ?? ''] ?? 'Replaced')

export function stateWords(row: LineRow, now: Date): string | null {
  switch (dutyState(row, now)) {
    case 'met': return `Met ${momentWords(row.metAt ?? now, now)}${row.form === 'notice' ? '' : ', in time'}`
    case 'met-late': return `Met ${momentWords(row.metAt ?? now, now)}, late by ${spanWords((row.metAt ?? now).getTime() - row.dueAt.getTime())}`
    case 'ended': return `${endedWords(row.endedWhy)}, ${momentWords(row.endedAt ?? now, now)}`
    case 'superseded': return `${supersededWords(row)}, ${momentWords(row.supersededAt ?? now, now)}`
    case 'late':
    case 'open': return null
  }
}

/** The moment each clock counts from, in words (conflict 14.6: each band keeps its own). */
const MOMENTS: Readonly<Record<string, string>> = {
  'strategy-discussion/force-24h': 'the initial report',
  'strategy-discussion/same-day': 'receipt of the referral',
  'strategy-discussion/immediate-action': 'receipt of the referral',
  'strategy-discussion/standard': 'the concern being identified',
  'strategy-discussion/complex': 'the concern being identified',
  'strategy-discussion/two-agency-followup': 'the call between police and social care',
  'strategy-discussion/circulation': 'the discussion',
  'referral/decision': 'receipt of the referral',
  'mash/assessment': 'receipt in the MASH',
  'mash/agency-answer': 'the question',
}
export const momentOfRule = (rule: string): string => MOMENTS[rule] ?? 'the entry that started it'

/** 'by the end of Tue 24 Nov 2026', 'Sun 22 Nov 2026, 03:05': the date itself, without the time left. */
export const dueWords = (row: { dueAt: Date; dayEnd: boolean }): string =>
  row.dayEnd ? `by the end of ${dateWords(lastDay(row.dueAt))}` : instantWords(row.dueAt)

/** What the ledger fixed when the clock opened; read with care, because an older row may lack what is asked for now. */
export function explained(explanation: unknown): { because: string[]; duration: string | null; [key: string]: unknown } {
  const said = typeof explanation === 'object' && explanation !== null ? explanation as Record<string, unknown> : {}
  return {
    ...said,
    because: Array.isArray(said['because']) ? said['because'].filter((fact): fact is string => typeof fact === 'string') : [],
    duration: typeof said['duration'] === 'string' ? said['duration'] : null,
  }
}

export const bandWords = (row: { alert: string; basis: string | null }): string =>
  row.alert === 'strategy-full-meeting-overdue' ? 'full meeting, every agency' : basisWords(row.basis)

/** A target that is measured and is no breach of procedure (sd-mps-24h). */
export const isTarget = (rule: string): boolean => {
  const known = dutyRule(rule)
  return known?.form === 'clock' && !known.breach
}

export function dutyLine(row: LineRow, nameOf: (id: string | null) => string | null, now: Date): DutyLine {
  const state = dutyState(row, now)
  return {
    id: row.id, words: dutyWords(row.alert, row.basis), state, stateWords: stateWords(row, now), left: timeLeft(row, now),
    from: row.form === 'notice' ? `raised ${momentWords(row.startsAt, now)}` : `from ${momentOfRule(row.rule)}, ${momentWords(row.startsAt, now)}`,
    given: explained(row.explanation).duration, owedBy: owedWords(row.owedBy), withWhom: nameOf(row.assignedTo) ?? row.assignedTeam, borough: boroughWords(row.borough),
  }
}
