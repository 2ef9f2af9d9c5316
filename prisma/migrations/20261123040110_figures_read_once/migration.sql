-- A dashboard of figures that are kept took as long of a hundredth of London as of all of it: what moved since was read four times, planned anew,
-- and the middle and the worst of each measure were searched for by halving milliseconds, over lists that were copied at every step.

-- What moved, from rows that were read once. The definition of a measure stays one: this too is made from figure_duties, through figure_duties_of.
-- Whoever changes that one makes this one anew. gone_by walks to whom records went on as; here it is enough that they did.
DO $make$
DECLARE
  was text := pg_get_functiondef('figure_duties_of(jsonb, timestamptz, timestamptz, timestamptz, text[], uuid[])'::regprocedure);
  became text;
BEGIN
  became := replace(was, 'FROM deadline d WHERE d.id = ANY (p_ids) AND', 'FROM unnest(p_rows) AS d WHERE');
  became := replace(became, 'SELECT g.gone FROM figure_gone(p_known) g', 'SELECT j.gone_id FROM person_join j WHERE app_account() IS NOT NULL AND j.joined_at <= p_known AND (j.parted_at IS NULL OR j.parted_at > p_known)');
  became := replace(replace(replace(became, 'p_ids uuid[]', 'p_rows deadline[]'), 'p_ids IS NULL', 'p_rows IS NULL'), 'public.figure_duties_of(', 'public.figure_duties_among(');
  IF became LIKE '%p\_ids%' OR became LIKE '%figure\_gone%' OR became NOT LIKE '%unnest(p\_rows) AS d%' THEN RAISE EXCEPTION 'figure_duties_of is not as it was known'; END IF;
  EXECUTE became;
END $make$;
REVOKE ALL ON FUNCTION figure_duties_among(jsonb, timestamptz, timestamptz, timestamptz, text[], deadline[]) FROM PUBLIC;

-- The duties of which something was recorded, or came about, since p_since, with every other of their discussion or referral: as figure_touched says
-- which, or a few more, for what did not move takes away what it adds; but never a part of a discussion's or a referral's. Whole rows, planned once.
-- Whoever changes the one changes the other. Of a history that was brought in there are tens of thousands: null for more than p_most, which are worth
-- plans of their own (figure_touched, figure_moves).
CREATE OR REPLACE FUNCTION figure_touched_rows(p_measures jsonb, p_since timestamptz, p_at timestamptz, p_boroughs text[], p_most int) RETURNS deadline[]
LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  asked text[]; merged text[]; by_referral text[]; told text[]; found deadline[]; joined uuid[] := ARRAY(SELECT j.id FROM figure_joined(p_since) AS j(id)); children uuid[]; referrals uuid[]; held uuid[];
BEGIN
  SELECT coalesce(array_agg(DISTINCT a.alert), '{}'), coalesce(array_agg(DISTINCT a.alert) FILTER (WHERE (x->>'merged')::boolean), '{}'), coalesce(array_agg(DISTINCT a.alert) FILTER (WHERE (x->>'byReferral')::boolean), '{}')
    INTO asked, merged, by_referral FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert);
  -- That it was not quorate is told by a notice of its own, which may stand in another borough.
  told := CASE WHEN 'strategy-discussion-overdue' = ANY (asked) THEN asked || ARRAY['strategy-discussion-quorum'] ELSE asked END;
  found := ARRAY(SELECT d FROM deadline d WHERE GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) > p_since
      AND GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) <= 'infinity' AND d.alert = ANY (told)
      AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1)
    || ARRAY(SELECT d FROM deadline d WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at >= p_since AND d.due_at <= p_at AND d.alert = ANY (told)
      AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1);
  IF cardinality(joined) > 0 THEN
    found := found || ARRAY(SELECT d FROM deadline d WHERE d.child_id = ANY (joined) AND d.alert = ANY (told) AND (d.borough = ANY (p_boroughs) OR d.alert = 'strategy-discussion-quorum') LIMIT p_most + 1);
  END IF;
  IF cardinality(found) > p_most THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT d.child_id) FILTER (WHERE d.alert = ANY (merged)), array_agg(DISTINCT d.referral_id) FILTER (WHERE d.alert = ANY (by_referral)), array_agg(DISTINCT d.child_id) FILTER (WHERE d.alert = 'strategy-discussion-quorum')
    INTO children, referrals, held FROM unnest(found) AS d;
  RETURN ARRAY(
    SELECT DISTINCT ON ((o.d).id) o.d FROM (
      SELECT d FROM unnest(found) AS d WHERE d.alert = ANY (asked)
      UNION ALL
      SELECT d FROM deadline d WHERE d.child_id = ANY (children) AND d.alert = ANY (merged)
      UNION ALL
      SELECT d FROM deadline d WHERE d.referral_id = ANY (referrals) AND d.alert = ANY (by_referral)
      UNION ALL
      SELECT d FROM deadline d WHERE 'strategy-discussion-overdue' = ANY (asked) AND d.alert = 'strategy-discussion-overdue' AND d.child_id = ANY (held)) o
    WHERE (o.d).borough = ANY (p_boroughs));
