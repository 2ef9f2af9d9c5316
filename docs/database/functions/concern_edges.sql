CREATE OR REPLACE FUNCTION public.concern_edges(p_people uuid[], p_places uuid[])
 RETURNS TABLE(person_id uuid, other_id uuid, place_id uuid, as_what text, borough text, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT * FROM (
    SELECT r.person_id, r.other_id, NULL::uuid AS place_id, r.kind AS as_what, (SELECT home_borough FROM person c WHERE c.id = r.other_id AND NOT person_barred(c.id)) AS borough, r.since
    FROM relationship r
    WHERE (r.person_id = ANY (p_people) OR r.other_id = ANY (p_people)) AND r.kind LIKE 'suspect%' AND r.until IS NULL
      AND ((r.person_id = ANY (p_people) AND NOT person_barred(r.person_id)) OR (r.other_id = ANY (p_people) AND NOT person_barred(r.other_id)))
      AND index_open(r.person_id) AND index_open(r.other_id)
    UNION ALL
    SELECT n.adult_id, n.child_id, NULL, 'notice', n.borough, n.served_at FROM warning_notice n
    WHERE (n.adult_id = ANY (p_people) OR n.child_id = ANY (p_people)) AND n.ended_at IS NULL
      AND ((n.adult_id = ANY (p_people) AND NOT person_barred(n.adult_id)) OR (n.child_id = ANY (p_people) AND NOT person_barred(n.child_id)))
      AND index_open(n.adult_id) AND index_open(n.child_id)
    UNION ALL
    SELECT l.person_id, NULL, l.place_id, l.why, p.borough, l.since FROM place_link l JOIN place p ON p.id = l.place_id
    WHERE (l.place_id = ANY (p_places) OR (l.person_id = ANY (p_people) AND NOT person_barred(l.person_id))) AND l.until IS NULL AND l.part <> 'episode'
      AND borough_in(p.borough, app_index_boroughs()) AND index_open(l.person_id)
    UNION ALL
    SELECT a.person_id, b.person_id, NULL, 'same ' || a.kind, b.borough, greatest(a.recorded_at, b.recorded_at) FROM person_identifier a
      JOIN person_identifier b ON b.kind = a.kind AND b.folded = a.folded AND b.person_id <> a.person_id AND b.ended_at IS NULL
    WHERE a.person_id = ANY (p_people) AND a.ended_at IS NULL AND NOT person_barred(a.person_id) AND index_open(a.person_id) AND index_open(b.person_id)
  ) e ORDER BY e.since, e.person_id, e.other_id, e.place_id LIMIT 400 $function$;
GRANT EXECUTE ON FUNCTION concern_edges(uuid[],uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION concern_edges(uuid[],uuid[]) TO holdfast_worker;
