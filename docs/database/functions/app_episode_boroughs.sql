CREATE OR REPLACE FUNCTION public.app_episode_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.episode_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_episode_boroughs() TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_episode_boroughs() TO holdfast_worker;
