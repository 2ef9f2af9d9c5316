-- Which entries are about which duty. The link stands in an entry's words, which open at narrative depth only; who may see
-- the duty may know that somebody chased it. Gives ids and nothing else: the entries themselves are read under their policy.
CREATE FUNCTION duty_entries(p_duties uuid[]) RETURNS TABLE (deadline_id uuid, entry_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, s.entry_id
  FROM deadline d
  JOIN entry_subject s ON s.person_id = d.child_id
    AND s.kind IN ('duty-chased', 'police-challenge', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-warned', 'duty-breached')
  JOIN entry_payload p ON p.entry_id = s.entry_id
  WHERE d.id = ANY (p_duties)
    AND (borough_in(d.borough, (SELECT app_record_boroughs())) OR d.child_id = ANY ((SELECT app_opened_record())::uuid[]))
    AND (p.body->>'of' = d.id::text OR p.body->'duties' ? d.id::text) $$;
REVOKE ALL ON FUNCTION duty_entries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duty_entries TO holdfast_app, holdfast_worker;

-- The list behind a figure walks one alert's clocks in the order in which they started.
CREATE INDEX deadline_child_alert ON deadline (child_id, alert);
