CREATE OR REPLACE FUNCTION public.borough_in(b text, reach text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT b = ANY (reach) OR '*' = ANY (reach) $function$;
GRANT EXECUTE ON FUNCTION borough_in(text,text[]) TO PUBLIC;
