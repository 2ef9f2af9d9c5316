import type { TestDatabase } from './database'

/**
 * What each measure counts, written down a second time: from the ledger of deadlines and the chronology as they stand, by the plainest SQL that
 * says it, and nothing of the product’s. One line for each measure; a measure without a line fails the test.
 */
interface Duties { readonly of: string; readonly one?: 'discussion' | 'referral' }
interface Entries { readonly kind: string; readonly is: string; readonly last?: true }

const NAIVE_DUTIES: Readonly<Record<string, Duties>> = {
  'strategy-24h': { of: `d.rule = 'strategy-discussion/force-24h'` },
  'strategy-procedure': { of: `d.rule IN ('strategy-discussion/standard', 'strategy-discussion/same-day', 'strategy-discussion/complex', 'strategy-discussion/immediate-action')`, one: 'discussion' },
  'strategy-circulated': { of: `d.rule = 'strategy-discussion/circulation'` },
  'mash-assessment': { of: `d.rule = 'mash/assessment'`, one: 'referral' },
  'referral-decision': { of: `d.rule = 'referral/decision'`, one: 'referral' },
  'contact-action': { of: `d.rule = 'contact/unactioned'`, one: 'referral' },
  allocation: { of: `d.rule = 'allocation/named-worker'` },
  'child-seen': { of: `d.rule = 'child/seen'` },
  'supervisor-review': { of: `d.rule = 'investigation/supervisor-review'` },
  actions: { of: `d.rule = 'action/own-date'` },
  'call-backs': { of: `d.rule = 'missing/absent-callback'` },
  'risk-graded': { of: `d.rule = 'missing/risk-grade'` },
  'safe-and-well': { of: `d.rule = 'missing/safe-and-well'` },
  'return-interview': { of: `d.rule = 'missing/return-home-interview'` },
  debrief: { of: `d.rule = 'missing/debrief-referred'` },
  'repeat-missing': { of: `d.rule = 'missing/repeat'` },
  'cse-assessment': { of: `d.rule = 'exploitation/assessment'` },
  'mase-hearing': { of: `d.rule = 'exploitation/hearing'` },
  'mase-actions': { of: `d.rule = 'action/own-date' AND EXISTS (SELECT 1 FROM action a JOIN meeting_call c ON c.id = a.call_id WHERE a.id::text = d.item_id AND c.kind = 'mase')` },
  'map-actions': { of: `d.rule = 'action/own-date' AND EXISTS (SELECT 1 FROM action a JOIN meeting_call c ON c.id = a.call_id WHERE a.id::text = d.item_id AND c.kind = 'map')` },
  'agency-absent': { of: `d.rule = 'meeting/agency-absent'` },
  'research-missing': { of: `d.rule = 'meeting/research-missing'` },
}

const NAIVE_ENTRIES: Readonly<Record<string, Entries>> = {
  'missing-reports': { kind: 'missing-reported', is: 'true' },
  'classed-missing': { kind: 'episode-classified', is: `b.body->>'as' = 'missing'` },
  'classed-absent': { kind: 'episode-classified', is: `b.body->>'as' = 'absent'` },
  'class-refused': { kind: 'act-refused', is: `b.body->'rules'->>0 IN ('absent-classification-under-13', 'absent-classification-cse-flag', 'absent-classification-known-risk', 'absent-after-24-hours', 'absent-class-ended', 'downgrade-needs-inspector', 'missing-risk-below-medium', 'risk-rationale-rejected')` },
  returned: { kind: 'child-returned', is: 'true' },
  'category-3': { kind: 'cse-category-set', is: `b.body->>'category' = '3'`, last: true },
  'category-2': { kind: 'cse-category-set', is: `b.body->>'category' = '2'`, last: true },
  'category-1': { kind: 'cse-category-set', is: `b.body->>'category' = '1'`, last: true },
  'mase-referrals': { kind: 'listed-for-meeting', is: `b.body->>'meeting' = 'MASE'` },
  'exploitation-crimes': { kind: 'crime-recorded', is: `b.body->>'concern' = 'cse'` },
  interventions: { kind: 'intervention-recorded', is: `b.body->>'what' = 'intervention'` },
  disruptions: { kind: 'intervention-recorded', is: `b.body->>'what' = 'disruption'` },
  charges: { kind: 'suspect-action', is: `b.body->>'action' = 'charged' AND b.body->>'concern' = 'cse'` },
  'heard-contributed': { kind: 'meeting-held', is: `b.body->'absent' = '[]' AND b.body->'research_missing' = '[]'` },
  'heard-no-research': { kind: 'meeting-held', is: `b.body->'research_missing' <> '[]' AND b.body->'research_missing' <> 'null' AND (b.body->'absent' = '[]' OR b.body->'absent' = 'null')` },
  'heard-absent': { kind: 'meeting-held', is: `b.body->'absent' <> '[]' AND b.body->'absent' <> 'null'` },
}
export const NAIVE = [...Object.keys(NAIVE_DUTIES), ...Object.keys(NAIVE_ENTRIES)]

