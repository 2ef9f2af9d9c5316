CREATE OR REPLACE FUNCTION public.app_opened_narrative()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(nullif(current_setting('app.opened_narrative', true), ''), '{}')::uuid[] $function$;
GRANT EXECUTE ON FUNCTION app_opened_narrative() TO PUBLIC;
