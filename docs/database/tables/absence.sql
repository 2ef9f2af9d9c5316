ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE absence FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON absence TO holdfast_app;
GRANT SELECT ON absence TO holdfast_worker;

CREATE POLICY add ON absence FOR INSERT TO holdfast_app
  WITH CHECK ((made_by = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON absence FOR UPDATE TO holdfast_app
  USING ((( SELECT app_account() AS app_account) IS NOT NULL))
  WITH CHECK ((ended_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON absence FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON absence FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

CREATE TRIGGER absence_never_edited BEFORE UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION ended_once();

CREATE INDEX absence_account_id_starts_at_idx ON public.absence USING btree (account_id, starts_at);
CREATE UNIQUE INDEX absence_pkey ON public.absence USING btree (id);
