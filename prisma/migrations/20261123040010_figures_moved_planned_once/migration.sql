-- What moved since a figure was kept is asked of a few hundred duties by their ids. Planned anew each time, as a walk through five years must be,
-- four such statements took longer to plan than to answer, at any size: theirs is planned once. The definition of a measure stays one: this is made
-- from figure_duties, which counts every row. Whoever changes that one makes this one anew.
DO $make$
DECLARE
  was text := pg_get_functiondef('figure_duties(jsonb, timestamptz, timestamptz, timestamptz, text[], uuid[])'::regprocedure);
  became text;
BEGIN
  became := regexp_replace(was, 'WITH found AS NOT MATERIALIZED \(.*(SELECT d\.id, .*FROM deadline d WHERE) p_ids IS NOT NULL AND (d\.id = ANY \(p_ids\))', 'WITH found AS NOT MATERIALIZED (\1 \2');
  IF became = was OR became LIKE '%UNION ALL%UNION ALL%' OR became NOT LIKE '%force_custom_plan%' THEN RAISE EXCEPTION 'figure_duties is not as it was known'; END IF;
  became := replace(replace(replace(became, 'public.figure_duties(', 'public.figure_duties_of('), 'DEFAULT NULL::uuid[]', ''), 'force_custom_plan', 'force_generic_plan');
  EXECUTE became;
END $make$;
REVOKE ALL ON FUNCTION figure_duties_of(jsonb, timestamptz, timestamptz, timestamptz, text[], uuid[]) FROM PUBLIC;

-- Of a whole month that is put together anew there are tens of thousands: those are worth a plan of their own.
CREATE OR REPLACE FUNCTION figure_moves(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_boroughs text[], p_ids uuid[], p_sign int) RETURNS SETOF figure_moved LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), f.part, f.not_quorate, f.late_ms::bigint,
    epoch_ms(CASE WHEN f.form = 'notice' THEN f.starts_at ELSE f.due_at END), epoch_ms(f.starts_at), p_sign
  FROM (
    SELECT * FROM figure_duties_of(p_measures, p_from, p_at, p_at, p_boroughs, p_ids) WHERE cardinality(p_ids) <= 5000
    UNION ALL
    SELECT * FROM figure_duties(p_measures, p_from, p_at, p_at, p_boroughs, p_ids) WHERE cardinality(p_ids) > 5000) f $$;

-- What is kept of a dashboard is a few thousand rows by one index: to send for other processes took longer than to read them.
ALTER FUNCTION figure_duty_counts(jsonb, timestamptz, timestamptz, timestamptz, text[], text[], text[]) SET max_parallel_workers_per_gather = 0;
ALTER FUNCTION figure_fact_counts(jsonb, timestamptz, timestamptz, timestamptz, text[]) SET max_parallel_workers_per_gather = 0;

-- Of one borough only what changed there has moved: boroughs are counted apart, and add up.
DROP FUNCTION IF EXISTS figure_touched(jsonb, timestamptz, timestamptz);
CREATE OR REPLACE FUNCTION figure_touched(p_measures jsonb, p_since timestamptz, p_at timestamptz, p_boroughs text[] DEFAULT NULL) RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  asked text[] := ARRAY(SELECT DISTINCT a.alert FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert));
  merged text[] := ARRAY(SELECT DISTINCT a.alert FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert) WHERE (x->>'merged')::boolean);
  by_referral text[] := ARRAY(SELECT DISTINCT a.alert FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert) WHERE (x->>'byReferral')::boolean);
  -- That it was not quorate is told by a notice of its own.
  told text[] := CASE WHEN 'strategy-discussion-overdue' = ANY (asked) THEN asked || ARRAY['strategy-discussion-quorum'] ELSE asked END;
  ids uuid[]; children uuid[]; referrals uuid[]; alerts text[];
BEGIN
  SELECT array_agg(d.id), array_agg(d.child_id), array_agg(d.referral_id), array_agg(d.alert) INTO ids, children, referrals, alerts FROM (
    SELECT d.id, d.child_id, d.referral_id, d.alert, d.borough FROM deadline d WHERE GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) > p_since
      AND GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) <= 'infinity' AND d.alert = ANY (told)
    UNION
    SELECT d.id, d.child_id, d.referral_id, d.alert, d.borough FROM deadline d WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at >= p_since AND d.due_at <= p_at AND d.alert = ANY (told)
    UNION
    SELECT d.id, d.child_id, d.referral_id, d.alert, d.borough FROM deadline d WHERE d.child_id = ANY (ARRAY(SELECT j.id FROM figure_joined(p_since) AS j(id))) AND d.alert = ANY (told)) d
    -- A discussion is held to be quorate or not by a notice that may stand in another borough.
    WHERE p_boroughs IS NULL OR d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum';
  IF ids IS NULL THEN RETURN '{}'; END IF;
  -- With every other of their discussion or referral.
  RETURN ARRAY(
    SELECT t.id FROM unnest(ids, alerts) AS t(id, alert) WHERE t.alert = ANY (asked)
    UNION
    SELECT d.id FROM deadline d WHERE cardinality(merged) > 0 AND d.child_id = ANY (children) AND d.alert = ANY (merged) AND EXISTS (SELECT 1 FROM unnest(children, alerts) AS t(child_id, alert) WHERE t.child_id = d.child_id AND t.alert = d.alert)
    UNION
    SELECT d.id FROM deadline d WHERE cardinality(by_referral) > 0 AND d.referral_id = ANY (referrals) AND d.alert = ANY (by_referral) AND EXISTS (SELECT 1 FROM unnest(referrals, alerts) AS t(referral_id, alert) WHERE t.referral_id = d.referral_id AND t.alert = d.alert)
    UNION
    SELECT d.id FROM deadline d WHERE 'strategy-discussion-overdue' = ANY (asked) AND d.alert = 'strategy-discussion-overdue' AND d.child_id = ANY (ARRAY(SELECT t.child_id FROM unnest(children, alerts) AS t(child_id, alert) WHERE t.alert = 'strategy-discussion-quorum')));
END $$;
REVOKE ALL ON FUNCTION figure_touched(jsonb, timestamptz, timestamptz, text[]) FROM PUBLIC;

DO $make$
DECLARE
  was text := pg_get_functiondef('figure_duty_counts(jsonb, timestamptz, timestamptz, timestamptz, text[], text[], text[])'::regprocedure);
  became text := replace(was, 'figure_touched(p_measures, since, p_at)', 'figure_touched(p_measures, since, p_at, reach)');
BEGIN
  IF became NOT LIKE '%figure_touched(p_measures, since, p_at, reach)%' THEN RAISE EXCEPTION 'figure_duty_counts is not as it was known'; END IF;
  EXECUTE became;
END $make$;
