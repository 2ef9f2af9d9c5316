CREATE OR REPLACE FUNCTION public.is_home(p_line text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT coalesce(p_line, '') ~ '[A-Za-z0-9]' AND p_line !~* '^\s*(no fixed|nfa\M|not known|unknown|homeless|none\M|no address)' $function$;
GRANT EXECUTE ON FUNCTION is_home(text) TO PUBLIC;
