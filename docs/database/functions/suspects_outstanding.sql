CREATE OR REPLACE FUNCTION public.suspects_outstanding(p_boroughs text[])
 RETURNS TABLE(id uuid, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH open_case AS MATERIALIZED (
    SELECT d.id, d.child_id, (SELECT max(s.occurred_at) FROM entry_subject s WHERE s.person_id = d.child_id AND s.kind = 'case-closed') AS closed_at
    FROM deadline d
    WHERE d.alert = 'supervisor-review-overdue' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
      AND d.borough = ANY (coalesce(p_boroughs, ARRAY[d.borough])) AND borough_in(d.borough, (SELECT app_record_boroughs()))
      AND (coalesce((SELECT true FROM referral_person rp JOIN referral r ON r.id = rp.referral_id WHERE rp.person_id = d.child_id AND rp.role = 'child' AND r.suspect IS NOT NULL LIMIT 1), false)
        OR coalesce((SELECT true FROM entry_subject s WHERE s.person_id = d.child_id AND s.kind = 'suspect-action' LIMIT 1), false))),
  said AS MATERIALIZED (
    SELECT c.id, s.kind, s.occurred_at, p.body ->> 'suspect' AS suspect, p.body ->> 'action' AS action, suspect_names(p.body) AS named
    FROM open_case c JOIN entry_subject s ON s.person_id = c.child_id AND (c.closed_at IS NULL OR s.occurred_at > c.closed_at)
    JOIN entry_payload p ON p.entry_id = s.entry_id
    WHERE s.kind IN ('contact-received', 'referral-made', 'information-received', 'referral-facts-added', 'strategy-discussion-held', 'crime-recorded', 'suspect-action', 'disposal-given')),
  done AS (SELECT * FROM said WHERE kind = 'disposal-given'
    OR (kind = 'suspect-action' AND action IN ('arrested', 'interviewed', 'spoken-to', 'cawn-served', 'charged', 'cautioned', 'eliminated', 'dead', 'deceased')))
  SELECT t.id, min(t.occurred_at) FROM said t
  WHERE ((cardinality(t.named) > 0 OR t.suspect IN ('known', 'unidentified'))
      AND NOT EXISTS (SELECT 1 FROM done x WHERE x.id = t.id AND (cardinality(x.named) = 0 OR cardinality(t.named) = 0 OR x.named && t.named)))
    OR (t.kind = 'suspect-action' AND t.action = 'identified' AND NOT EXISTS (SELECT 1 FROM done x WHERE x.id = t.id))
  GROUP BY t.id $function$;
GRANT EXECUTE ON FUNCTION suspects_outstanding(text[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION suspects_outstanding(text[]) TO holdfast_worker;
