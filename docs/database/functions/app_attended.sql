CREATE OR REPLACE FUNCTION public.app_attended(p_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = p_meeting AND p.account_id = app_account()) $function$;
GRANT EXECUTE ON FUNCTION app_attended(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_attended(uuid) TO holdfast_worker;
