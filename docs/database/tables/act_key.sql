ALTER TABLE act_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE act_key FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON act_key TO holdfast_app;
GRANT INSERT, SELECT ON act_key TO holdfast_worker;

CREATE POLICY own ON act_key FOR ALL TO holdfast_app, holdfast_worker
  USING ((account_id = ( SELECT app_account() AS app_account)))
  WITH CHECK ((account_id = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON act_key FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE UNIQUE INDEX act_key_pkey ON public.act_key USING btree (key);
