ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON handover TO holdfast_app;
GRANT INSERT, SELECT ON handover TO holdfast_worker;

CREATE POLICY add ON handover FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (offered_by = ( SELECT app_account() AS app_account))));
CREATE POLICY owner_all ON handover FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON handover FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));

CREATE INDEX handover_borough_offered_at_idx ON public.handover USING btree (borough, offered_at);
CREATE UNIQUE INDEX handover_pkey ON public.handover USING btree (id);
