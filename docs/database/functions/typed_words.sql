CREATE OR REPLACE FUNCTION public.typed_words(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT coalesce(array_agg(w ORDER BY length(w) DESC, w), '{}') FROM (SELECT w FROM regexp_split_to_table(p_folded, ' ') AS w WHERE w <> '' GROUP BY w ORDER BY length(w) DESC, w LIMIT 4) AS longest $function$;
GRANT EXECUTE ON FUNCTION typed_words(text) TO PUBLIC;
