CREATE OR REPLACE FUNCTION public.end_absent(p_episode uuid, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ UPDATE episode SET absent_until = greatest(p_at, absent_from) WHERE app_account() IS NOT NULL AND id = p_episode AND returned_at IS NULL AND class = 'absent' AND absent_until > p_at $function$;
GRANT EXECUTE ON FUNCTION end_absent(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION end_absent(uuid,timestamp with time zone) TO holdfast_worker;
