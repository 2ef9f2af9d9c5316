CREATE OR REPLACE FUNCTION public.typed_keys(p_folded text, p_words text[], p_place integer)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$
DECLARE
  word text[] := string_to_array(p_folded, ' ');
  -- Fewer words than places: the first again, which asks nothing more.
  asked text := coalesce(p_words[p_place], p_words[1]);
  pair text[] := '{}';
  served text[] := '{}';
BEGIN
  FOR n IN 2 .. coalesce(cardinality(word), 0) LOOP
    IF word[n - 1] <> '' AND word[n] <> '' AND asked IN (word[n - 1], word[n]) THEN pair := array_append(pair, word[n - 1] || word[n]); END IF;
  END LOOP;
  -- Abd, the article and the name behind them are one name, each of its words.
  IF p_folded ~ '\mabd' AND (asked LIKE 'abd%' OR p_folded ~ ('\mabd[a-z]*( [aeiou](l|r|s|sh|n|z|d|t))? ' || asked || '\M') OR p_folded ~ ('\mabd ' || asked || ' ')) THEN served := servant_keys(p_folded); END IF;
  RETURN CASE WHEN cardinality(pair) = 0 THEN word_keys(asked) || served
    ELSE word_keys(asked) || served || ARRAY(SELECT '=' || w FROM unnest(pair) AS w) || ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling = ANY (pair)) END;
END $function$;
GRANT EXECUTE ON FUNCTION typed_keys(text,text[],integer) TO PUBLIC;
