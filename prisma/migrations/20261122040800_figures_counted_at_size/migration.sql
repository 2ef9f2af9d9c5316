-- All that figures ask of a duty, in one narrow index: counted without opening the ledger's wide rows, of which five years of all London are gigabytes.
CREATE INDEX IF NOT EXISTS deadline_counted ON deadline (alert, borough, starts_at)
  INCLUDE (id, child_id, basis, form, referral_id, item_id, due_at, day_end, created_at, met_at, met_by, met_recorded_at, ended_at, ended_by, ended_why, ended_recorded_at, superseded_at);
DROP INDEX IF EXISTS deadline_alert_started;

/*
 * The same rows as before, found in as few walks through the ledger as there are kinds of measure, two: those of which each row counts for itself
 * are never sorted, and those of which several rows are one discussion or referral are sorted by what they are, not by a text made of it. Planned
 * anew each time, with what was asked for known: five years of all London are read from end to end, a month of one borough by its index.
 */
CREATE OR REPLACE FUNCTION figure_duties(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_ids uuid[] DEFAULT NULL)
RETURNS TABLE (measure text, id uuid, child_id uuid, borough text, alert text, basis text, form text, starts_at timestamptz, due_at timestamptz, day_end boolean, created_at timestamptz,
  met_at timestamptz, met_recorded_at timestamptz, ended_at timestamptz, part text, not_quorate boolean, late_ms float8, waited_ms float8)
LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  several boolean; whole constant boolean := current_user = 'holdfast_owner' AND p_ids IS NULL; owner constant boolean := current_user = 'holdfast_owner';
  ids text[]; alerts text[]; bases text[]; merges boolean[]; referrals boolean[]; meetings text[];
