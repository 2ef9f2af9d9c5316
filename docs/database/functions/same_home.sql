CREATE OR REPLACE FUNCTION public.same_home(a_line text, a_code text, a_borough text, b_line text, b_code text, b_borough text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT is_home(a_line) AND is_home(b_line) AND CASE
    WHEN a_code IS NOT NULL AND b_code IS NOT NULL THEN plain_line(a_code) = plain_line(b_code) AND door_key(a_line) = door_key(b_line)
    ELSE street_key(a_line) = street_key(b_line) AND a_line ~ '\d' AND (a_borough IS NULL OR b_borough IS NULL OR a_borough = b_borough) END $function$;
GRANT EXECUTE ON FUNCTION same_home(text,text,text,text,text,text) TO PUBLIC;
