CREATE OR REPLACE FUNCTION public.app_told_to()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(nullif(current_setting('app.told_to', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_told_to() TO PUBLIC;
