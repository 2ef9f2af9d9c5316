CREATE OR REPLACE FUNCTION public.figure_touched(p_measures jsonb, p_since timestamp with time zone, p_at timestamp with time zone, p_boroughs text[] DEFAULT NULL::text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
END $function$;