export interface NaiveDuties {
  readonly judged: number; readonly inTime: number; readonly quorate: number; readonly notQuorate: number; readonly late: number; readonly openLate: number; readonly open: number
  readonly median: number | null; readonly worst: number | null; readonly oldest: number | null
}
interface Asked { readonly from: Date; readonly at: Date; readonly boroughs: readonly string[]; readonly month?: string }

export async function naiveDuties(database: TestDatabase, measure: string, { from, at, boroughs, month }: Asked): Promise<NaiveDuties> {
  const { of, one } = NAIVE_DUTIES[measure] ?? { of: 'false' }
  // Of the same discussion, held, ended, or still to be held; of the same referral, whoever still waits before who was answered.
  const [group, better] = one === 'discussion' ? ['(o.child_id, o.borough) = (d.child_id, d.borough) AND coalesce(o.met_entry, o.ended_entry) IS NOT DISTINCT FROM coalesce(d.met_entry, d.ended_entry)', '(o.due_at, o.id) < (d.due_at, d.id)']
    : one === 'referral' ? ['o.referral_id = d.referral_id AND o.borough = d.borough', '(CASE WHEN o.open THEN 0 WHEN o.met THEN 1 ELSE 2 END, o.due_at, o.id) < (CASE WHEN d.open THEN 0 WHEN d.met THEN 1 ELSE 2 END, d.due_at, d.id)'] : ['false', 'false']
  const [found] = await database.admin<NaiveDuties>(`
    WITH known AS (
      SELECT d.id, d.child_id, d.borough, d.referral_id, d.form, d.starts_at, d.due_at, d.day_end, d.met_at, d.met_recorded_at <= $2 AS met, d.ended_recorded_at <= $2 AS ended,
        CASE WHEN d.met_recorded_at <= $2 THEN d.met_by END AS met_entry, CASE WHEN d.ended_recorded_at <= $2 THEN d.ended_by END AS ended_entry,
        (d.met_recorded_at IS NULL OR d.met_recorded_at > $2) AND (d.ended_recorded_at IS NULL OR d.ended_recorded_at > $2) AS open
      FROM deadline d WHERE ${of} AND d.borough = ANY ($3) AND d.created_at <= $2 AND d.starts_at <= $2 AND (d.superseded_at IS NULL OR d.superseded_at > $2)
        AND NOT (d.ended_why IN ('annulled', 'start-corrected', 'matched') AND d.ended_recorded_at IS NOT NULL AND d.ended_recorded_at <= $2)),
    looked AS (SELECT * FROM known d WHERE d.starts_at >= $1 OR d.open),
    judged AS (
      SELECT d.*, d.starts_at >= $1 AS begun_in, d.met IS TRUE AND (d.form = 'notice' OR (d.met_at < d.due_at) OR (d.met_at = d.due_at AND NOT d.day_end)) AS good,
        d.open AND (d.form = 'notice' OR d.due_at < $2 OR (d.due_at = $2 AND d.day_end)) AS over,
        CASE WHEN d.form = 'notice' THEN d.starts_at ELSE d.due_at END AS clock,
        (SELECT count(*) > 0 FROM deadline q WHERE q.rule = 'strategy-discussion/quorum' AND q.child_id = d.child_id AND q.started_by = d.met_entry AND q.created_at <= $2 AND NOT (q.superseded_why = 'corrected' AND q.superseded_at IS NOT NULL AND q.superseded_at <= $2)) AS lacked
      FROM looked d WHERE NOT EXISTS (SELECT 1 FROM looked o WHERE ${group} AND ${better})),
    j AS (SELECT * FROM judged d WHERE $4::text IS NULL OR to_char(d.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM') = $4)
    SELECT count(*) FILTER (WHERE met OR (over AND begun_in))::int AS judged, count(*) FILTER (WHERE met AND good)::int AS "inTime", count(*) FILTER (WHERE met AND good AND NOT lacked)::int AS quorate, count(*) FILTER (WHERE met AND good AND lacked)::int AS "notQuorate",
      count(*) FILTER (WHERE met AND NOT good)::int AS late, count(*) FILTER (WHERE over)::int AS "openLate", count(*) FILTER (WHERE open)::int AS open,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY CASE WHEN met AND NOT good THEN extract(epoch FROM met_at - clock) * 1000 WHEN over AND begun_in THEN extract(epoch FROM $2 - clock) * 1000 END))::float8 AS median,
      max(CASE WHEN met AND NOT good THEN extract(epoch FROM met_at - clock) * 1000 WHEN over THEN extract(epoch FROM $2 - clock) * 1000 END)::float8 AS worst,
      max(CASE WHEN open THEN extract(epoch FROM $2 - starts_at) * 1000 END)::float8 AS oldest FROM j`.replaceAll('$1', '$1::timestamptz').replaceAll('$2', '$2::timestamptz'), [from, at, boroughs, month ?? null])
  if (found === undefined) throw new Error('a count is one row')
  return found
}

