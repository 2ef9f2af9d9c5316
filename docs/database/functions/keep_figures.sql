CREATE OR REPLACE FUNCTION public.keep_figures(p_duties jsonb, p_entries jsonb, p_from timestamp with time zone, p_upto timestamp with time zone, p_boroughs text[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET work_mem TO '64MB'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
DECLARE
  asked jsonb; owed text[]; base timestamptz; near jsonb; far jsonb; ids text[]; touched uuid[]; moved figure_moved[];
BEGIN
  SELECT coalesce(array_agg(x->>'id'), '{}') INTO owed FROM jsonb_array_elements(p_duties || p_entries) AS x
    WHERE NOT EXISTS (SELECT 1 FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id' AND k.definition = md5(x::text));
  IF cardinality(owed) = 0 THEN RETURN 0; END IF;
  DELETE FROM figure_kept_count k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = ANY (owed);
  DELETE FROM figure_kept_span k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = ANY (owed);
  DELETE FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = ANY (owed);
  -- Forty days of changes are still far less than years of rows.
  SELECT k.upto INTO base FROM figure_kept k JOIN jsonb_array_elements(p_duties || p_entries) AS x ON k.measure = x->>'id' AND k.definition = md5(x::text)
    WHERE k.from_at = p_from AND k.upto <> p_upto AND k.upto BETWEEN p_upto - interval '40 days' AND p_upto + interval '40 days' AND k.measure = ANY (owed)
    ORDER BY abs(extract(epoch FROM k.upto - p_upto)), k.upto LIMIT 1;

  FOREACH asked IN ARRAY ARRAY[p_duties, p_entries] LOOP
    SELECT coalesce(jsonb_agg(x) FILTER (WHERE k.measure IS NOT NULL), '[]'), coalesce(jsonb_agg(x) FILTER (WHERE k.measure IS NULL), '[]') INTO near, far
      FROM jsonb_array_elements(asked) AS x LEFT JOIN figure_kept k ON k.upto = base AND k.from_at = p_from AND k.measure = x->>'id' AND k.definition = md5(x::text) WHERE x->>'id' = ANY (owed);

    IF near <> '[]' THEN
      ids := ARRAY(SELECT x->>'id' FROM jsonb_array_elements(near) AS x);
      IF asked = p_duties THEN
        touched := figure_touched(near, LEAST(base, p_upto), GREATEST(base, p_upto));
        moved := CASE WHEN cardinality(touched) = 0 THEN '{}'::figure_moved[]
          ELSE ARRAY(SELECT m FROM figure_moves(near, p_from, base, p_boroughs, touched, -1) m) || ARRAY(SELECT m FROM figure_moves(near, p_from, p_upto, p_boroughs, touched, 1) m) END;
      ELSE
        touched := figure_touched_people(near, LEAST(base, p_upto));
        moved := CASE WHEN cardinality(touched) = 0 THEN '{}'::figure_moved[]
          ELSE ARRAY(SELECT (f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM'), 'n', false, NULL, NULL, NULL, -1)::figure_moved FROM figure_facts(near, p_from, base, base, p_boroughs, touched) f)
            || ARRAY(SELECT (f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM'), 'n', false, NULL, NULL, NULL, 1)::figure_moved FROM figure_facts(near, p_from, p_upto, p_upto, p_boroughs, touched) f) END;
      END IF;
      INSERT INTO figure_kept_count (upto, from_at, scope, month, measure, part, not_quorate, many)
      SELECT p_upto, p_from, q.scope, q.month, q.measure, q.part, q.not_quorate, sum(q.many)::int FROM (
        SELECT k.scope, k.month, k.measure, k.part, k.not_quorate, k.many FROM figure_kept_count k WHERE k.upto = base AND k.from_at = p_from AND k.measure = ANY (ids)
        UNION ALL SELECT s.scope, n.month, m.measure, m.part, m.not_quorate, m.sign FROM unnest(moved) AS m CROSS JOIN LATERAL (VALUES (m.borough), (m.force)) AS s(scope) CROSS JOIN LATERAL (VALUES (''), (m.month)) AS n(month)
          -- Of entries all together are added up from the boroughs.
          WHERE asked = p_duties OR s.scope = m.borough OR n.month <> '') q
      GROUP BY q.scope, q.month, q.measure, q.part, q.not_quorate HAVING sum(q.many) <> 0;
      IF asked = p_duties THEN
        INSERT INTO figure_kept_span (upto, from_at, scope, measure, late, open_late, older, waiting)
        SELECT p_upto, p_from, c.scope, c.measure, figure_spliced(b.late, v.late_gone, v.late_come), figure_spliced(b.open_late, v.open_gone, v.open_come), figure_spliced(b.older, v.older_gone, v.older_come), figure_spliced(b.waiting, v.waiting_gone, v.waiting_come)
        FROM (SELECT DISTINCT k.scope, k.measure FROM figure_kept_count k WHERE k.upto = p_upto AND k.from_at = p_from AND k.month = '' AND k.measure = ANY (ids)) c
          LEFT JOIN figure_kept_span b ON b.upto = base AND b.from_at = p_from AND b.scope = c.scope AND b.measure = c.measure
          LEFT JOIN (
            SELECT s.scope, m.measure, array_agg(m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign = -1) AS late_gone, array_agg(m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign = 1) AS late_come,
              array_agg(m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign = -1) AS open_gone, array_agg(m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign = 1) AS open_come,
              array_agg(m.clock) FILTER (WHERE m.part = 'older' AND m.sign = -1) AS older_gone, array_agg(m.clock) FILTER (WHERE m.part = 'older' AND m.sign = 1) AS older_come,
              array_agg(m.began) FILTER (WHERE m.part IN ('running', 'open-late', 'older') AND m.sign = -1) AS waiting_gone, array_agg(m.began) FILTER (WHERE m.part IN ('running', 'open-late', 'older') AND m.sign = 1) AS waiting_come
            FROM unnest(moved) AS m CROSS JOIN LATERAL (VALUES (m.borough), (m.force)) AS s(scope) GROUP BY s.scope, m.measure) v ON v.scope = c.scope AND v.measure = c.measure;
      END IF;
    END IF;

    IF far <> '[]' AND asked = p_duties THEN
      WITH g AS MATERIALIZED (
        SELECT d.measure, d.borough, CASE WHEN d.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, date_trunc('month', d.starts_at AT TIME ZONE 'Europe/London') AS month, d.part, d.not_quorate, count(*) AS many,
          array_agg(d.late_ms::bigint) FILTER (WHERE d.part = 'late') AS late, array_agg(epoch_ms(CASE WHEN d.form = 'notice' THEN d.starts_at ELSE d.due_at END)) FILTER (WHERE d.part IN ('open-late', 'older')) AS clock,
          array_agg(epoch_ms(d.starts_at)) FILTER (WHERE d.part IN ('running', 'open-late', 'older')) AS began
        FROM figure_duties(far, p_from, p_upto, p_upto, p_boroughs) d GROUP BY 1, 2, 4, 5, 6),
      counted AS (
        INSERT INTO figure_kept_count (upto, from_at, scope, month, measure, part, not_quorate, many)
        SELECT p_upto, p_from, coalesce(g.borough, g.force), coalesce(to_char(g.month, 'YYYY-MM'), ''), g.measure, g.part, g.not_quorate, sum(g.many)::int FROM g
        GROUP BY GROUPING SETS ((g.measure, g.borough, g.part, g.not_quorate), (g.measure, g.force, g.part, g.not_quorate), (g.measure, g.borough, g.month, g.part, g.not_quorate), (g.measure, g.force, g.month, g.part, g.not_quorate)))
      INSERT INTO figure_kept_span (upto, from_at, scope, measure, late, open_late, older, waiting)
      SELECT p_upto, p_from, s.scope, g.measure, coalesce(array_agg(l.v ORDER BY l.v) FILTER (WHERE l.list = 'late'), '{}'), coalesce(array_agg(l.v ORDER BY l.v) FILTER (WHERE l.list = 'open-late'), '{}'),
        coalesce(array_agg(l.v ORDER BY l.v) FILTER (WHERE l.list = 'older'), '{}'), coalesce(array_agg(l.v ORDER BY l.v) FILTER (WHERE l.list = 'waiting'), '{}')
      FROM g CROSS JOIN LATERAL (VALUES (g.borough), (g.force)) AS s(scope)
        LEFT JOIN LATERAL (SELECT 'late' AS list, v FROM unnest(g.late) AS v UNION ALL SELECT g.part, v FROM unnest(g.clock) AS v UNION ALL SELECT 'waiting', v FROM unnest(g.began) AS v) l ON true
      GROUP BY s.scope, g.measure;
    ELSIF far <> '[]' THEN
      INSERT INTO figure_kept_count (upto, from_at, scope, month, measure, part, not_quorate, many)
      SELECT p_upto, p_from, coalesce(g.borough, g.force), coalesce(to_char(g.month, 'YYYY-MM'), ''), g.measure, 'n', false, sum(g.many)::int
      FROM (SELECT f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, date_trunc('month', f.at AT TIME ZONE 'Europe/London') AS month, count(*) AS many
            FROM figure_facts(far, p_from, p_upto, p_upto, p_boroughs) f GROUP BY 1, 2, 4) g
      GROUP BY GROUPING SETS ((g.measure, g.borough), (g.measure, g.borough, g.month), (g.measure, g.force, g.month));
    END IF;
  END LOOP;
  INSERT INTO figure_kept (upto, from_at, measure, definition) SELECT p_upto, p_from, x->>'id', md5(x::text) FROM jsonb_array_elements(p_duties || p_entries) AS x WHERE x->>'id' = ANY (owed);
  RETURN cardinality(owed);
END $function$;
GRANT EXECUTE ON FUNCTION keep_figures(jsonb,jsonb,timestamp with time zone,timestamp with time zone,text[]) TO holdfast_worker;
