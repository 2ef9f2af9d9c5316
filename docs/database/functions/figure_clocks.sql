CREATE OR REPLACE FUNCTION public.figure_clocks(p_since timestamp with time zone)
 RETURNS TABLE(id uuid, child_id uuid, borough text, rule text, alert text, basis text, starts_at timestamp with time zone, due_at timestamp with time zone, day_end boolean, met_at timestamp with time zone, met_by uuid, ended_at timestamp with time zone, ended_by uuid, ended_why text, superseded_at timestamp with time zone, superseded_why text, started_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT figure_id(d.id), figure_id(d.child_id), d.borough, d.rule, d.alert, d.basis, d.starts_at, d.due_at, d.day_end,
    d.met_at, figure_id(d.met_by), d.ended_at, figure_id(d.ended_by), d.ended_why, d.superseded_at, d.superseded_why, figure_id(d.started_by)
  FROM deadline d
  WHERE app_account() IS NOT NULL AND borough_in(d.borough, (SELECT app_figure_boroughs())) AND d.starts_at >= p_since
    AND ((d.alert = 'strategy-discussion-overdue' AND d.superseded_at IS NULL) OR d.alert = 'strategy-discussion-quorum') $function$;
GRANT EXECUTE ON FUNCTION figure_clocks(timestamp with time zone) TO holdfast_app;
