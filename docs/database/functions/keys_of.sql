CREATE OR REPLACE FUNCTION public.keys_of(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  WITH word AS (SELECT w, n FROM regexp_split_to_table(p_folded, ' ') WITH ORDINALITY AS t (w, n) WHERE w <> ''),
  pair AS (SELECT a.w || b.w AS w FROM word a JOIN word b ON b.n = a.n + 1)
  SELECT coalesce(array_agg(DISTINCT key), '{}') FROM (
    SELECT unnest(word_keys(w)) AS key FROM word
    UNION ALL SELECT '=' || w FROM pair
    UNION ALL SELECT '@' || s.name FROM pair JOIN name_spelling s ON s.spelling = pair.w
    UNION ALL SELECT unnest(servant_keys(p_folded)) WHERE p_folded ~ '\mabd') AS keyed $function$;
GRANT EXECUTE ON FUNCTION keys_of(text) TO PUBLIC;
