CREATE OR REPLACE FUNCTION public.app_auditor()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(current_setting('app.auditor', true), '') = 'on' $function$;
GRANT EXECUTE ON FUNCTION app_auditor() TO PUBLIC;
