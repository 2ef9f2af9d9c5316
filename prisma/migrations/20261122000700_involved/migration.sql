-- CAIT reads the words of a child's record in its boroughs where the matter came to the police or a discussion involves them
-- (domain/access.md); of other children there it reads headings, duties and people.
CREATE FUNCTION app_involved_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.involved_boroughs', true), ''), ',') $$;

CREATE FUNCTION police_involved(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
                 WHERE rp.person_id = p AND (r.to_agency = 'police' OR r.from_agency = 'police'))
      OR EXISTS (SELECT 1 FROM meeting_child m WHERE m.person_id = p)
      OR EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = p AND d.alert = 'strategy-discussion-overdue') $$;
REVOKE ALL ON FUNCTION police_involved FROM PUBLIC;
GRANT EXECUTE ON FUNCTION police_involved TO holdfast_app, holdfast_worker;

DROP POLICY see ON entry_payload;
CREATE POLICY see ON entry_payload FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = entry_payload.entry_id
    AND ((person_in(s.person_id, (SELECT app_narrative_boroughs())) AND NOT person_restricted(s.person_id))
         OR (person_in(s.person_id, (SELECT app_involved_boroughs())) AND police_involved(s.person_id) AND NOT person_restricted(s.person_id))
         OR s.person_id = ANY ((SELECT app_opened_narrative())::uuid[]))));
