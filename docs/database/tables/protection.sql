ALTER TABLE protection ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON protection TO holdfast_app;
GRANT INSERT, SELECT ON protection TO holdfast_worker;

GRANT UPDATE (expires_at, extended_at, designated_officer, designated_rank, designated_at, place, parents_told_at, authority_told_at, child_told_at, ended_at, ended_how, followed_by) ON protection TO holdfast_app;
GRANT UPDATE (expires_at, extended_at, designated_officer, designated_rank, designated_at, place, parents_told_at, authority_told_at, child_told_at, ended_at, ended_how, followed_by) ON protection TO holdfast_worker;

CREATE POLICY add ON protection FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND (person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));
CREATE POLICY change ON protection FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON protection FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON protection FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

CREATE TRIGGER protection_never_cut BEFORE TRUNCATE ON protection FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER protection_never_edited BEFORE DELETE OR UPDATE ON protection FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION protection_guard();

CREATE INDEX protection_person_id_taken_at_idx ON public.protection USING btree (person_id, taken_at);
CREATE UNIQUE INDEX protection_pkey ON public.protection USING btree (id);
