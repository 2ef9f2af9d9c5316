ALTER TABLE record_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_opening FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON record_opening TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON record_opening TO holdfast_worker;

CREATE POLICY add ON record_opening FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((account_id = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON record_opening FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((account_id <> ( SELECT app_account() AS app_account)) AND (( SELECT app_auditor() AS app_auditor) OR (break_glass AND person_in(person_id, ( SELECT app_review_boroughs() AS app_review_boroughs))))))
  WITH CHECK (true);
CREATE POLICY owner_all ON record_opening FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON record_opening FOR SELECT TO holdfast_app, holdfast_worker
  USING (((account_id = ( SELECT app_account() AS app_account)) OR ( SELECT app_auditor() AS app_auditor) OR (break_glass AND person_in(person_id, ( SELECT app_review_boroughs() AS app_review_boroughs))) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

CREATE INDEX record_opening_account_id_person_id_ends_at_idx ON public.record_opening USING btree (account_id, person_id, ends_at);
CREATE UNIQUE INDEX record_opening_pkey ON public.record_opening USING btree (id);
CREATE INDEX record_opening_review ON public.record_opening USING btree (opened_at) WHERE (break_glass AND (reviewed_at IS NULL));
