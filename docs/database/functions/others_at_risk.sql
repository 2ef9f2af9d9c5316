CREATE OR REPLACE FUNCTION public.others_at_risk(p_borough text, p_at timestamp with time zone, p_id uuid, p_most integer)
 RETURNS TABLE(id uuid, child_id uuid, alert text, item text, borough text, starts_at timestamp with time zone, due_at timestamp with time zone, day_end boolean, adults uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT d.id, d.child_id, d.alert, d.item_id, d.borough, d.starts_at, d.due_at, d.day_end, a.adults
  FROM deadline d CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT x.adult) AS adults FROM (
      SELECT r.person_id AS adult FROM relationship r WHERE r.other_id = d.child_id AND r.kind LIKE 'suspect%' AND r.until IS NULL
        AND (d.alert <> 'wider-risk-unassessed' OR d.item_id IS NULL OR r.person_id::text = d.item_id)
      UNION SELECT o.suspect_id FROM other_child o WHERE o.other_id = d.child_id AND o.suspect_id IS NOT NULL
      UNION SELECT r.person_id FROM other_child o JOIN relationship r ON r.other_id = o.child_id AND r.kind LIKE 'suspect%' AND r.until IS NULL
        WHERE o.other_id = d.child_id AND o.suspect_id IS NULL AND o.assessed_at IS NULL AND d.alert <> 'wider-risk-unassessed') x WHERE index_open(x.adult)) a
  WHERE d.alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed') AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
    -- The same child is owed it on two records: its own is the one to work from.
    AND (d.alert <> 'linked-child-unassessed' OR d.item_id IS NULL OR d.item_id = d.child_id::text)
    AND (d.due_at, d.id) > (p_at, p_id) AND borough_in(d.borough, app_index_boroughs()) AND (p_borough IS NULL OR d.borough = p_borough)
    AND a.adults IS NOT NULL AND index_open(d.child_id)
  ORDER BY d.due_at, d.id LIMIT p_most $function$;
GRANT EXECUTE ON FUNCTION others_at_risk(text,timestamp with time zone,uuid,integer) TO holdfast_app;
GRANT EXECUTE ON FUNCTION others_at_risk(text,timestamp with time zone,uuid,integer) TO holdfast_worker;
