ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;

GRANT INSERT ON mail TO holdfast_app;
GRANT INSERT, SELECT ON mail TO holdfast_worker;

GRANT SELECT (id, kind, borough, about_id, reference, path, to_account, written_at, written_by, attempts, next_try_at, claimed_by, handed_at, sent_at, failed_at, problem, answer, counts, calendar) ON mail TO holdfast_app;
GRANT UPDATE (attempts, next_try_at, claimed_by, handed_at, sent_at, failed_at, problem, answer) ON mail TO holdfast_worker;

CREATE POLICY add ON mail FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((written_by = ( SELECT app_account() AS app_account)) AND (attempts = 0) AND (claimed_by IS NULL) AND (handed_at IS NULL) AND (sent_at IS NULL) AND (failed_at IS NULL)));
CREATE POLICY change ON mail FOR UPDATE TO holdfast_worker
  USING (true)
  WITH CHECK (true);
CREATE POLICY owner_all ON mail FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON mail FOR SELECT TO holdfast_app
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (to_account = ( SELECT app_account() AS app_account)) OR (written_by = ( SELECT app_account() AS app_account))));
CREATE POLICY see_all ON mail FOR SELECT TO holdfast_worker
  USING (true);

ALTER TABLE mail ADD CONSTRAINT mail_calendar CHECK (((calendar IS NULL) OR only_calendar(calendar)));
ALTER TABLE mail ADD CONSTRAINT mail_counts CHECK (((counts IS NULL) OR only_counts(counts)));

CREATE TRIGGER mail_never_edited BEFORE DELETE OR UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION mail_guard();
CREATE TRIGGER mail_written AFTER INSERT ON mail FOR EACH STATEMENT EXECUTE FUNCTION mail_heard();

CREATE INDEX mail_about_id_idx ON public.mail USING btree (about_id);
CREATE UNIQUE INDEX mail_digest_once ON public.mail USING btree (to_account, reference) WHERE (kind = 'digest'::text);
CREATE UNIQUE INDEX mail_pkey ON public.mail USING btree (id);
CREATE INDEX mail_waiting ON public.mail USING btree (written_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
