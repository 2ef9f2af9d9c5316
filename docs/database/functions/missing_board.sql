CREATE OR REPLACE FUNCTION public.missing_board(p_now timestamp with time zone, p_back boolean, p_index boolean)
 RETURNS TABLE(id uuid, person_id uuid, borough text, sight text, reference text, reported_at timestamp with time zone, last_seen_at timestamp with time zone, missing_from text, class text, absent_until timestamp with time zone, grade text, returned_at timestamp with time zone, seen_at timestamp with time zone, duty_id uuid, alert text, owed_by text, starts_at timestamp with time zone, due_at timestamp with time zone, day_end boolean, late integer, call_due_at timestamp with time zone, too_low boolean, information integer, information_since timestamp with time zone, held_by text, offered_to text, offered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
  WHERE s.sight IS NOT NULL $function$;
GRANT EXECUTE ON FUNCTION missing_board(timestamp with time zone,boolean,boolean) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_board(timestamp with time zone,boolean,boolean) TO holdfast_worker;