BEGIN
  FOREACH several IN ARRAY ARRAY[false, true] LOOP
    SELECT array_agg(x->>'id'), array_agg(a.alert), array_agg(x->>'basis'), array_agg(coalesce((x->>'merged')::boolean, false)), array_agg(coalesce((x->>'byReferral')::boolean, false)), array_agg(x->>'meeting')
      INTO ids, alerts, bases, merges, referrals, meetings
      FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert)
      WHERE (coalesce((x->>'merged')::boolean, false) OR coalesce((x->>'byReferral')::boolean, false)) = several;
    CONTINUE WHEN ids IS NULL;
    RETURN QUERY
    WITH found AS NOT MATERIALIZED (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
        FROM deadline d WHERE p_ids IS NULL AND d.alert = ANY (alerts) AND d.borough = ANY (p_boroughs) AND d.starts_at >= p_from AND d.starts_at <= p_at
      UNION ALL
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
        FROM deadline d WHERE p_ids IS NULL AND d.alert = ANY (alerts) AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
      UNION ALL
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
        FROM deadline d WHERE p_ids IS NULL AND d.alert = ANY (alerts) AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from
        AND (d.met_at IS NOT NULL OR d.ended_at IS NOT NULL OR d.superseded_at IS NOT NULL) AND LEAST(d.met_recorded_at, d.ended_recorded_at, d.superseded_at) > p_at
      UNION ALL
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
        FROM deadline d WHERE p_ids IS NOT NULL AND d.id = ANY (p_ids) AND d.alert = ANY (alerts) AND d.borough = ANY (p_boroughs) AND d.starts_at <= p_at),
    stood AS NOT MATERIALIZED (
      SELECT m.measure, m.merged, m.by_referral, f.*, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END AS met, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_by END AS met_entry,
        CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END AS ended, CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_by END AS ended_entry
      FROM found f JOIN unnest(ids, alerts, bases, merges, referrals, meetings) AS m(measure, of_alert, of_basis, merged, by_referral, meeting) ON m.of_alert = f.alert
      WHERE f.created_at <= p_known AND (f.superseded_at IS NULL OR f.superseded_at > p_known)
        -- Annulled and corrected starts have left the figures (sd-recompute), from when that was recorded.
        AND NOT coalesce(f.ended_why IN ('annulled', 'start-corrected', 'matched') AND f.ended_recorded_at <= p_known, false)
        -- One person counts once while their records are joined.
        AND NOT (f.child_id IN (SELECT g.gone FROM figure_gone(p_known) g))
        AND (m.of_basis IS NULL OR CASE WHEN m.of_basis LIKE '!%' THEN f.basis <> substr(m.of_basis, 2) ELSE f.basis = m.of_basis END)
        AND (m.meeting IS NULL OR CASE WHEN whole THEN (m.meeting, f.item_id) IN (
            SELECT coalesce(c.kind, t.kind), a.id::text FROM action a LEFT JOIN meeting_call c ON c.id = a.call_id LEFT JOIN meeting t ON t.id = a.meeting_id WHERE coalesce(c.kind, t.kind) = ANY (meetings))
          ELSE action_meeting(f.item_id) = m.meeting END)
        AND (f.starts_at >= p_from OR (CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END IS NULL AND CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END IS NULL))),
    -- Every band of one discussion is stopped by the same entry; those still open are one discussion, not yet held. Of a referral the child who
    -- still waits stands for the others, then one who was answered. By borough, so that boroughs add up to London.
    one AS NOT MATERIALIZED (
      SELECT s.* FROM stood s WHERE NOT several
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (s.measure, s.borough, CASE WHEN s.merged THEN s.child_id ELSE coalesce(s.referral_id, s.id) END, CASE WHEN s.merged THEN coalesce(s.met_entry, s.ended_entry) END) s.* FROM stood s WHERE several
        ORDER BY s.measure, s.borough, CASE WHEN s.merged THEN s.child_id ELSE coalesce(s.referral_id, s.id) END, CASE WHEN s.merged THEN coalesce(s.met_entry, s.ended_entry) END,
          CASE WHEN NOT s.by_referral OR (s.met IS NULL AND s.ended IS NULL) THEN 0 WHEN s.met IS NOT NULL THEN 1 ELSE 2 END, s.due_at, s.id) d),
    judged AS (
      SELECT o.*, CASE
        WHEN o.met IS NOT NULL THEN CASE WHEN o.form = 'notice' OR o.met < o.due_at OR (NOT o.day_end AND o.met = o.due_at) THEN 'in-time' ELSE 'late' END
        WHEN o.ended IS NOT NULL THEN CASE WHEN o.form <> 'notice' AND o.ended > o.due_at THEN 'ended-late' ELSE 'ended' END
        WHEN o.form = 'notice' OR o.due_at < p_at OR (o.day_end AND o.due_at = p_at) THEN CASE WHEN o.starts_at < p_from THEN 'older' ELSE 'open-late' END
        ELSE 'running' END AS part
      FROM one o)
    SELECT j.measure, j.id, j.child_id, j.borough, j.alert, j.basis, j.form, j.starts_at, j.due_at, j.day_end, j.created_at, j.met, CASE WHEN j.met IS NOT NULL THEN j.met_recorded_at END, j.ended, j.part,
      -- Counted, every row is seen already and the question is asked of five years at once. Listed, it is asked past the reader's own boroughs.
      j.met IS NOT NULL AND j.alert = 'strategy-discussion-overdue' AND CASE WHEN whole THEN (j.child_id, j.met_entry) IN (SELECT n.child_id, n.started_by FROM deadline n WHERE n.alert = 'strategy-discussion-quorum'
          AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false))
        WHEN owner THEN EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = j.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = j.met_entry
        AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false)) ELSE figure_not_quorate(j.child_id, j.met_entry, p_known) END,
      CASE WHEN j.part IN ('late', 'open-late', 'older') THEN extract(epoch FROM coalesce(j.met, p_at) - CASE WHEN j.form = 'notice' THEN j.starts_at ELSE j.due_at END)::float8 * 1000 END,
      CASE WHEN j.part IN ('running', 'open-late', 'older') THEN extract(epoch FROM p_at - j.starts_at)::float8 * 1000 END
    FROM judged j;
  END LOOP;
END $$;

/*
 * The entries that measures count: as before, and where all are counted at once, what stood last of each child is found in one walk.
 */
CREATE OR REPLACE FUNCTION figure_facts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_people uuid[] DEFAULT NULL)
RETURNS TABLE (measure text, entry_id uuid, person_id uuid, borough text, kind text, word text, at timestamptz, recorded_at timestamptz)
LANGUAGE plpgsql STABLE SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  latest boolean; whole constant boolean := current_user = 'holdfast_owner' AND p_people IS NULL;
  ids text[]; kinds text[]; counted jsonb[];
