CREATE OR REPLACE FUNCTION public.app_figure_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.figure_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_figure_boroughs() TO PUBLIC;
