import { createHash } from 'node:crypto'
import type { TestDatabase } from './database'

/** Chance that a number starts, so that a run that went wrong can be run again (mulberry32). */
export interface Chance {
  readonly seed: number
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number below `n`. */
  below(n: number): number
  of<T>(list: readonly T[]): T
  odds(share: number): boolean
  id(): string
}

export function chanceOf(seed: number): Chance {
  let [state, made] = [seed >>> 0, 0]
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    seed, next, below: (n) => Math.floor(next() * n), odds: (share) => next() < share,
    of: (list) => { const one = list[Math.floor(next() * list.length)]; if (one === undefined) throw new Error('nothing to choose from'); return one },
    id: () => { made += 1; return createHash('md5').update(`${seed} ${made}`).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5') },
  }
}

const [FROM, TO] = [Date.UTC(2015, 0, 1), Date.UTC(2016, 10, 30)]
const HOUR = 3_600_000
/** London midnights of winter and summer, ends of months and of years, and the hours in which the clocks change. */
const HARD = [
  '2015-03-29T00:00:00Z', '2015-03-29T01:00:00Z', '2015-03-29T23:00:00Z', '2015-10-24T23:00:00Z', '2015-10-25T00:30:00Z', '2015-10-25T01:00:00Z', '2015-10-25T01:30:00Z', '2015-10-26T00:00:00Z', '2016-03-27T00:00:00Z', '2016-03-27T01:00:00Z',
  '2016-03-27T23:00:00Z', '2016-10-29T23:00:00Z', '2016-10-30T01:00:00Z', '2016-10-31T00:00:00Z', '2015-12-31T00:00:00Z', '2016-01-01T00:00:00Z', '2016-02-29T00:00:00Z', '2016-03-01T00:00:00Z', '2016-03-31T23:00:00Z', '2016-04-30T23:00:00Z',
  '2016-05-31T23:00:00Z', '2015-06-30T23:00:00Z', '2015-11-01T00:00:00Z', '2016-11-01T00:00:00Z', '2016-06-15T23:00:00Z', '2016-06-30T23:00:00Z',
].map((text) => Date.parse(text))

/** A moment of the two years: one in three at a boundary, or a millisecond off it. */
export function someMoment(chance: Chance): Date {
  if (!chance.odds(0.35)) return new Date(FROM + chance.below(TO - FROM))
  return new Date(chance.of(HARD) + chance.of([0, 0, -1, 1]))
}

/** Rules of the policy by what the figures tell apart. Written out: a rule that changed its name here and not there should fail. */
const RULES = [
  ['strategy-discussion/force-24h', 'strategy-discussion-overdue', 'force-24h'], ['strategy-discussion/standard', 'strategy-discussion-overdue', 'standard'], ['strategy-discussion/same-day', 'strategy-discussion-overdue', 'same-day'],
  ['strategy-discussion/complex', 'strategy-discussion-overdue', 'complex'], ['strategy-discussion/immediate-action', 'strategy-discussion-overdue', 'immediate-action'], ['strategy-discussion/quorum', 'strategy-discussion-quorum', null],
  ['strategy-discussion/circulation', 'strategy-record-not-circulated', null], ['mash/assessment', 'mash-assessment-overdue', null], ['referral/decision', 'referral-decision-overdue', null], ['contact/unactioned', 'contact-unactioned', null],
  ['allocation/named-worker', 'allocation-overdue', null], ['child/seen', 'child-not-seen', null], ['investigation/supervisor-review', 'supervisor-review-overdue', null], ['action/own-date', 'action-overdue', null], ['action/own-date', 'action-overdue', null],
  ['missing/absent-callback', 'absent-callback-overdue', null], ['missing/risk-grade', 'missing-risk-not-graded', null], ['missing/safe-and-well', 'safe-and-well-check-overdue', null], ['missing/return-home-interview', 'return-home-interview-overdue', null],
  ['missing/debrief-referred', 'debrief-not-referred', null], ['missing/repeat', 'repeat-missing', null], ['exploitation/assessment', 'cse-assessment-overdue', null], ['exploitation/hearing', 'mase-hearing-overdue', null],
  ['meeting/agency-absent', 'required-agency-absent', null], ['meeting/research-missing', 'pre-meeting-research-missing', null], ['investigation/suspect-action', 'suspect-action-overdue', null],
] as const
const NOTICES = ['strategy-discussion/quorum', 'missing/repeat', 'meeting/agency-absent', 'meeting/research-missing']
const REFUSED = ['absent-classification-under-13', 'absent-classification-cse-flag', 'absent-classification-known-risk', 'absent-after-24-hours', 'absent-class-ended', 'missing-risk-below-medium', 'risk-rationale-rejected', 'strategy/no-plan']

export const SOME_BOROUGHS = ['merton', 'sutton', 'camden', 'city-of-london'] as const

interface People { readonly children: readonly string[]; readonly discussions: ReadonlyMap<string, readonly string[]>; readonly referrals: readonly string[]; readonly actions: readonly string[] }

