CREATE OR REPLACE FUNCTION public.interview_returned(p_request uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT e.returned_at FROM interview_request q JOIN episode e ON e.id = q.episode_id WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $function$;
GRANT EXECUTE ON FUNCTION interview_returned(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION interview_returned(uuid) TO holdfast_worker;
