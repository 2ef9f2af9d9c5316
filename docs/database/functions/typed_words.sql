CREATE OR REPLACE FUNCTION public.typed_words(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT coalesce(array_agg(w ORDER BY length(w) DESC, w), '{}') FROM (
    -- An article between names is no word that must be found: the name may bear it, have it grown into it, or be told without.
    SELECT w FROM regexp_split_to_table(CASE WHEN p_folded ~ ' .* ' THEN regexp_replace(p_folded, '\m(?:al|el|ar|as|es|an|ad|at|az|ash|ul|ur|us) (?=[a-z]{3})', '', 'g') ELSE p_folded END, ' ') AS w
    WHERE w <> '' GROUP BY w ORDER BY length(w) DESC, w LIMIT 4) AS longest $function$;
GRANT EXECUTE ON FUNCTION typed_words(text) TO PUBLIC;
