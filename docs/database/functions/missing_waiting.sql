CREATE OR REPLACE FUNCTION public.missing_waiting(p_now timestamp with time zone)
 RETURNS TABLE(out_now integer, late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH o AS MATERIALIZED (
    SELECT e.person_id, e.reported_at FROM episode e WHERE e.returned_at IS NULL AND ((SELECT app_looks_for()) OR '*' = ANY ((SELECT app_record_boroughs())::text[])
      OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = e.person_id AND r.borough = ANY ((SELECT app_record_boroughs())::text[])))
    ORDER BY e.reported_at, e.id LIMIT 100)
  SELECT count(*)::int, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = o.person_id AND d.starts_at >= o.reported_at AND d.rule LIKE 'missing/%' AND d.form = 'clock'
    AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int FROM o $function$;
GRANT EXECUTE ON FUNCTION missing_waiting(timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_waiting(timestamp with time zone) TO holdfast_worker;