/** Entries by child. One written into a ledger of all London counts where the child lives; one annulled counts until that was written down. */
export async function naiveEntries(database: TestDatabase, measure: string, { from, at, boroughs, month }: Asked): Promise<number> {
  const { kind, is, last } = NAIVE_ENTRIES[measure] ?? { kind: 'none', is: 'false' }
  const standing = (entry: string, child: string): string => `${entry}.kind = '${kind}' AND ${entry}.occurred_at <= $2 AND ${entry}.recorded_at <= $2
    AND NOT EXISTS (SELECT 1 FROM entry a JOIN said ab ON ab.entry_id = a.id WHERE a.kind = 'duty-annulled' AND ${child} = ANY (a.subject_ids) AND a.recorded_at <= $2 AND ab.body->>'of' = ${entry}.id::text)`
  const [found] = await database.admin<{ many: number }>(`
    SELECT count(*)::int AS many FROM entry e JOIN said b ON b.entry_id = e.id CROSS JOIN unnest(e.subject_ids) AS s(child) JOIN person p ON p.id = s.child
    WHERE ${standing('e', 's.child')} AND ${is} AND coalesce(CASE WHEN e.ledger <> 'london' THEN e.ledger ELSE p.home_borough END, 'london') = ANY ($3)
      AND ${last === true ? `NOT EXISTS (SELECT 1 FROM entry l WHERE s.child = ANY (l.subject_ids) AND (l.occurred_at, l.recorded_at, l.id) > (e.occurred_at, e.recorded_at, e.id) AND ${standing('l', 's.child')})` : 'e.occurred_at >= $1'}
      AND $1 IS NOT NULL AND ($4::text IS NULL OR to_char(e.occurred_at AT TIME ZONE 'Europe/London', 'YYYY-MM') = $4)`.replaceAll('$1', '$1::timestamptz').replaceAll('$2', '$2::timestamptz'), [from, at, boroughs, month ?? null])
  return found?.many ?? 0
}
