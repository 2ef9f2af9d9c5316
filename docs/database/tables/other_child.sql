ALTER TABLE other_child ENABLE ROW LEVEL SECURITY;
ALTER TABLE other_child FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON other_child TO holdfast_app;
GRANT INSERT, SELECT ON other_child TO holdfast_worker;

GRANT UPDATE (result, assessed_at, assessed_by) ON other_child TO holdfast_app;
GRANT UPDATE (result, assessed_at, assessed_by) ON other_child TO holdfast_worker;

CREATE POLICY add ON other_child FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((named_by = ( SELECT app_account() AS app_account)) AND (person_in(child_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (child_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT any_barred(ARRAY[child_id, other_id]))));
CREATE POLICY change ON other_child FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((person_in(child_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR person_in(other_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (child_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) OR (other_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT any_barred(ARRAY[child_id, other_id]))))
  WITH CHECK (true);
CREATE POLICY owner_all ON other_child FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON other_child FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(child_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR person_in(other_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (child_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) OR (other_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT any_barred(ARRAY[child_id, other_id]))));

CREATE TRIGGER other_child_never_edited BEFORE DELETE OR UPDATE ON other_child FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION other_child_guard();

CREATE INDEX other_child_child_id_idx ON public.other_child USING btree (child_id);
CREATE INDEX other_child_entry_id_idx ON public.other_child USING btree (entry_id);
CREATE UNIQUE INDEX other_child_open ON public.other_child USING btree (child_id, other_id) WHERE (assessed_at IS NULL);
CREATE INDEX other_child_other_id_idx ON public.other_child USING btree (other_id);
CREATE UNIQUE INDEX other_child_pkey ON public.other_child USING btree (id);
