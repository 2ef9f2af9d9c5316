CREATE OR REPLACE FUNCTION public.unlooked_ties(p_borough text, p_since timestamp with time zone, p_id uuid, p_most integer)
 RETURNS TABLE(id uuid, adult_id uuid, child_id uuid, borough text, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT r.id, r.person_id, r.other_id, CASE WHEN person_barred(c.id) THEN NULL ELSE coalesce(c.home_borough, 'london') END, r.since FROM relationship r JOIN person c ON c.id = r.other_id
  WHERE r.kind LIKE 'suspect%' AND r.until IS NULL AND (r.since, r.id) > (p_since, p_id) AND c.matched_to IS NULL
    AND (p_borough IS NULL OR (c.home_borough = p_borough AND NOT person_barred(c.id))) AND index_open(r.other_id) AND index_open(r.person_id) AND NOT person_barred(r.person_id)
    AND NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = r.other_id AND s.kind = 'wider-risk-check' AND s.occurred_at >= r.since)
    AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = r.other_id AND d.alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed')
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL)
  ORDER BY r.since, r.id LIMIT p_most $function$;
GRANT EXECUTE ON FUNCTION unlooked_ties(text,timestamp with time zone,uuid,integer) TO holdfast_app;
GRANT EXECUTE ON FUNCTION unlooked_ties(text,timestamp with time zone,uuid,integer) TO holdfast_worker;
