ALTER TABLE form_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_draft FORCE ROW LEVEL SECURITY;

GRANT DELETE, INSERT, SELECT, UPDATE ON form_draft TO holdfast_app;

CREATE POLICY own ON form_draft FOR ALL TO holdfast_app
  USING ((account_id = ( SELECT app_account() AS app_account)))
  WITH CHECK ((account_id = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON form_draft FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE INDEX form_draft_account_id_saved_at_idx ON public.form_draft USING btree (account_id, saved_at);
CREATE UNIQUE INDEX form_draft_pkey ON public.form_draft USING btree (id);
