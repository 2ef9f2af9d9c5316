CREATE OR REPLACE FUNCTION public.missing_figures(p_now timestamp with time zone)
 RETURNS TABLE(borough text, missing integer, absent integer, high integer, ungraded integer, late integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT e.borough, (count(*) FILTER (WHERE e.class = 'missing' OR e.absent_until <= p_now))::int, (count(*) FILTER (WHERE e.class = 'absent' AND e.absent_until > p_now))::int,
    (count(*) FILTER (WHERE e.grade = 'high'))::int, (count(*) FILTER (WHERE e.grade IS NULL AND (e.class = 'missing' OR e.absent_until <= p_now)))::int,
    (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = e.person_id AND d.starts_at >= e.reported_at AND d.rule LIKE 'missing/%' AND d.form = 'clock'
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int
  FROM episode e WHERE e.returned_at IS NULL AND (e.borough = ANY (app_figure_boroughs()) OR '*' = ANY (app_figure_boroughs()))
  GROUP BY e.borough ORDER BY e.borough $function$;
GRANT EXECUTE ON FUNCTION missing_figures(timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_figures(timestamp with time zone) TO holdfast_worker;
