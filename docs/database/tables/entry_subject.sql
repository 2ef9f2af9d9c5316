ALTER TABLE entry_subject ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry_subject FORCE ROW LEVEL SECURITY;

GRANT SELECT ON entry_subject TO holdfast_app;
GRANT SELECT ON entry_subject TO holdfast_worker;

CREATE POLICY owner_all ON entry_subject FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON entry_subject FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

CREATE TRIGGER count_annulled AFTER INSERT ON entry_subject FOR EACH ROW WHEN (new.kind = 'duty-annulled'::text) EXECUTE FUNCTION count_annulled();
CREATE TRIGGER count_fact AFTER INSERT ON entry_subject FOR EACH ROW WHEN (new.kind = ANY (ARRAY['missing-reported'::text, 'episode-classified'::text, 'act-refused'::text, 'child-returned'::text, 'cse-category-set'::text, 'meeting-held'::text])) EXECUTE FUNCTION count_fact();
CREATE TRIGGER entry_subject_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON entry_subject FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER project_exploitation AFTER INSERT ON entry_subject FOR EACH ROW WHEN (new.kind = ANY (ARRAY['cse-category-set'::text, 'category-countersigned'::text, 'crime-recorded'::text, 'suspect-action'::text, 'intervention-recorded'::text, 'listed-for-meeting'::text])) EXECUTE FUNCTION project_exploitation();

CREATE INDEX entry_subject_in_order ON public.entry_subject USING btree (person_id, occurred_at, entry_id) INCLUDE (kind);
CREATE INDEX entry_subject_person_id_occurred_at_idx ON public.entry_subject USING btree (person_id, occurred_at DESC);
CREATE UNIQUE INDEX entry_subject_pkey ON public.entry_subject USING btree (entry_id, person_id);
CREATE INDEX entry_subject_suspect_action ON public.entry_subject USING btree (person_id) WHERE (kind = 'suspect-action'::text);
