CREATE OR REPLACE FUNCTION public.figures_began()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT LEAST((SELECT min(GREATEST(created_at, starts_at, met_at, met_recorded_at, ended_at, ended_recorded_at, superseded_at)) FROM deadline), (SELECT min(GREATEST(at, recorded_at)) FROM figure_fact)) $function$;
GRANT EXECUTE ON FUNCTION figures_began() TO holdfast_worker;
