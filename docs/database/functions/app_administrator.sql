CREATE OR REPLACE FUNCTION public.app_administrator()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(current_setting('app.administrator', true), '') = 'on' $function$;
GRANT EXECUTE ON FUNCTION app_administrator() TO PUBLIC;
