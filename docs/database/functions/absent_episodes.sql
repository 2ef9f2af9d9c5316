CREATE OR REPLACE FUNCTION public.absent_episodes(p_people uuid[])
 RETURNS TABLE(id uuid, person_id uuid, absent_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT e.id, e.person_id, e.absent_until FROM episode e WHERE app_account() IS NOT NULL AND e.person_id = ANY (p_people) AND e.returned_at IS NULL AND e.class = 'absent' $function$;
GRANT EXECUTE ON FUNCTION absent_episodes(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION absent_episodes(uuid[]) TO holdfast_worker;
