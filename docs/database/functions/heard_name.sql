CREATE OR REPLACE FUNCTION public.heard_name(p text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN x.said ~ '[ąęłśćźżçğşšžčțţșñṣöüäøß]' THEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(regexp_replace(translate(regexp_replace(regexp_replace(x.said, 'ą(?=[bp])', 'om', 'g'), 'ę(?=[bp])', 'em', 'g'), 'łğżžşșṣśčćţ', 'w' || chr(1) || 'źźššššççț'), 'ą', 'on', 'g'), 'ę', 'en', 'g'),
    chr(1), ''), 'ź', 'zh'), 'š', 'sh'), 'ç', 'ch'), 'ț', 'ts'), 'ñ', 'ny'), 'ö', 'oe'), 'ü', 'ue'), 'ä', 'ae'), 'ø', 'oe'), 'ß', 'ss') END
  FROM (SELECT lower(normalize(coalesce(p, ''), NFC)) AS said OFFSET 0) AS x $function$;
GRANT EXECUTE ON FUNCTION heard_name(text) TO PUBLIC;
