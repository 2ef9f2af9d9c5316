ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON notification TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON notification TO holdfast_worker;

CREATE POLICY add ON notification FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON notification FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR told_here(to_role, borough, to_account)))
  WITH CHECK (true);
CREATE POLICY owner_all ON notification FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON notification FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR told_here(to_role, borough, to_account) OR duty_told(deadline_id)));

CREATE INDEX notification_borough_at_idx ON public.notification USING btree (borough, at);
CREATE UNIQUE INDEX notification_deadline_id_rung_to_role_to_account_key ON public.notification USING btree (deadline_id, rung, to_role, to_account) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (id);
CREATE INDEX notification_told ON public.notification USING btree (to_role, at DESC);
