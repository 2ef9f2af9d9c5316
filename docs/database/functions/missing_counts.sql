CREATE OR REPLACE FUNCTION public.missing_counts(p_since timestamp with time zone, p_now timestamp with time zone, p_repeat integer)
 RETURNS TABLE(borough text, missing integer, absent integer, children integer, repeats integer, overdue integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT g.borough, sum(g.missing)::int, sum(g.absent)::int, count(*)::int, count(*) FILTER (WHERE g.missing + g.absent >= p_repeat)::int, sum(g.overdue)::int FROM (
    SELECT e.borough, e.person_id, count(*) FILTER (WHERE NOT (e.class = 'absent' AND e.absent_until > coalesce(e.returned_at, p_now))) AS missing,
      count(*) FILTER (WHERE e.class = 'absent' AND e.absent_until > coalesce(e.returned_at, p_now)) AS absent,
      count(*) FILTER (WHERE e.returned_at < p_now - interval '72 hours' AND (e.interview_how IS NULL OR e.interview_how = 'not-offered')) AS overdue
    FROM episode e WHERE e.reported_at > p_since AND borough_in(e.borough, app_figure_boroughs()) GROUP BY e.borough, e.person_id) g
  GROUP BY g.borough ORDER BY g.borough $function$;
GRANT EXECUTE ON FUNCTION missing_counts(timestamp with time zone,timestamp with time zone,integer) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_counts(timestamp with time zone,timestamp with time zone,integer) TO holdfast_worker;
