CREATE OR REPLACE FUNCTION public.app_opened_record()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(nullif(current_setting('app.opened_record', true), ''), '{}')::uuid[] $function$;
GRANT EXECUTE ON FUNCTION app_opened_record() TO PUBLIC;
