CREATE OR REPLACE FUNCTION public.app_teams()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(nullif(current_setting('app.teams', true), ''), '{}')::uuid[] $function$;
GRANT EXECUTE ON FUNCTION app_teams() TO PUBLIC;
