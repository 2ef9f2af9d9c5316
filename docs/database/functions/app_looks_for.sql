CREATE OR REPLACE FUNCTION public.app_looks_for()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(current_setting('app.looks_for', true), '') = 'on' $function$;
GRANT EXECUTE ON FUNCTION app_looks_for() TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_looks_for() TO holdfast_worker;
