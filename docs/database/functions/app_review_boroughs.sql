CREATE OR REPLACE FUNCTION public.app_review_boroughs()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ SELECT string_to_array(coalesce(current_setting('app.review_boroughs', true), ''), ',') $function$;
GRANT EXECUTE ON FUNCTION app_review_boroughs() TO PUBLIC;
