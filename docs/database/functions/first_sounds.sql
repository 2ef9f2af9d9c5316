CREATE OR REPLACE FUNCTION public.first_sounds(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT coalesce(array_agg(DISTINCT dmetaphone(word)) FILTER (WHERE dmetaphone(word) <> ''), '{}')
  FROM regexp_split_to_table(p_folded, ' ') AS word $function$;
GRANT EXECUTE ON FUNCTION first_sounds(text) TO PUBLIC;
