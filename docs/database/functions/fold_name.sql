CREATE OR REPLACE FUNCTION public.fold_name(p text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$ SELECT trim(regexp_replace(replace(lower(unaccent(coalesce(p, ''))), '''', ''), '[^a-z0-9]+', ' ', 'g')) $function$;
GRANT EXECUTE ON FUNCTION fold_name(text) TO PUBLIC;
