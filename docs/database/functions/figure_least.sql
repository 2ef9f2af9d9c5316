CREATE OR REPLACE FUNCTION public.figure_least(p_list bigint[], p_gone bigint[], p_come bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
BEGIN
  IF cardinality(p_gone) = 0 AND cardinality(p_come) = 0 THEN RETURN p_list[1]; END IF;
  RETURN (SELECT min(q.v) FROM (SELECT u.v FROM (SELECT v, 1 AS n FROM unnest(p_list) AS v UNION ALL SELECT v, -1 FROM unnest(p_gone) AS v UNION ALL SELECT v, 1 FROM unnest(p_come) AS v) u GROUP BY u.v HAVING sum(u.n) > 0) q);
END $function$;
GRANT EXECUTE ON FUNCTION figure_least(bigint[],bigint[],bigint[]) TO PUBLIC;
