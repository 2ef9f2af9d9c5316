CREATE OR REPLACE FUNCTION public.app_index_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.index_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_index_boroughs() TO PUBLIC;
