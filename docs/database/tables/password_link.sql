ALTER TABLE password_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_link FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON password_link TO holdfast_app;

CREATE POLICY add ON password_link FOR INSERT TO holdfast_app
  WITH CHECK ((( SELECT app_administrator() AS app_administrator) AND (made_by = ( SELECT app_account() AS app_account)) AND (account_id <> ( SELECT app_account() AS app_account))));
CREATE POLICY change ON password_link FOR UPDATE TO holdfast_app
  USING ((( SELECT app_administrator() AS app_administrator) OR (account_id = ( SELECT app_account() AS app_account))))
  WITH CHECK (true);
CREATE POLICY owner_all ON password_link FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON password_link FOR SELECT TO holdfast_app
  USING ((( SELECT app_administrator() AS app_administrator) OR (account_id = ( SELECT app_account() AS app_account))));

CREATE TRIGGER password_link_once BEFORE UPDATE ON password_link FOR EACH ROW EXECUTE FUNCTION link_guard();

CREATE INDEX password_link_account_id_idx ON public.password_link USING btree (account_id);
CREATE UNIQUE INDEX password_link_pkey ON public.password_link USING btree (id);
