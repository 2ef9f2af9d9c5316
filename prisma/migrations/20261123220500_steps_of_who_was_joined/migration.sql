-- What was done about an adult stands in entries about children, under the id that the adult had then. Joined to another record, they had nothing done about them on the page of the record that is kept.
CREATE OR REPLACE FUNCTION suspect_steps(p_adult uuid) RETURNS TABLE (entry_id uuid, child_id uuid, kind text, heading text, action text, result text, at timestamptz, borough text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  -- Whoever goes on in this record, as long as they are joined.
  WITH them AS MATERIALIZED (SELECT array_agg(w.id) AS ids, array_agg(w.id::text) AS told FROM (SELECT p_adult AS id UNION SELECT g.gone FROM gone_by(now()) g WHERE g.root = p_adult) w)
  SELECT e.id, s.person_id, e.kind, e.heading, coalesce(p.body->>'action', p.body->>'option', p.body->>'kind'), p.body->>'result', e.occurred_at, e.ledger
  FROM them CROSS JOIN LATERAL (SELECT DISTINCT r.other_id FROM relationship r WHERE r.person_id = ANY (them.ids) AND r.kind LIKE 'suspect%') c
    JOIN entry_subject s ON s.person_id = c.other_id JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE s.kind IN ('suspect-action', 'warrant-executed', 'bail-set', 'disposal-given', 'option-considered', 'notice-breached', 'notice-ended', 'intervention-recorded')
    AND (p.body->'suspect_ids' ?| them.told OR p.body->>'suspect' = ANY (them.told) OR p.body->>'adult_id' = ANY (them.told))
    AND record_open(s.person_id) AND record_open(p_adult) AND NOT entry_barred(e.id)
  ORDER BY e.occurred_at DESC, e.id LIMIT 100 $$;
