ALTER TABLE shift ENABLE ROW LEVEL SECURITY;
ALTER TABLE shift FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON shift TO holdfast_app;
GRANT SELECT ON shift TO holdfast_worker;

CREATE POLICY add ON shift FOR INSERT TO holdfast_app
  WITH CHECK ((made_by = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON shift FOR UPDATE TO holdfast_app
  USING ((( SELECT app_account() AS app_account) IS NOT NULL))
  WITH CHECK ((ended_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON shift FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON shift FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

CREATE TRIGGER shift_never_edited BEFORE UPDATE ON shift FOR EACH ROW EXECUTE FUNCTION ended_once();

CREATE INDEX shift_account_id_starts_at_idx ON public.shift USING btree (account_id, starts_at);
CREATE UNIQUE INDEX shift_pkey ON public.shift USING btree (id);
CREATE INDEX shift_team_id_starts_at_idx ON public.shift USING btree (team_id, starts_at);
