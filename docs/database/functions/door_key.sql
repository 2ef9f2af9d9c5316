CREATE OR REPLACE FUNCTION public.door_key(p_line text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN p_line ~ '\d' THEN (
    SELECT string_agg(m[1], ' ' ORDER BY m[1] COLLATE "C") FROM regexp_matches(regexp_replace(lower(p_line), '[''’]', '', 'g'), '(\d+|(?<=\d)[a-z]\M|\m[a-z]\M|\m(?:basement|ground|first|second|third|top|upper|lower)\M)', 'g') AS m)
  ELSE street_key(p_line) END $function$;
GRANT EXECUTE ON FUNCTION door_key(text) TO PUBLIC;
