CREATE OR REPLACE FUNCTION public.digits_of(p text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE WHEN length(d) > 10 THEN regexp_replace(d, '^(00)?440?(?=[1-9]\d{8})', '0') ELSE d END FROM regexp_replace(coalesce(p, ''), '[^0-9]', '', 'g') AS d $function$;
GRANT EXECUTE ON FUNCTION digits_of(text) TO PUBLIC;
