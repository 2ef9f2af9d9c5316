CREATE OR REPLACE FUNCTION public.figure_duty_counts(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone, p_boroughs text[], p_parts text[] DEFAULT NULL::text[], p_lines text[] DEFAULT NULL::text[])
 RETURNS TABLE(measure text, level text, force text, borough text, month text, part text, not_quorate boolean, many integer, median double precision, worst double precision, oldest double precision)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET max_parallel_workers_per_gather TO '0'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
DECLARE
  reach text[] := figure_reach(p_boroughs); parts text[] := coalesce(p_parts, p_boroughs); lines text[] := coalesce(p_lines, p_boroughs); since timestamptz := figure_kept_at(p_measures, p_from, p_at, p_known);
  asked text[] := ARRAY(SELECT x->>'id' FROM jsonb_array_elements(p_measures) AS x); summed text[]; moved figure_moved[] := '{}';
BEGIN
  IF since IS NULL THEN
    IF figure_is_wanted(p_from, p_at, p_known) THEN RAISE EXCEPTION 'these figures are being counted' USING ERRCODE = 'HF001'; END IF;
    RETURN QUERY
    SELECT x.measure, CASE GROUPING(x.borough, x.month, x.part) WHEN 6 THEN 'all-part' WHEN 2 THEN 'borough-part' WHEN 4 THEN 'month-part' WHEN 3 THEN 'borough' ELSE 'all' END,
      x.force, x.borough, x.month, x.part, x.not_quorate, count(*)::int,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.late_ms) FILTER (WHERE x.part IN ('late', 'open-late')))::float8, max(x.late_ms)::float8, max(x.waited_ms)::float8
    FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
          FROM figure_duties(p_measures, p_from, p_at, p_known, reach) f) x
    GROUP BY GROUPING SETS ((x.measure, x.force, x.part, x.not_quorate), (x.measure, x.force, x.borough, x.part, x.not_quorate), (x.measure, x.force, x.month, x.part, x.not_quorate), (x.measure, x.force, x.borough), (x.measure, x.force));
    RETURN;
  END IF;
  IF since < p_at THEN moved := figure_moved_between(p_measures, p_from, since, p_at, reach); END IF;
  -- What is kept added up for the whole of a force is taken as it is.
  summed := CASE WHEN figure_whole(reach) THEN ARRAY['met'] || CASE WHEN 'city-of-london' = ANY (reach) THEN ARRAY['city'] ELSE '{}' END ELSE reach END;

  RETURN QUERY
  SELECT q.measure, q.level, q.force, q.borough, q.month, q.part, q.not_quorate, sum(q.many)::int, NULL::float8, NULL::float8, NULL::float8
  FROM (
    SELECT k.measure, CASE WHEN k.month = '' THEN 'all-part' ELSE 'month-part' END AS level, CASE WHEN k.scope IN ('city', 'city-of-london') THEN 'city' ELSE 'met' END AS force, NULL::text AS borough, nullif(k.month, '') AS month, k.part, k.not_quorate, k.many
      FROM figure_kept_count k WHERE k.upto = since AND k.from_at = p_from AND k.scope = ANY (summed) AND k.measure = ANY (asked)
    UNION ALL SELECT k.measure, 'borough-part', CASE WHEN k.scope = 'city-of-london' THEN 'city' ELSE 'met' END, k.scope, NULL, k.part, k.not_quorate, k.many
      FROM figure_kept_count k WHERE cardinality(parts) > 0 AND k.upto = since AND k.from_at = p_from AND k.scope = ANY (reach) AND k.scope = ANY (parts) AND k.month = '' AND k.measure = ANY (asked)
    UNION ALL SELECT m.measure, l.level, m.force, CASE WHEN l.level = 'borough-part' THEN m.borough END, CASE WHEN l.level = 'month-part' THEN m.month END, m.part, m.not_quorate, m.sign
      FROM unnest(moved) AS m CROSS JOIN (VALUES ('all-part'), ('month-part'), ('borough-part')) AS l(level) WHERE l.level <> 'borough-part' OR m.borough = ANY (parts)) q
  GROUP BY q.measure, q.level, q.force, q.borough, q.month, q.part, q.not_quorate HAVING sum(q.many) <> 0;

  RETURN QUERY
  SELECT s.measure, CASE WHEN s.borough IS NULL THEN 'all' ELSE 'borough' END, s.force, s.borough, NULL::text, NULL::text, NULL::boolean, 0, s.median, s.worst, s.oldest
  FROM figure_spans(asked, p_from, since, p_at, reach, lines, moved) s;
END $function$;
GRANT EXECUTE ON FUNCTION figure_duty_counts(jsonb,timestamp with time zone,timestamp with time zone,timestamp with time zone,text[],text[],text[]) TO holdfast_app;
