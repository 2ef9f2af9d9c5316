CREATE OR REPLACE FUNCTION public.figure_fact_counts(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone, p_boroughs text[])
 RETURNS TABLE(measure text, level text, force text, borough text, month text, many integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET max_parallel_workers_per_gather TO '0'
AS $function$
#variable_conflict use_column
DECLARE reach text[] := figure_reach(p_boroughs); since timestamptz := figure_kept_at(p_measures, p_from, p_at, p_known); touched uuid[]; whole boolean := figure_whole(figure_reach(p_boroughs));
BEGIN
  IF since IS NULL THEN
    IF figure_is_wanted(p_from, p_at, p_known) THEN RAISE EXCEPTION 'these figures are being counted' USING ERRCODE = 'HF001'; END IF;
    RETURN QUERY
    SELECT x.measure, CASE GROUPING(x.borough, x.month) WHEN 1 THEN 'borough-part' ELSE 'month-part' END, x.force, x.borough, x.month, count(*)::int
    FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
          FROM figure_facts(p_measures, p_from, p_at, p_known, reach) f) x
    GROUP BY GROUPING SETS ((x.measure, x.force, x.borough), (x.measure, x.force, x.month));
    RETURN;
  END IF;
  touched := CASE WHEN since = p_at THEN '{}' ELSE figure_touched_people(p_measures, since) END;
  RETURN QUERY
  WITH asked AS MATERIALIZED (SELECT x->>'id' AS measure FROM jsonb_array_elements(p_measures) AS x),
  moved AS MATERIALIZED (
    SELECT f.measure, f.borough, f.at, -1 AS sign FROM figure_facts(p_measures, p_from, since, since, reach, touched) f WHERE cardinality(touched) > 0
    UNION ALL
    SELECT f.measure, f.borough, f.at, 1 FROM figure_facts(p_measures, p_from, p_at, p_known, reach, touched) f WHERE cardinality(touched) > 0),
  counts AS (
    SELECT k.measure, k.scope AS borough, k.many FROM figure_kept_count k JOIN asked USING (measure) WHERE k.upto = since AND k.from_at = p_from AND k.month = '' AND k.scope = ANY (reach)
    UNION ALL SELECT m.measure, m.borough, m.sign FROM moved m),
  months AS (
    SELECT k.measure, CASE WHEN k.scope IN ('city', 'city-of-london') THEN 'city' ELSE 'met' END AS force, k.month, k.many FROM figure_kept_count k JOIN asked USING (measure)
      WHERE k.upto = since AND k.from_at = p_from AND k.month <> '' AND k.scope = ANY (CASE WHEN whole THEN ARRAY['met'] || CASE WHEN 'city-of-london' = ANY (reach) THEN ARRAY['city'] ELSE '{}' END ELSE reach END)
    UNION ALL SELECT m.measure, CASE WHEN m.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(m.at AT TIME ZONE 'Europe/London', 'YYYY-MM'), m.sign FROM moved m)
  SELECT c.measure, 'borough-part', CASE WHEN c.borough = 'city-of-london' THEN 'city' ELSE 'met' END, c.borough, NULL::text, sum(c.many)::int FROM counts c GROUP BY c.measure, c.borough HAVING sum(c.many) <> 0
  UNION ALL
  SELECT c.measure, 'month-part', c.force, NULL, c.month, sum(c.many)::int FROM months c GROUP BY c.measure, c.force, c.month HAVING sum(c.many) <> 0;
END $function$;
GRANT EXECUTE ON FUNCTION figure_fact_counts(jsonb,timestamp with time zone,timestamp with time zone,timestamp with time zone,text[]) TO holdfast_app;
