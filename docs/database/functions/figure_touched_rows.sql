CREATE OR REPLACE FUNCTION public.figure_touched_rows(p_measures jsonb, p_since timestamp with time zone, p_at timestamp with time zone, p_boroughs text[], p_most integer)
 RETURNS deadline[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  asked text[]; merged text[]; by_referral text[]; told text[]; found deadline[]; joined uuid[] := ARRAY(SELECT j.id FROM figure_joined(p_since) AS j(id)); children uuid[]; referrals uuid[]; held uuid[];
BEGIN
  SELECT coalesce(array_agg(DISTINCT a.alert), '{}'), coalesce(array_agg(DISTINCT a.alert) FILTER (WHERE (x->>'merged')::boolean), '{}'), coalesce(array_agg(DISTINCT a.alert) FILTER (WHERE (x->>'byReferral')::boolean), '{}')
    INTO asked, merged, by_referral FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert);
  -- That it was not quorate is told by a notice of its own, which may stand in another borough.
  told := CASE WHEN 'strategy-discussion-overdue' = ANY (asked) THEN asked || ARRAY['strategy-discussion-quorum'] ELSE asked END;
  found := ARRAY(SELECT d FROM deadline d WHERE GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) > p_since
      AND GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) <= 'infinity' AND d.alert = ANY (told)
      AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1)
    || ARRAY(SELECT d FROM deadline d WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at >= p_since AND d.due_at <= p_at AND d.alert = ANY (told)
      AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1);
  IF cardinality(joined) > 0 THEN
    found := found || ARRAY(SELECT d FROM deadline d WHERE d.child_id = ANY (joined) AND d.alert = ANY (told) AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1);
  END IF;
  IF cardinality(found) > p_most THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT d.child_id) FILTER (WHERE d.alert = ANY (merged)), array_agg(DISTINCT d.referral_id) FILTER (WHERE d.alert = ANY (by_referral)), array_agg(DISTINCT d.child_id) FILTER (WHERE d.alert = 'strategy-discussion-quorum')
    INTO children, referrals, held FROM unnest(found) AS d;
  RETURN ARRAY(
    SELECT DISTINCT ON ((o.d).id) o.d FROM (
      SELECT d FROM unnest(found) AS d WHERE d.alert = ANY (asked)
      UNION ALL
      SELECT d FROM deadline d WHERE d.child_id = ANY (children) AND d.alert = ANY (merged)
      UNION ALL
      SELECT d FROM deadline d WHERE d.referral_id = ANY (referrals) AND d.alert = ANY (by_referral)
      UNION ALL
      SELECT d FROM deadline d WHERE 'strategy-discussion-overdue' = ANY (asked) AND d.alert = 'strategy-discussion-overdue' AND d.child_id = ANY (held)) o
    WHERE (o.d).borough = ANY (p_boroughs));
END $function$;
