ALTER TABLE reading_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE reading_log FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON reading_log TO holdfast_app;
GRANT INSERT ON reading_log TO holdfast_search;
GRANT INSERT, SELECT ON reading_log TO holdfast_worker;

CREATE POLICY add ON reading_log FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((account_id = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON reading_log FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_logs ON reading_log FOR INSERT TO holdfast_search
  WITH CHECK ((account_id = app_account()));
CREATE POLICY see ON reading_log FOR SELECT TO holdfast_app, holdfast_worker
  USING (((account_id = ( SELECT app_account() AS app_account)) OR ( SELECT app_auditor() AS app_auditor) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

CREATE TRIGGER reading_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reading_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX reading_log_account_id_at_idx ON public.reading_log USING btree (account_id, at);
CREATE INDEX reading_log_person_id_at_idx ON public.reading_log USING btree (person_id, at);
CREATE UNIQUE INDEX reading_log_pkey ON public.reading_log USING btree (id);
