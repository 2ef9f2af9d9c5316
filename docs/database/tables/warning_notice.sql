ALTER TABLE warning_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE warning_notice FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON warning_notice TO holdfast_app;
GRANT INSERT, SELECT ON warning_notice TO holdfast_worker;

GRANT UPDATE (ended_at, ended_why, ended_by) ON warning_notice TO holdfast_app;
GRANT UPDATE (ended_at, ended_why, ended_by) ON warning_notice TO holdfast_worker;

CREATE POLICY add ON warning_notice FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND person_in(child_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT any_barred(ARRAY[adult_id, child_id]))));
CREATE POLICY change ON warning_notice FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((person_in(adult_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR person_in(child_id, ( SELECT app_record_boroughs() AS app_record_boroughs))) AND (NOT any_barred(ARRAY[adult_id, child_id]))))
  WITH CHECK ((ended_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON warning_notice FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON warning_notice FOR SELECT TO holdfast_app, holdfast_worker
  USING (((record_open(adult_id) OR record_open(child_id)) AND (NOT any_barred(ARRAY[adult_id, child_id]))));

ALTER TABLE warning_notice ADD CONSTRAINT warning_notice_ended CHECK ((((ended_at IS NULL) = (ended_why IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))));
ALTER TABLE warning_notice ADD CONSTRAINT warning_notice_ground CHECK ((ground = ANY (ARRAY['under-16'::text, 'care-order'::text, 'emergency-protection-order'::text, 'police-protection'::text, 'accommodated-s20'::text])));
ALTER TABLE warning_notice ADD CONSTRAINT warning_notice_note CHECK (((ground <> 'accommodated-s20'::text) OR note_read));
ALTER TABLE warning_notice ADD CONSTRAINT warning_notice_two CHECK ((adult_id <> child_id));

CREATE TRIGGER warning_notice_guard BEFORE DELETE OR UPDATE ON warning_notice FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION concern_guard('ended_at', 'ended_why', 'ended_by', '|', 'place', 'conditions', 'ended_why');
CREATE TRIGGER warning_notice_never_cut BEFORE TRUNCATE ON warning_notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX warning_notice_adult_id_idx ON public.warning_notice USING btree (adult_id);
CREATE INDEX warning_notice_child_id_idx ON public.warning_notice USING btree (child_id);
CREATE UNIQUE INDEX warning_notice_open ON public.warning_notice USING btree (adult_id, child_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX warning_notice_pkey ON public.warning_notice USING btree (id);
