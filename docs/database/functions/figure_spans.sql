CREATE OR REPLACE FUNCTION public.figure_spans(p_measures text[], p_from timestamp with time zone, p_since timestamp with time zone, p_at timestamp with time zone, p_boroughs text[], p_lines text[], p_moved figure_moved[])
 RETURNS TABLE(measure text, force text, borough text, median double precision, worst double precision, oldest double precision)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
 SET max_parallel_workers_per_gather TO '0'
AS $function$
#variable_conflict use_column
DECLARE
  at_ms constant bigint := epoch_ms(p_at); whole constant boolean := figure_whole(p_boroughs); met constant text[] := array_remove(p_boroughs, 'city-of-london'); one record;
  kept int; opened int; come int; gone int; n int; k int; low bigint; high bigint; middle bigint; first bigint;
BEGIN
  FOR one IN
    WITH line AS MATERIALIZED (
      SELECT a.measure, s.force, s.borough, s.scopes, row_number() OVER () AS id FROM unnest(p_measures) AS a(measure) CROSS JOIN (
        SELECT 'met' AS force, NULL::text AS borough, CASE WHEN whole THEN ARRAY['met'] ELSE met END AS scopes WHERE cardinality(met) > 0
        UNION ALL SELECT 'city', NULL, ARRAY['city-of-london'] WHERE 'city-of-london' = ANY (p_boroughs)
        UNION ALL SELECT CASE WHEN b = 'city-of-london' THEN 'city' ELSE 'met' END, b, ARRAY[b] FROM unnest(p_boroughs) AS b WHERE b = ANY (p_lines)) s),
    kept AS NOT MATERIALIZED (
      SELECT l.id, k.late, k.open_late, k.older, k.waiting FROM line l JOIN figure_kept_span k ON k.upto = p_since AND k.from_at = p_from AND k.scope = l.scopes[1] AND k.measure = l.measure WHERE cardinality(l.scopes) = 1
      UNION ALL
      -- One list is sorted already; of several boroughs one is made.
      SELECT l.id, ARRAY(SELECT e FROM figure_kept_span k CROSS JOIN LATERAL unnest(k.late) AS e WHERE k.upto = p_since AND k.from_at = p_from AND k.scope = ANY (l.scopes) AND k.measure = l.measure ORDER BY e),
        ARRAY(SELECT e FROM figure_kept_span k CROSS JOIN LATERAL unnest(k.open_late) AS e WHERE k.upto = p_since AND k.from_at = p_from AND k.scope = ANY (l.scopes) AND k.measure = l.measure ORDER BY e),
        ARRAY(SELECT e FROM figure_kept_span k CROSS JOIN LATERAL unnest(k.older) AS e WHERE k.upto = p_since AND k.from_at = p_from AND k.scope = ANY (l.scopes) AND k.measure = l.measure ORDER BY e),
        ARRAY(SELECT e FROM figure_kept_span k CROSS JOIN LATERAL unnest(k.waiting) AS e WHERE k.upto = p_since AND k.from_at = p_from AND k.scope = ANY (l.scopes) AND k.measure = l.measure ORDER BY e)
      FROM line l WHERE cardinality(l.scopes) > 1),
    moved AS (
      SELECT l.id, array_agg(m.late_ms ORDER BY m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign < 0) AS late_gone, array_agg(m.late_ms ORDER BY m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign > 0) AS late_come,
        array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign < 0) AS open_gone, array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign > 0) AS open_come,
        array_agg(m.clock) FILTER (WHERE m.part = 'older' AND m.sign < 0) AS older_gone, array_agg(m.clock) FILTER (WHERE m.part = 'older' AND m.sign > 0) AS older_come,
        array_agg(m.began) FILTER (WHERE m.part <> 'late' AND m.sign < 0) AS waiting_gone, array_agg(m.began) FILTER (WHERE m.part <> 'late' AND m.sign > 0) AS waiting_come
      FROM unnest(p_moved) AS m JOIN line l ON l.measure = m.measure AND l.force = m.force AND (l.borough IS NULL OR l.borough = m.borough)
      WHERE m.part IN ('late', 'open-late', 'older', 'running') GROUP BY l.id)
    SELECT l.measure, l.force, l.borough, coalesce(k.late, '{}') AS late, coalesce(k.open_late, '{}') AS open, coalesce(k.older, '{}') AS older, coalesce(k.waiting, '{}') AS waiting,
      coalesce(v.late_gone, '{}') AS late_gone, coalesce(v.late_come, '{}') AS late_come, coalesce(v.open_gone, '{}') AS open_gone, coalesce(v.open_come, '{}') AS open_come,
      coalesce(v.older_gone, '{}') AS older_gone, coalesce(v.older_come, '{}') AS older_come, coalesce(v.waiting_gone, '{}') AS waiting_gone, coalesce(v.waiting_come, '{}') AS waiting_come
    FROM line l LEFT JOIN kept k ON k.id = l.id LEFT JOIN moved v ON v.id = l.id
  LOOP
    measure := one.measure; force := one.force; borough := one.borough; median := NULL; worst := NULL; oldest := NULL;
    kept := cardinality(one.late); gone := cardinality(one.late_gone); opened := cardinality(one.open) - cardinality(one.open_gone) + cardinality(one.open_come);
    n := kept - gone + cardinality(one.late_come) + opened;
    IF n > 0 THEN
      come := cardinality(one.late_come) + cardinality(one.open) + cardinality(one.open_come);
      k := (n + 1) / 2;
      -- No length below this, and none above that, is the k-th or the one after it.
      low := CASE WHEN k - come >= 1 THEN one.late[k - come] ELSE 0 END;
      high := CASE WHEN k + 1 + gone <= kept THEN one.late[k + 1 + gone] ELSE GREATEST(one.late[kept], one.late_come[cardinality(one.late_come)], at_ms - one.open[1], at_ms - one.open_come[1]) END;
      first := NULL;
      LOOP
        -- The least length that k of them do not exceed.
        WHILE low < high LOOP
          middle := (low + high) / 2;
          IF width_bucket(middle, one.late) - width_bucket(middle, one.late_gone) + width_bucket(middle, one.late_come)
             + opened - (width_bucket(at_ms - middle - 1, one.open) - width_bucket(at_ms - middle - 1, one.open_gone) + width_bucket(at_ms - middle - 1, one.open_come)) >= k
          THEN high := middle; ELSE low := middle + 1; END IF;
        END LOOP;
        EXIT WHEN n % 2 = 1 OR first IS NOT NULL;
        first := low; k := k + 1;
        high := CASE WHEN k + gone <= kept THEN one.late[k + gone] ELSE GREATEST(one.late[kept], one.late_come[cardinality(one.late_come)], at_ms - one.open[1], at_ms - one.open_come[1]) END;
      END LOOP;
      median := (coalesce(first, low) + low)::float8 / 2;
    END IF;
    worst := GREATEST(figure_longest(one.late[kept - gone:], one.late_gone, one.late_come), at_ms - figure_least(one.open[:1 + cardinality(one.open_gone)], one.open_gone, one.open_come),
      at_ms - figure_least(one.older[:1 + cardinality(one.older_gone)], one.older_gone, one.older_come));
    oldest := at_ms - figure_least(one.waiting[:1 + cardinality(one.waiting_gone)], one.waiting_gone, one.waiting_come);
    RETURN NEXT;
  END LOOP;
END $function$;
