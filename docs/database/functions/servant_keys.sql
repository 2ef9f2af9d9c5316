CREATE OR REPLACE FUNCTION public.servant_keys(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(array_agg(DISTINCT '@abd ' || b.bones) FILTER (WHERE length(b.bones) > 1), '{}')
  FROM regexp_matches(p_folded, '\mabd(?:[aeiou](?:l|r(?=r)|s(?=s)|sh(?=sh)|n(?=n)|d(?=d)|t(?=t)|z(?=z))?(?=[a-z]{3})|[aeiou](?:l|r|s|sh|n|d|t|z) (?=[a-z]{3})|(?: [aeiou](?:l|r|s|sh|n|d|t|z))? (?=[a-z]{3})| [aeiou](?:l|r(?=r)|s(?=s)|sh(?=sh)|n(?=n)|d(?=d)|t(?=t)|z(?=z))(?=[a-z]{3}))([a-z]{3,})', 'g') AS m,
    LATERAL (SELECT skeleton_of(m[1]) AS bones OFFSET 0) AS b $function$;
GRANT EXECUTE ON FUNCTION servant_keys(text) TO PUBLIC;
