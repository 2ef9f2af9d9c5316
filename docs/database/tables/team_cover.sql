ALTER TABLE team_cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE team_cover FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON team_cover TO holdfast_app;
GRANT SELECT ON team_cover TO holdfast_worker;

CREATE POLICY add ON team_cover FOR INSERT TO holdfast_app
  WITH CHECK ((( SELECT app_administrator() AS app_administrator) AND (set_by = ( SELECT app_account() AS app_account))));
CREATE POLICY owner_all ON team_cover FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON team_cover FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

CREATE TRIGGER team_cover_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON team_cover FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX team_cover_pkey ON public.team_cover USING btree (id);
CREATE INDEX team_cover_team_id_since_idx ON public.team_cover USING btree (team_id, since);