END $$;
REVOKE ALL ON FUNCTION figure_touched_rows(jsonb, timestamptz, timestamptz, text[], int) FROM PUBLIC;

-- What moved: what it was counted as at p_since, to be taken away, and what it is counted as at p_at.
CREATE OR REPLACE FUNCTION figure_moved_between(p_measures jsonb, p_from timestamptz, p_since timestamptz, p_at timestamptz, p_boroughs text[]) RETURNS figure_moved[]
LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_generic_plan AS $$
DECLARE among deadline[] := figure_touched_rows(p_measures, p_since, p_at, p_boroughs, 5000); touched uuid[];
BEGIN
  IF among IS NULL THEN
    touched := figure_touched(p_measures, p_since, p_at, p_boroughs);
    RETURN ARRAY(SELECT m FROM figure_moves(p_measures, p_from, p_since, p_boroughs, touched, -1) m) || ARRAY(SELECT m FROM figure_moves(p_measures, p_from, p_at, p_boroughs, touched, 1) m);
  END IF;
  IF cardinality(among) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    SELECT (f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), f.part, f.not_quorate, f.late_ms::bigint,
      epoch_ms(CASE WHEN f.form = 'notice' THEN f.starts_at ELSE f.due_at END), epoch_ms(f.starts_at), f.sign)::figure_moved
    FROM (
      SELECT d.*, -1 AS sign FROM figure_duties_among(p_measures, p_from, p_since, p_since, p_boroughs, among) d
      UNION ALL
      SELECT d.*, 1 FROM figure_duties_among(p_measures, p_from, p_at, p_at, p_boroughs, among) d) f);
END $$;
REVOKE ALL ON FUNCTION figure_moved_between(jsonb, timestamptz, timestamptz, timestamptz, text[]) FROM PUBLIC;

-- The least of a few, less those that went, with those that came; null where none is left. Most often nothing went.
CREATE OR REPLACE FUNCTION figure_least(p_list bigint[], p_gone bigint[], p_come bigint[]) RETURNS bigint LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
BEGIN
  IF cardinality(p_gone) = 0 AND cardinality(p_come) = 0 THEN RETURN p_list[1]; END IF;
  RETURN (SELECT min(q.v) FROM (SELECT u.v FROM (SELECT v, 1 AS n FROM unnest(p_list) AS v UNION ALL SELECT v, -1 FROM unnest(p_gone) AS v UNION ALL SELECT v, 1 FROM unnest(p_come) AS v) u GROUP BY u.v HAVING sum(u.n) > 0) q);
END $$;
CREATE OR REPLACE FUNCTION figure_longest(p_list bigint[], p_gone bigint[], p_come bigint[]) RETURNS bigint LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
BEGIN
  IF cardinality(p_gone) = 0 AND cardinality(p_come) = 0 THEN RETURN p_list[cardinality(p_list)]; END IF;
  RETURN (SELECT max(q.v) FROM (SELECT u.v FROM (SELECT v, 1 AS n FROM unnest(p_list) AS v UNION ALL SELECT v, -1 FROM unnest(p_gone) AS v UNION ALL SELECT v, 1 FROM unnest(p_come) AS v) u GROUP BY u.v HAVING sum(u.n) > 0) q);
END $$;

/*
 * How long the late ones are late in the middle and at worst, and how long the oldest waits: of each measure for all together, and of the boroughs in
 * p_lines. Exact: what is kept is a sorted list of each, from which some went and to which some came since. The longest is one of as many at the end
 * as went, and one more; the k-th is looked for by halves between those of its neighbours that so many could have moved it to. The lists are those
 * of one row: handed to another function each would be copied at every look.
 */
CREATE OR REPLACE FUNCTION figure_spans(p_measures text[], p_from timestamptz, p_since timestamptz, p_at timestamptz, p_boroughs text[], p_lines text[], p_moved figure_moved[])
RETURNS TABLE (measure text, force text, borough text, median float8, worst float8, oldest float8) LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_generic_plan SET max_parallel_workers_per_gather = 0 AS $$
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
END $$;
REVOKE ALL ON FUNCTION figure_spans(text[], timestamptz, timestamptz, timestamptz, text[], text[], figure_moved[]) FROM PUBLIC;

-- What is kept and what moved, in a few statements, each planned once.
CREATE OR REPLACE FUNCTION figure_duty_counts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_parts text[] DEFAULT NULL, p_lines text[] DEFAULT NULL)
RETURNS TABLE (measure text, level text, force text, borough text, month text, part text, not_quorate boolean, many int, median float8, worst float8, oldest float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_generic_plan AS $$
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
END $$;

DROP FUNCTION IF EXISTS figure_nth(bigint, bigint, bigint[], bigint[], bigint[], bigint[], bigint[], bigint[]);
