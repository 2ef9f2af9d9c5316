CREATE OR REPLACE FUNCTION public.duty_told(d uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  SELECT EXISTS (SELECT 1 FROM notification n WHERE n.deadline_id = d AND told_here(n.to_role, n.borough, n.to_account))
    OR EXISTS (SELECT 1 FROM deadline x WHERE x.id = d AND (x.assigned_to = app_account()
      OR (x.assigned_team IS NOT NULL AND EXISTS (SELECT 1 FROM team t WHERE t.id = ANY (app_teams()) AND t.name = x.assigned_team AND t.agency IN ('csc', 'police'))))) $function$;
GRANT EXECUTE ON FUNCTION duty_told(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION duty_told(uuid) TO holdfast_worker;
