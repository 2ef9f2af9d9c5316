CREATE OR REPLACE FUNCTION public.households_at(p_people uuid[], p_at timestamp with time zone, p_most integer)
 RETURNS TABLE(of_id uuid, person_id uuid, how text, stay uuid, of_since timestamp with time zone, since timestamp with time zone)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  WITH said AS MATERIALIZED (
    SELECT t.of_id, t.other, t.since FROM (SELECT unnest(p_people) AS of_id) AS asked CROSS JOIN LATERAL (
      (SELECT asked.of_id, r.other_id AS other, r.since FROM relationship r WHERE r.person_id = asked.of_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at) LIMIT p_most)
      UNION
      (SELECT asked.of_id, r.person_id, r.since FROM relationship r WHERE r.other_id = asked.of_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at) LIMIT p_most)) AS t
    JOIN person x ON x.id = t.other AND x.matched_to IS NULL
  ), homes AS MATERIALIZED (
    SELECT a.person_id, a.id, a.line, a.postcode, a.borough, home_since(a.id) AS since FROM person_address a
    WHERE a.person_id IN (SELECT unnest(p_people) UNION SELECT other FROM said) AND is_home(a.line) AND coalesce(a.since, a.created_at) <= p_at AND (a.until IS NULL OR a.until > p_at)
  ), own AS MATERIALIZED (
    SELECT h.person_id AS of_id, h.id, h.line, h.postcode, h.borough, h.since FROM homes h WHERE h.person_id = ANY (p_people)
    UNION ALL
    SELECT s.of_id, h.id, h.line, h.postcode, h.borough, greatest(h.since, s.since) FROM said s JOIN homes h ON h.person_id = s.other
    WHERE NOT EXISTS (SELECT 1 FROM homes mine WHERE mine.person_id = s.of_id)
  ), beside AS MATERIALIZED (
    SELECT own.of_id, own.id AS stay, own.since AS of_since, b.person_id, b.since FROM own CROSS JOIN LATERAL (
      (SELECT x.person_id, home_since(x.id) AS since FROM person_address x JOIN person p ON p.id = x.person_id AND p.matched_to IS NULL
       WHERE x.postcode IS NOT NULL AND plain_line(x.postcode) = plain_line(own.postcode) AND x.person_id <> own.of_id
         AND coalesce(x.since, x.created_at) <= p_at AND (x.until IS NULL OR x.until > p_at) AND same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough)
       ORDER BY EXISTS (SELECT 1 FROM relationship q WHERE q.person_id = x.person_id AND q.kind LIKE 'suspect%' AND q.since <= p_at AND (q.until IS NULL OR q.until > p_at)) DESC, x.person_id LIMIT p_most)
      UNION
      (SELECT x.person_id, home_since(x.id) FROM person_address x JOIN person p ON p.id = x.person_id AND p.matched_to IS NULL
       WHERE x.line <> '' AND street_key(x.line) = street_key(own.line) AND (x.postcode IS NULL OR own.postcode IS NULL) AND x.person_id <> own.of_id
         AND coalesce(x.since, x.created_at) <= p_at AND (x.until IS NULL OR x.until > p_at) AND same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough)
       ORDER BY EXISTS (SELECT 1 FROM relationship q WHERE q.person_id = x.person_id AND q.kind LIKE 'suspect%' AND q.since <= p_at AND (q.until IS NULL OR q.until > p_at)) DESC, x.person_id LIMIT p_most)) AS b
  ), lodgers AS (
    SELECT b.of_id, b.stay, b.of_since, r.other AS person_id, greatest(b.since, r.since) AS since
    FROM (SELECT beside.*, row_number() OVER (PARTITION BY beside.of_id) AS place FROM beside) AS b CROSS JOIN LATERAL (
      SELECT r.other_id AS other, r.since FROM relationship r WHERE r.person_id = b.person_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at)
      UNION ALL
      SELECT r.person_id, r.since FROM relationship r WHERE r.other_id = b.person_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at)) AS r
    JOIN person p ON p.id = r.other AND p.matched_to IS NULL
    WHERE b.place <= 20 AND r.other <> b.of_id
      AND NOT EXISTS (SELECT 1 FROM person_address a WHERE a.person_id = r.other AND is_home(a.line) AND coalesce(a.since, a.created_at) <= p_at AND (a.until IS NULL OR a.until > p_at))
    LIMIT p_most
  )
  SELECT own.of_id, own.of_id, 'own', own.id, own.since, own.since FROM own
  UNION ALL SELECT beside.of_id, beside.person_id, 'beside', beside.stay, beside.of_since, beside.since FROM beside
  UNION ALL SELECT lodgers.of_id, lodgers.person_id, 'beside', lodgers.stay, lodgers.of_since, lodgers.since FROM lodgers
  UNION ALL SELECT said.of_id, said.other, 'said', NULL, NULL, said.since FROM said
  UNION ALL SELECT said.of_id, said.other, 'theirs', (SELECT o.id FROM own o WHERE o.of_id = said.of_id AND same_home(o.line, o.postcode, o.borough, h.line, h.postcode, h.borough) LIMIT 1), NULL, h.since
    FROM said JOIN homes h ON h.person_id = said.other $function$;