BEGIN
  FOREACH latest IN ARRAY ARRAY[false, true] LOOP
    SELECT array_agg(x->>'id'), array_agg(x->>'kind'), array_agg(CASE WHEN jsonb_typeof(x->'words') = 'array' THEN x->'words' END) INTO ids, kinds, counted
      FROM jsonb_array_elements(p_measures) AS x WHERE coalesce((x->>'latest')::boolean, false) = latest;
    CONTINUE WHEN ids IS NULL;
    RETURN QUERY
    WITH gone AS MATERIALIZED (SELECT g.gone, g.root FROM figure_gone(p_known) g),
    -- Of each child, on whichever of joined records, in whichever borough (figure_last says the same of one).
    lasts AS (
      SELECT DISTINCT ON (l.kind, coalesce(g.root, l.person_id)) l.kind, coalesce(g.root, l.person_id) AS root, l.entry_id FROM figure_fact l LEFT JOIN gone g ON g.gone = l.person_id
      WHERE whole AND latest AND app_account() IS NOT NULL AND l.kind = ANY (kinds) AND l.at <= p_at AND l.recorded_at <= p_known
        AND NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = l.entry_id AND a.person_id = l.person_id AND a.recorded_at <= p_known)
      ORDER BY l.kind, coalesce(g.root, l.person_id), l.at DESC, l.recorded_at DESC, l.entry_id DESC),
    found AS (
      SELECT f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
        FROM figure_fact f WHERE p_people IS NULL AND f.kind = ANY (kinds) AND f.borough = ANY (p_boroughs) AND (latest OR f.at >= p_from) AND f.at <= p_at AND f.recorded_at <= p_known
      UNION ALL
      SELECT f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
        FROM figure_fact f WHERE p_people IS NOT NULL AND f.person_id = ANY (p_people) AND f.kind = ANY (kinds) AND f.borough = ANY (p_boroughs) AND (latest OR f.at >= p_from) AND f.at <= p_at AND f.recorded_at <= p_known)
    SELECT m.measure, f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
    FROM found f JOIN unnest(ids, kinds, counted) AS m(measure, of_kind, words) ON m.of_kind = f.kind AND (m.words IS NULL OR m.words ? f.word) LEFT JOIN gone g ON g.gone = f.person_id
    WHERE NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = f.entry_id AND a.person_id = f.person_id AND a.recorded_at <= p_known)
      AND CASE WHEN NOT latest THEN true WHEN whole THEN (f.kind, coalesce(g.root, f.person_id), f.entry_id) IN (SELECT l.kind, l.root, l.entry_id FROM lasts l)
        ELSE figure_last(f.person_id, f.kind, p_at, p_known, f.entry_id) END;
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- A sorted list, less what left it and with what joined it: as it would be, made anew.
CREATE FUNCTION figure_spliced(p_list bigint[], p_gone bigint[], p_come bigint[]) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
BEGIN
  IF coalesce(cardinality(p_gone), 0) + coalesce(cardinality(p_come), 0) = 0 THEN RETURN coalesce(p_list, '{}'); END IF;
  RETURN (SELECT coalesce(array_agg(q.v ORDER BY q.v), '{}') FROM (
    SELECT u.v, sum(u.n) AS n FROM (SELECT v, 1 AS n FROM unnest(p_list) AS v UNION ALL SELECT v, -1 FROM unnest(p_gone) AS v UNION ALL SELECT v, 1 FROM unnest(p_come) AS v) u GROUP BY u.v) q
    CROSS JOIN LATERAL generate_series(1, q.n));
END $$;

/*
 * Keeps what every measure comes to from p_from as at p_upto: the worker’s, each hour and at the end of each day. What is kept already is left as it
 * is: it could not come out otherwise. Made from what is kept of the nearest moment of the same stretch, by the rows that changed between (the same
 * that a figure of now is made by); where nothing near is kept, counted whole, every measure in the same walk. p_upto lies in the past: what is
 * still being written down would be missed.
 */
CREATE OR REPLACE FUNCTION keep_figures(p_duties jsonb, p_entries jsonb, p_from timestamptz, p_upto timestamptz, p_boroughs text[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan AS $$
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
END $$;

REVOKE ALL ON FUNCTION figure_spliced FROM PUBLIC;
