CREATE OR REPLACE FUNCTION public.app_opened_glass()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(nullif(current_setting('app.opened_glass', true), ''), '{}')::uuid[] $function$;
GRANT EXECUTE ON FUNCTION app_opened_glass() TO PUBLIC;
