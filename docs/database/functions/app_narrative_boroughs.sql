CREATE OR REPLACE FUNCTION public.app_narrative_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.narrative_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_narrative_boroughs() TO PUBLIC;
