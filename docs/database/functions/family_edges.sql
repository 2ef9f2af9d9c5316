CREATE OR REPLACE FUNCTION public.family_edges(p_people uuid[], p_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, other_id uuid, as_what text, since timestamp with time zone, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT * FROM (
    SELECT r.person_id, r.other_id, r.kind AS as_what, r.since, r.until FROM relationship r
    WHERE (r.person_id = ANY (p_people[1:60]) OR r.other_id = ANY (p_people[1:60]))
      AND r.kind IN ('mother', 'father', 'parent', 'carer', 'step-parent', 'grandparent', 'sibling', 'relative', 'partner-of-parent', 'lives-with', 'friend')
    UNION ALL
    SELECT h.of_id, h.person_id, 'lives-with', greatest(h.of_since, h.since), NULL::timestamptz FROM households_at(p_people[1:60], p_at, 20) h WHERE h.how = 'beside'
    UNION ALL
    SELECT a.person_id, b.person_id, 'lives-with', greatest(coalesce(a.since, a.created_at), b.since), least(a.until, b.until) FROM person_address a CROSS JOIN LATERAL (
      (SELECT x.person_id, coalesce(x.since, x.created_at) AS since, x.until FROM person_address x
       WHERE x.postcode IS NOT NULL AND plain_line(x.postcode) = plain_line(a.postcode) AND x.person_id <> a.person_id AND (a.until IS NOT NULL OR x.until IS NOT NULL)
         AND same_home(a.line, a.postcode, a.borough, x.line, x.postcode, x.borough) LIMIT 20)
      UNION
      (SELECT x.person_id, coalesce(x.since, x.created_at), x.until FROM person_address x
       WHERE x.line <> '' AND street_key(x.line) = street_key(a.line) AND (x.postcode IS NULL OR a.postcode IS NULL) AND x.person_id <> a.person_id AND (a.until IS NOT NULL OR x.until IS NOT NULL)
         AND same_home(a.line, a.postcode, a.borough, x.line, x.postcode, x.borough) LIMIT 20)) AS b
    WHERE a.person_id = ANY (p_people[1:60]) AND greatest(coalesce(a.since, a.created_at), b.since) < least(a.until, b.until)
  ) e WHERE index_open(e.person_id) AND index_open(e.other_id) AND NOT person_barred(e.person_id) AND NOT person_barred(e.other_id)
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id IN (e.person_id, e.other_id) AND p.matched_to IS NOT NULL)
  ORDER BY (e.until IS NOT NULL), e.since, e.person_id, e.other_id LIMIT 300 $function$;
GRANT EXECUTE ON FUNCTION family_edges(uuid[],timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION family_edges(uuid[],timestamp with time zone) TO holdfast_worker;
