CREATE OR REPLACE FUNCTION public.figure_spliced(p_list bigint[], p_gone bigint[], p_come bigint[])
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
BEGIN
  IF coalesce(cardinality(p_gone), 0) + coalesce(cardinality(p_come), 0) = 0 THEN RETURN coalesce(p_list, '{}'); END IF;
  RETURN (SELECT coalesce(array_agg(q.v ORDER BY q.v), '{}') FROM (
    SELECT u.v, sum(u.n) AS n FROM (SELECT v, 1 AS n FROM unnest(p_list) AS v UNION ALL SELECT v, -1 FROM unnest(p_gone) AS v UNION ALL SELECT v, 1 FROM unnest(p_come) AS v) u GROUP BY u.v) q
    CROSS JOIN LATERAL generate_series(1, q.n));
END $function$;
