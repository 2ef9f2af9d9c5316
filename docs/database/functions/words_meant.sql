CREATE OR REPLACE FUNCTION public.words_meant(p_word text, p_begun boolean, p_most integer)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET "pg_trgm.similarity_threshold" TO '0.3'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  sounded text[] := ARRAY(SELECT k FROM unnest(word_keys(p_word)) AS k WHERE left(k, 1) <> '=');
  spelled text[] := ARRAY(SELECT k FROM unnest(sounded) AS k WHERE left(k, 1) = '@');
  begins text := replace(p_word, '_', '') || '%';
BEGIN
  RETURN (WITH known AS (
    SELECT n.word, n.keys FROM name_word n WHERE n.word = p_word
    UNION SELECT n.word, n.keys FROM name_word n WHERE n.keys && sounded
    UNION SELECT n.word, n.keys FROM name_word n WHERE NOT p_begun AND length(p_word) >= 3 AND n.word % p_word
      AND (similarity(n.word, p_word) >= 0.6 OR levenshtein_less_equal(left(n.word, 60), left(p_word, 60), CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END) <= CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END)
    UNION (SELECT n.word, n.keys FROM name_word n WHERE length(p_word) >= CASE WHEN p_begun THEN 2 ELSE 3 END AND n.word LIKE begins ORDER BY n.word LIMIT 40))
  SELECT coalesce(array_agg('=' || word ORDER BY close DESC, word), '{}') FROM (
    SELECT known.word, CASE WHEN known.word = p_word THEN 3 WHEN known.keys && spelled THEN 2
      ELSE similarity(known.word, p_word) + 0.2 * (SELECT count(*) FROM unnest(known.keys) AS k WHERE k = ANY (sounded)) + CASE WHEN p_begun AND known.word LIKE begins THEN 1 ELSE 0 END END AS close
    FROM known ORDER BY 2 DESC, 1 LIMIT p_most) AS likely);
END $function$;
GRANT EXECUTE ON FUNCTION words_meant(text,boolean,integer) TO holdfast_search;
