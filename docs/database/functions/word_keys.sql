CREATE OR REPLACE FUNCTION public.word_keys(p_word text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT coalesce(array_agg(DISTINCT key) FILTER (WHERE key NOT IN ('', '=', '#', '~')), '{}') FROM (
    SELECT '=' || p_word AS key
    -- A number sounds like nothing.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(p_word), dmetaphone_alt(p_word)]) WHERE p_word !~ '[0-9]'
    UNION ALL SELECT '#' || unnest(daitch_mokotoff(p_word)) WHERE p_word ~ '^[a-z]{3,}$'
    UNION ALL SELECT '~' || b.bones FROM (SELECT skeleton_of(p_word) AS bones OFFSET 0) AS b WHERE p_word !~ '[0-9]' AND length(b.bones) >= 3
    UNION ALL SELECT '@' || name FROM name_spelling WHERE spelling = p_word
    -- Eltayeb sounds like Tayeb, and Abdelkarim is Abd al-Karim.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(t.bare), '~' || skeleton_of(t.bare)]) FROM (SELECT without_article(p_word) AS bare OFFSET 0) AS t WHERE t.bare IS NOT NULL
    UNION ALL SELECT unnest(servant_keys(p_word)) WHERE p_word LIKE 'abd%') AS keyed $function$;
GRANT EXECUTE ON FUNCTION word_keys(text) TO PUBLIC;
