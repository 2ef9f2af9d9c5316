ALTER TABLE entry_payload ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_payload FORCE ROW LEVEL SECURITY;

GRANT SELECT ON entry_payload TO holdfast_app;
GRANT SELECT ON entry_payload TO holdfast_worker;

CREATE POLICY owner_all ON entry_payload FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON entry_payload FOR SELECT TO holdfast_app, holdfast_worker
  USING (((EXISTS ( SELECT 1
   FROM entry_subject s
  WHERE ((s.entry_id = entry_payload.entry_id) AND (person_in(s.person_id, ( SELECT app_narrative_boroughs() AS app_narrative_boroughs)) OR (person_in(s.person_id, ( SELECT app_involved_boroughs() AS app_involved_boroughs)) AND police_involved(s.person_id)) OR (s.person_id = ANY (( SELECT app_opened_narrative() AS app_opened_narrative)::uuid[])) OR
        CASE
            WHEN (cardinality(( SELECT app_exploitation_boroughs() AS app_exploitation_boroughs)) > 0) THEN (person_in(s.person_id, ( SELECT app_exploitation_boroughs() AS app_exploitation_boroughs)) AND entry_bears(entry_payload.entry_id))
            ELSE false
        END)))) AND (NOT entry_barred(entry_id))));
CREATE POLICY told_of_another ON entry_payload AS RESTRICTIVE FOR SELECT TO holdfast_app, holdfast_worker
  USING (
CASE
    WHEN ((body ? 'told_again_of'::text) AND ((body ->> 'matched_from'::text) ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'::text)) THEN (NOT person_barred(((body ->> 'matched_from'::text))::uuid))
    ELSE true
END);

CREATE TRIGGER entry_payload_guard BEFORE DELETE OR UPDATE ON entry_payload FOR EACH ROW EXECUTE FUNCTION payload_redaction_only();
CREATE TRIGGER entry_payload_redacted_agenda AFTER UPDATE OF redacted_at ON entry_payload FOR EACH ROW WHEN (old.redacted_at IS NULL AND new.redacted_at IS NOT NULL) EXECUTE FUNCTION redact_agenda();
CREATE TRIGGER entry_payload_redacted_beside AFTER UPDATE OF redacted_at ON entry_payload FOR EACH ROW WHEN (old.redacted_at IS NULL AND new.redacted_at IS NOT NULL) EXECUTE FUNCTION redact_beside();

CREATE UNIQUE INDEX entry_payload_pkey ON public.entry_payload USING btree (entry_id);
