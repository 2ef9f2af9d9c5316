-- Beside a restricted child nothing tells where the child lives, how old it is or since when: that somebody is linked, and no more.
CREATE OR REPLACE FUNCTION notices_of(p_people uuid[]) RETURNS TABLE (id uuid, adult_id uuid, child_id uuid, borough text, ground text, served_at timestamptz, care_ends_on date, child_born date, ended_at timestamptz, breaches int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT n.id, n.adult_id, n.child_id, CASE WHEN b.barred THEN NULL ELSE n.borough END, CASE WHEN b.barred THEN NULL ELSE n.ground END, n.served_at, CASE WHEN b.barred THEN NULL ELSE n.care_ends_on END,
    CASE WHEN b.barred THEN NULL ELSE c.born_on END, n.ended_at, CASE WHEN b.barred THEN 0 ELSE (SELECT count(*)::int FROM notice_breach x WHERE x.notice_id = n.id) END
  FROM warning_notice n JOIN person c ON c.id = n.child_id CROSS JOIN LATERAL (SELECT person_barred(n.child_id) AS barred) b
  WHERE ((n.adult_id = ANY (p_people) AND index_open(n.adult_id) AND NOT person_barred(n.adult_id)) OR (n.child_id = ANY (p_people) AND index_open(n.child_id) AND NOT b.barred))
    AND index_open(n.adult_id) AND index_open(n.child_id)
  ORDER BY n.served_at DESC, n.id LIMIT 200 $$;
CREATE OR REPLACE FUNCTION known_boroughs(p_person uuid) RETURNS TABLE (what text, borough text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT x.what, x.borough FROM (
    SELECT 'person' AS what, r.borough FROM person_reach r WHERE r.person_id = p_person
    UNION ALL SELECT 'person', c.home_borough FROM relationship r JOIN person c ON c.id = r.other_id WHERE r.person_id = p_person AND r.kind LIKE 'suspect%' AND r.until IS NULL AND NOT person_barred(c.id)
    UNION ALL SELECT b.kind, b.borough FROM person_identifier a JOIN person_identifier b ON b.kind = a.kind AND b.folded = a.folded AND b.ended_at IS NULL
      WHERE a.person_id = p_person AND a.ended_at IS NULL AND index_open(b.person_id) AND NOT person_barred(b.person_id)
    UNION ALL SELECT 'place', p.borough FROM place_link l JOIN place p ON p.id = l.place_id WHERE l.person_id = p_person AND l.until IS NULL
    UNION ALL SELECT 'place', m.borough FROM place_link l JOIN place_link m ON m.place_id = l.place_id AND m.until IS NULL
      WHERE l.person_id = p_person AND l.until IS NULL AND index_open(m.person_id) AND NOT person_barred(m.person_id)
  ) x WHERE x.borough IS NOT NULL AND index_open(p_person) AND NOT person_barred(p_person) ORDER BY 1, 2 $$;
-- Of a restricted child the worklist says that a look is owed, and neither where nor to what.
CREATE OR REPLACE FUNCTION unlooked_ties(p_borough text, p_since timestamptz, p_id uuid, p_most int) RETURNS TABLE (id uuid, adult_id uuid, child_id uuid, borough text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.id, r.person_id, r.other_id, CASE WHEN person_barred(c.id) THEN NULL ELSE coalesce(c.home_borough, 'london') END, r.since FROM relationship r JOIN person c ON c.id = r.other_id
  WHERE r.kind LIKE 'suspect%' AND r.until IS NULL AND (r.since, r.id) > (p_since, p_id) AND c.matched_to IS NULL
    AND (p_borough IS NULL OR (c.home_borough = p_borough AND NOT person_barred(c.id))) AND index_open(r.other_id) AND index_open(r.person_id) AND NOT person_barred(r.person_id)
    AND NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = r.other_id AND s.kind = 'wider-risk-check' AND s.occurred_at >= r.since)
    AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = r.other_id AND d.alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed')
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL)
  ORDER BY r.since, r.id LIMIT p_most $$;
