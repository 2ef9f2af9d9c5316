CREATE OR REPLACE FUNCTION public.known_boroughs(p_person uuid)
 RETURNS TABLE(what text, borough text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT DISTINCT x.what, x.borough FROM (
    SELECT 'person' AS what, r.borough FROM person_reach r WHERE r.person_id = p_person
    UNION ALL SELECT 'person', c.home_borough FROM relationship r JOIN person c ON c.id = r.other_id WHERE r.person_id = p_person AND r.kind LIKE 'suspect%' AND r.until IS NULL AND NOT person_barred(c.id)
    UNION ALL SELECT b.kind, b.borough FROM person_identifier a JOIN person_identifier b ON b.kind = a.kind AND b.folded = a.folded AND b.ended_at IS NULL
      WHERE a.person_id = p_person AND a.ended_at IS NULL AND index_open(b.person_id) AND NOT person_barred(b.person_id)
    UNION ALL SELECT 'place', p.borough FROM place_link l JOIN place p ON p.id = l.place_id WHERE l.person_id = p_person AND l.until IS NULL
    UNION ALL SELECT 'place', m.borough FROM place_link l JOIN place_link m ON m.place_id = l.place_id AND m.until IS NULL
      WHERE l.person_id = p_person AND l.until IS NULL AND index_open(m.person_id) AND NOT person_barred(m.person_id)
  ) x WHERE x.borough IS NOT NULL AND index_open(p_person) AND NOT person_barred(p_person) ORDER BY 1, 2 $function$;
GRANT EXECUTE ON FUNCTION known_boroughs(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION known_boroughs(uuid) TO holdfast_worker;
