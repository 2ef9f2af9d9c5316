CREATE OR REPLACE FUNCTION public.app_record_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.record_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_record_boroughs() TO PUBLIC;
