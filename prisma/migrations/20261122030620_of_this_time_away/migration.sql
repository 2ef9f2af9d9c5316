-- A return interview still owed for an earlier time away is no duty of this one: board, bar, figures and page tell what this time away owes.
CREATE OR REPLACE FUNCTION missing_board(p_now timestamptz, p_back boolean, p_index boolean) RETURNS TABLE (id uuid, person_id uuid, borough text, sight text, reference text,
  reported_at timestamptz, last_seen_at timestamptz, missing_from text, class text, absent_until timestamptz, grade text, returned_at timestamptz, seen_at timestamptz,
  duty_id uuid, alert text, owed_by text, starts_at timestamptz, due_at timestamptz, day_end boolean, late int, call_due_at timestamptz, too_low boolean,
  information int, information_since timestamptz, held_by text, offered_to text, offered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e.person_id, e.borough, s.sight, e.reference, e.reported_at, CASE WHEN s.sight = 'seen' THEN e.last_seen_at END, CASE WHEN s.sight = 'seen' THEN e.missing_from END,
    e.class, e.absent_until, e.grade, e.returned_at, e.seen_at,
    d.id, d.alert, d.owed_by, d.starts_at, d.due_at, d.day_end, coalesce(n.late, 0), n.call_due_at, coalesce(n.too_low, false),
    coalesce(i.many, 0), i.since, coalesce(h.held_by, 'control-room'), o.to_side, o.offered_at
  FROM (
    (SELECT * FROM episode WHERE NOT p_back AND returned_at IS NULL ORDER BY reported_at, id)
    UNION ALL
    (SELECT * FROM episode WHERE p_back AND returned_at IS NOT NULL AND closed_at IS NULL ORDER BY returned_at DESC, id LIMIT 1000)) e
  CROSS JOIN LATERAL (SELECT episode_sight(e.person_id, e.closed_at, p_index) AS sight OFFSET 0) s
  LEFT JOIN LATERAL (
    SELECT x.id, x.alert, x.owed_by, x.starts_at, x.due_at, x.day_end FROM deadline x
    WHERE s.sight IN ('seen', 'masked') AND x.child_id = e.person_id AND x.starts_at >= e.reported_at AND x.rule LIKE 'missing/%' AND x.form = 'clock' AND x.met_at IS NULL AND x.ended_at IS NULL AND x.superseded_at IS NULL
    ORDER BY x.due_at, x.id LIMIT 1) d ON true
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE x.form = 'clock' AND x.due_at < p_now))::int AS late, min(x.due_at) FILTER (WHERE x.rule = 'missing/absent-callback') AS call_due_at,
      bool_or(x.rule = 'missing/grade-too-low') AS too_low FROM deadline x
    WHERE s.sight IN ('seen', 'masked') AND x.child_id = e.person_id AND x.starts_at >= e.reported_at AND x.rule LIKE 'missing/%' AND x.met_at IS NULL AND x.ended_at IS NULL AND x.superseded_at IS NULL) n ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS many, min(x.received_at) AS since FROM episode_information x WHERE s.sight = 'seen' AND x.episode_id = e.id AND x.acted_at IS NULL) i ON true
  LEFT JOIN LATERAL (SELECT x.to_side AS held_by FROM episode_handover x WHERE x.episode_id = e.id AND x.accepted_at IS NOT NULL ORDER BY x.accepted_at DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT x.to_side, x.offered_at FROM episode_handover x WHERE x.episode_id = e.id AND x.accepted_at IS NULL) o ON true
  WHERE s.sight IS NOT NULL $$;
CREATE OR REPLACE FUNCTION missing_waiting(p_now timestamptz) RETURNS TABLE (out_now int, late int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH o AS MATERIALIZED (
    SELECT e.person_id, e.reported_at FROM episode e WHERE e.returned_at IS NULL AND ((SELECT app_looks_for()) OR '*' = ANY ((SELECT app_record_boroughs())::text[])
      OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = e.person_id AND r.borough = ANY ((SELECT app_record_boroughs())::text[])))
    ORDER BY e.reported_at, e.id LIMIT 100)
  SELECT count(*)::int, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = o.person_id AND d.starts_at >= o.reported_at AND d.rule LIKE 'missing/%' AND d.form = 'clock'
    AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int FROM o $$;
CREATE OR REPLACE FUNCTION missing_figures(p_now timestamptz) RETURNS TABLE (borough text, missing int, absent int, high int, ungraded int, late int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.borough, (count(*) FILTER (WHERE e.class = 'missing' OR e.absent_until <= p_now))::int, (count(*) FILTER (WHERE e.class = 'absent' AND e.absent_until > p_now))::int,
    (count(*) FILTER (WHERE e.grade = 'high'))::int, (count(*) FILTER (WHERE e.grade IS NULL AND (e.class = 'missing' OR e.absent_until <= p_now)))::int,
    (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = e.person_id AND d.starts_at >= e.reported_at AND d.rule LIKE 'missing/%' AND d.form = 'clock'
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int
  FROM episode e WHERE e.returned_at IS NULL AND (e.borough = ANY (app_figure_boroughs()) OR '*' = ANY (app_figure_boroughs()))
  GROUP BY e.borough ORDER BY e.borough $$;
CREATE OR REPLACE FUNCTION episode_duties(p_episode uuid) RETURNS TABLE (id uuid, rule text, alert text, basis text, form text, borough text, owed_by text, clause text, starts_at timestamptz, due_at timestamptz,
  day_end boolean, item_id text, explanation jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, d.rule, d.alert, d.basis, d.form, d.borough, d.owed_by, d.clause, d.starts_at, d.due_at, d.day_end, d.item_id, d.explanation
  FROM episode e JOIN deadline d ON d.child_id = e.person_id
  WHERE e.id = p_episode AND episode_sight(e.person_id, e.closed_at, false) = 'seen'
    AND d.starts_at >= e.reported_at
    -- What a later time away owes stands on its own page.
    AND NOT EXISTS (SELECT 1 FROM episode later WHERE later.person_id = e.person_id AND later.reported_at > e.reported_at AND later.reported_at <= d.starts_at)
    AND (d.rule LIKE 'missing/%' OR d.rule = 'tasks/make-trigger-plan') AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
  ORDER BY (d.form = 'notice'), d.due_at, d.id $$;
