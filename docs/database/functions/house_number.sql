CREATE OR REPLACE FUNCTION public.house_number(p_line text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT lower((regexp_match(coalesce(p_line, ''), '(\d+[a-zA-Z]?)[, ]+[^\d]*$'))[1]) $function$;
GRANT EXECUTE ON FUNCTION house_number(text) TO PUBLIC;
