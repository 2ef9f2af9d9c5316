CREATE OR REPLACE FUNCTION public.same_line(a text, b text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT regexp_replace(lower(coalesce(a, '')), '[^a-z0-9]', '', 'g') = regexp_replace(lower(coalesce(b, '')), '[^a-z0-9]', '', 'g') $function$;
