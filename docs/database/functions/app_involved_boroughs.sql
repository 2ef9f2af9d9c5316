CREATE OR REPLACE FUNCTION public.app_involved_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.involved_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_involved_boroughs() TO PUBLIC;
