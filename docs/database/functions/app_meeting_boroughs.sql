CREATE OR REPLACE FUNCTION public.app_meeting_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.meeting_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_meeting_boroughs() TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_meeting_boroughs() TO holdfast_worker;