/** Children, referrals, discussions and actions that duties are of. `said`: what each entry said when it was written, for who counts after redaction. */
export async function someLondon(database: TestDatabase, chance: Chance): Promise<People> {
  await database.admin('CREATE TABLE said (entry_id uuid PRIMARY KEY, body jsonb NOT NULL)')
  const children = Array.from({ length: 40 }, () => chance.id())
  const account = chance.id()
  await database.admin(`INSERT INTO person (id, reference, given_name, family_name, born_on, age_disputed, unborn, home_borough, health, restricted, created_at)
    SELECT id::uuid, 'P-' || n, 'Child' || n, 'Brackwater', '2005-01-01', false, false, CASE WHEN n % 7 = 0 THEN NULL ELSE ($2::text[])[1 + n % 4] END, '{}', n % 11 = 0, '2010-01-01' FROM unnest($1::text[]) WITH ORDINALITY AS x(id, n)`, [children, SOME_BOROUGHS])
  await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) SELECT p.id, b, 'referred', '2010-01-01' FROM person p CROSS JOIN unnest($1::text[]) AS b`, [SOME_BOROUGHS])
  const calls = [chance.id(), chance.id()]
  await database.admin(`INSERT INTO meeting_call (id, kind, reference, borough, mode, meets_at, names_shared, called_at, called_by, month) VALUES
    ($1, 'map', 'G-1', 'merton', 'meeting', '2016-01-01', false, '2016-01-01', $3, NULL), ($2, 'mase', 'G-2', 'merton', 'meeting', '2016-01-01', false, '2016-01-01', $3, '2016-01')`, [calls[0], calls[1], account])
  const actions = Array.from({ length: 30 }, () => chance.id())
  await database.admin(`INSERT INTO action (id, call_id, child_id, borough, what, owner_agency, owner_name, due_at, set_at, set_by)
    SELECT id::uuid, CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN $2::uuid ELSE $3::uuid END, $4, 'merton', 'Invented', 'police', 'DC Farrant', '2016-01-01', '2016-01-01', $5 FROM unnest($1::text[]) WITH ORDINALITY AS x(id, n)`, [actions, calls[0], calls[1], children[0], account])
  return { children, discussions: new Map(children.map((child) => [child, Array.from({ length: 4 }, () => chance.id())])), referrals: Array.from({ length: 30 }, () => chance.id()), actions }
}

/** Rows of the ledger of deadlines as the product leaves them: begun, recorded at once or long after, met or ended in time or late, replaced, annulled. */
export async function someDuties(database: TestDatabase, chance: Chance, people: People, many: number): Promise<void> {
  const rows = Array.from({ length: many }, (_, at) => {
    const [rule, alert, basis] = chance.of(RULES)
    const child = chance.of(people.children)
    const starts = someMoment(chance)
    const later = (from: Date): Date => new Date(Math.max(from.getTime(), chance.odds(0.5) ? from.getTime() : from.getTime() + chance.below(60 * 24 * HOUR)))
    const created = later(starts)
    const due = NOTICES.includes(rule) ? starts : new Date(Math.max(starts.getTime(), chance.odds(0.3) ? someMoment(chance).getTime() : starts.getTime() + chance.below(40 * 24 * HOUR)))
    const happened = chance.of([due, new Date(due.getTime() - 1), new Date(due.getTime() + 1), new Date(starts.getTime() + chance.below(80 * 24 * HOUR)), new Date(due.getTime() + chance.below(30 * 24 * HOUR))])
    const [end, row] = [happened < starts ? starts : happened, { met_at: null, met_by: null, met_recorded_at: null, ended_at: null, ended_by: null, ended_why: null, ended_recorded_at: null, superseded_at: null, superseded_by: null, superseded_why: null } as Record<string, unknown>]
    const recorded = new Date(Math.max(later(end).getTime(), created.getTime()))
    const became = chance.next()
    const discussion = chance.of(people.discussions.get(child) ?? [])
    if (became < 0.55) Object.assign(row, { met_at: end, met_by: alert === 'strategy-discussion-overdue' ? discussion : chance.id(), met_recorded_at: recorded })
    else if (became < 0.75) Object.assign(row, { ended_at: end, ended_by: chance.odds(0.5) ? discussion : chance.id(), ended_why: chance.of(['closed', 'returned', 'annulled', 'start-corrected', 'matched']), ended_recorded_at: recorded })
    if (chance.odds(0.15)) Object.assign(row, { superseded_at: new Date(Math.max(created.getTime(), later(created).getTime())), superseded_by: chance.id(), superseded_why: chance.of(['corrected', 'shortened', 'recomputed']) })
    return {
      id: chance.id(), key: `${rule}|${at}`, rule, alert, basis, form: NOTICES.includes(rule) ? 'notice' : 'clock', child_id: child, borough: chance.of(SOME_BOROUGHS), referral_id: chance.odds(0.8) ? chance.of(people.referrals) : null,
      item_id: alert === 'action-overdue' ? chance.of([...people.actions, 'not-an-action']) : null, owed_by: 'police', started_by: rule === 'strategy-discussion/quorum' ? discussion : chance.id(), starts_at: starts, due_at: due, day_end: chance.odds(0.5),
      pack: 'mps-2016', pack_version: '1', clause: 'sd-default', explanation: {}, created_at: created, escalation_level: 0, ...row,
    }
  })
  await database.admin('INSERT INTO deadline SELECT * FROM jsonb_populate_recordset(NULL::deadline, $1::jsonb) ON CONFLICT DO NOTHING', [JSON.stringify(rows)])
}

/** Entries of the chronology of every kind that is counted, some typed in months late, some annulled, some with their words redacted. */
export async function someEntries(database: TestDatabase, chance: Chance, people: People, many: number): Promise<void> {
  let [seq] = (await database.admin<{ seq: number }>('SELECT coalesce(max(seq), 0)::int AS seq FROM entry')).map((row) => row.seq)
  const earlier: { id: string; recorded: Date; subjects: string[] }[] = []
  const made = Array.from({ length: many }, () => {
    const kind = chance.of(['missing-reported', 'missing-reported', 'episode-classified', 'episode-classified', 'act-refused', 'child-returned', 'cse-category-set', 'cse-category-set', 'cse-category-set', 'meeting-held', 'crime-recorded', 'suspect-action', 'intervention-recorded', 'listed-for-meeting', 'duty-annulled', 'words-redacted'])
    const occurred = someMoment(chance)
    const recorded = new Date(occurred.getTime() + (chance.odds(0.6) ? 0 : chance.below(120 * 24 * HOUR)))
    const former = chance.of(earlier.length === 0 ? [{ id: chance.id(), recorded, subjects: [chance.of(people.children)] }] : earlier)
    const undoes = kind === 'duty-annulled' || kind === 'words-redacted'
    // What undoes an entry is written down after it.
    const at = undoes ? new Date(former.recorded.getTime() + chance.below(90 * 24 * HOUR)) : recorded
    const body: Record<string, unknown> = {
      'episode-classified': { as: chance.of(['missing', 'absent', 'neither']) }, 'act-refused': { act: 'classify', rules: chance.odds(0.9) ? [chance.of(REFUSED), chance.of(REFUSED)] : 'none' }, 'cse-category-set': { category: chance.of([0, 1, 2, 3, '2', 'x']) },
      'meeting-held': { meeting: chance.of(['MAP', 'MASE']), absent: chance.of([[], [], ['health'], null]), research_missing: chance.of([[], [], ['csc'], null]) }, 'crime-recorded': { concern: chance.of(['cse', 'neglect']) },
      'suspect-action': { action: chance.of(['charged', 'arrested']), concern: chance.of(['cse', 'cse', 'neglect']) }, 'intervention-recorded': { what: chance.of(['intervention', 'disruption', 'other']) }, 'listed-for-meeting': { meeting: chance.of(['MASE', 'MAP']) },
      'duty-annulled': { of: former.id, reason: 'Entered for the wrong child' },
    }[kind] ?? {}
    const subjects = undoes ? former.subjects : [...new Set([chance.of(people.children), ...(chance.odds(0.2) ? [chance.of(people.children)] : [])])]
    const entry = { id: chance.id(), ledger: chance.odds(0.15) ? 'london' : chance.of(SOME_BOROUGHS), kind, occurred: undoes ? at : occurred, recorded: at, subjects, body, of: kind === 'words-redacted' ? former.id : null }
    if (!undoes) earlier.push({ id: entry.id, recorded, subjects })
    seq = (seq ?? 0) + 1
    return { ...entry, seq }
  })
  const sent = JSON.stringify(made)
  await database.admin(`INSERT INTO entry (id, ledger, seq, kind, heading, occurred_at, recorded_at, recorded_by, agency, corrects, subject_ids, payload_digest, prev_hash, hash)
    SELECT x.id, x.ledger, x.seq, x.kind, 'Invented', x.occurred, x.recorded, x.id, 'police', x.of, x.subjects, '', '', '' FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, ledger text, seq bigint, kind text, occurred timestamptz, recorded timestamptz, subjects uuid[], of uuid)`, [sent])
  await database.admin(`WITH x AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, body jsonb)), p AS (INSERT INTO entry_payload (entry_id, salt, body) SELECT id, 'x', body FROM x) INSERT INTO said SELECT id, body FROM x`, [sent])
  await database.admin(`INSERT INTO entry_subject (entry_id, person_id, occurred_at, kind, agency) SELECT x.id, s, x.occurred, x.kind, 'police' FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, kind text, occurred timestamptz, subjects uuid[], seq bigint) CROSS JOIN unnest(x.subjects) AS s ORDER BY x.seq`, [sent])
  await database.admin(`UPDATE entry_payload p SET body = '{}', salt = '', redacted_at = e.recorded_at, redacted_under = e.id::text FROM entry e WHERE e.kind = 'words-redacted' AND e.corrects = p.entry_id AND p.redacted_at IS NULL`)
}
