CREATE OR REPLACE FUNCTION public.plain_line(p text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT regexp_replace(lower(coalesce(p, '')), '[^a-z0-9]', '', 'g') $function$;
GRANT EXECUTE ON FUNCTION plain_line(text) TO PUBLIC;
