-- What was written of a tie to somebody restricted stood on the record of the other end with its words and its kind; and a school, a surgery or a
-- commissioned team that had been asked about a child before the child was restricted went on reading the name (found by planted words).

-- Whether an agency that was asked something about somebody is told no more of it: restricted since it was asked. Whoever asks about a restricted
-- person, having broken the glass, tells that agency on purpose.
CREATE FUNCTION asked_before_restricted(p uuid, p_asked timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT person_barred(p) AND EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = p AND s.kind = 'record-restricted' AND s.occurred_at >= p_asked) $$;
REVOKE ALL ON FUNCTION asked_before_restricted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asked_before_restricted TO holdfast_app, holdfast_worker;

CREATE OR REPLACE FUNCTION request_words(p_ids uuid[]) RETURNS TABLE (id uuid, to_words text, about text, question text, purpose text, withdrawn_why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT q.id, q.to_words, q.about, q.question, q.purpose, q.withdrawn_why FROM information_request q
  WHERE q.id = ANY (p_ids) AND (referral_opens(q.referral_id) OR (q.team_id = ANY (app_teams())
    AND NOT EXISTS (SELECT 1 FROM referral_person rp WHERE rp.referral_id = q.referral_id AND rp.role = 'child' AND asked_before_restricted(rp.person_id, q.asked_at)))) $$;

DROP POLICY see ON flag_ask;
CREATE POLICY see ON flag_ask FOR SELECT TO holdfast_app, holdfast_worker USING (
  (team_id = ANY ((SELECT app_teams())::uuid[]) AND NOT asked_before_restricted(person_id, asked_at))
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
DROP POLICY see ON interview_request;
CREATE POLICY see ON interview_request FOR SELECT TO holdfast_app, holdfast_worker USING (
  (team_id = ANY ((SELECT app_teams())::uuid[]) AND NOT asked_before_restricted(person_id, asked_at))
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));

-- An entry about a tie is about both of its ends: a link, a child named beside another, a person of concern linked. Its words are there only where
-- neither is barred; that it was written stays.
CREATE INDEX other_child_entry_id_idx ON other_child (entry_id);
CREATE OR REPLACE FUNCTION entry_barred(e uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM entry_subject s JOIN person x ON x.id = s.person_id WHERE s.entry_id = e AND x.restricted AND NOT (x.id = ANY (app_opened_glass())))
    OR EXISTS (SELECT 1 FROM other_child o WHERE o.entry_id = e AND (person_barred(o.child_id) OR person_barred(o.other_id)))
    OR EXISTS (
      SELECT 1 FROM entry n JOIN entry_payload p ON p.entry_id = n.id CROSS JOIN LATERAL (
        SELECT p.body->>'other_id' AS id WHERE n.kind = 'record-updated'
        UNION ALL SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p.body->'linked_children') = 'array' THEN p.body->'linked_children' ELSE '[]' END)
        UNION ALL SELECT jsonb_array_elements_text(CASE WHEN p.body ? 'how' AND jsonb_typeof(p.body->'suspect_ids') = 'array' THEN p.body->'suspect_ids' ELSE '[]' END)) named
      WHERE n.id = e AND n.kind IN ('record-updated', 'referral-facts-added', 'information-received')
        AND person_barred(CASE WHEN named.id ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN named.id::uuid END)) $$;
